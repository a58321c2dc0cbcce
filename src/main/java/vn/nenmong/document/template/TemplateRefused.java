package vn.nenmong.document.template;

import java.io.Serial;
import java.util.List;

/// A file that can't be a template, with every reason at once.
public final class TemplateRefused extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public TemplateRefused(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  TemplateRefused(Problem.Kind kind, String what) {
    this(List.of(new Problem(kind, what)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
