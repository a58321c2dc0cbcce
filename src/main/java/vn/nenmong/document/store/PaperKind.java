package vn.nenmong.document.store;

import vn.nenmong.document.template.Vocabulary;

/// A kind of paper that is filled from a template.
///
/// @param code by which an office's templates of it are kept; lower case, words joined by `_`
/// @param label message key of its name
/// @param file name of the file that is handed out
public record PaperKind(String code, String label, String file, Vocabulary vocabulary) {

  /// Where the program's own template of some margins lies.
  ///
  /// @param margins in mm, `top/bottom/left/right`
  String resource(String margins) {
    return "/templates/paper/" + code.replace('_', '-') + "_" + margins.replace('/', '-') + ".docx";
  }
}
