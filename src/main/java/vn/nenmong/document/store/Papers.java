package vn.nenmong.document.store;

import java.util.List;

/// What fills papers, and the kinds it fills.
public interface Papers {

  List<PaperKind> kinds();
}
