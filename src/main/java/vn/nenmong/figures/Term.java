package vn.nenmong.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import vn.nenmong.kernel.time.ReportPeriod;

/// A term of a committee, from the close of one congress to the next: 2020-2025.
///
/// @param to the last day, or today while it runs
/// @param over whether it has ended
public record Term(LocalDate from, LocalDate to, boolean over) {

  /// `2020-2025`, or `2025-` while it runs: when the next congress will be nobody knows.
  public String code() {
    return from.getYear() + "-" + (over ? to.plusDays(1).getYear() : "");
  }

  ReportPeriod period() {
    return new ReportPeriod(from, to);
  }

  public MessageSourceResolvable name() {
    return over
        ? new DefaultMessageSourceResolvable(new String[] {"figures.term"}, new String[] {code()})
        : new DefaultMessageSourceResolvable(
            new String[] {"figures.term.since"}, new String[] {String.valueOf(from.getYear())});
  }

  Optional<ReportPeriod> before(List<Term> terms) {
    return terms.stream()
        .filter(term -> term.to().plusDays(1).equals(from))
        .map(Term::period)
        .findFirst();
  }

  static Optional<Term> of(List<Term> terms, ReportPeriod period) {
    return terms.stream().filter(term -> term.period().equals(period)).findFirst();
  }
}
