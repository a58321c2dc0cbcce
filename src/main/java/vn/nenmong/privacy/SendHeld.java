package vn.nenmong.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.sheet.Column;
import vn.nenmong.kernel.sheet.Sheet;
import vn.nenmong.kernel.sheet.SheetResponse;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.kernel.web.Page;

/// All that is held on a person as one sheet, to be handed to them.
@Component
class SendHeld {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final int WORDS = 28;
  private static final int VALUE = 60;

  private record Line(String register, String what, String value) {}

  private final Today today;

  SendHeld(Today today) {
    this.today = today;
  }

  void run(Page page, Held held, HttpServletResponse response) throws IOException {
    Stream<Line> rows =
        held.rows().stream()
            .flatMap(row ->
                row.facts().stream()
                    .map(fact ->
                        new Line(
                            page.t("entry.history.register." + row.register()),
                            page.t("entry.history.column." + fact.key()),
                            fact.shown(page))));
    Stream<Line> seen =
        held.seen().stream()
            .map(look ->
                new Line(
                    page.t("privacy.seen"),
                    MOMENT.format(look.at()) + " · " + look.account(),
                    page.t("trail.did." + look.action())
                        + (look.reason() == null ? "" : " · " + look.reason())));
    SheetResponse.send(
        response,
        "du-lieu-ca-nhan",
        new Sheet<>(
            page.t("privacy.held"),
            List.of(
                page.t("privacy.held") + ": " + held.name(),
                page.t("privacy.made", page.date(today.realDate()))),
            List.of(
                Column.text(page.t("privacy.register"), WORDS, Line::register),
                Column.text(page.t("privacy.what"), WORDS, Line::what),
                Column.text(page.t("privacy.value"), VALUE, Line::value))),
        Stream.concat(rows, seen));
  }
}
