package vn.nenmong.review.member;

import static vn.nenmong.entry.Field.choice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.RowRepository;
import vn.nenmong.entry.RowTable;
import vn.nenmong.entry.TableForm;
import vn.nenmong.entry.Values;

/// Enters how members were graded for a year: in the cell that they were in at its end.
@Component
record MemberReviewForm(RowRepository rows, MemberReviewRegisterRepository reviews)
    implements TableForm {

  private static final String YEAR =
      "daterange(make_date(cast(:year as int), 1, 1), make_date(cast(:year as int), 12, 31), '[]')";

  private static final RowTable TABLE =
      RowTable.keyed(
              "member_review",
              RowTable.person("(select m.person_id from membership m where m.id = r.membership_id)")
                  + " || ' ' || r.year",
              "membership_id",
              "year")
          .column(
              "person",
              "membership_id",
              "(select cast(m.person_id as text) from membership m where m.id = r.membership_id)",
              "(select m.id from membership m where m.person_id = cast(:person as uuid)"
                  + " and m.period && "
                  + YEAR
                  + " order by m.period desc limit 1)")
          .integer("year", "year")
          .follows(
              "cell_id",
              "(select s.cell_id from member_state s where s.person_id = cast(:person as uuid)"
                  + " and s.period && "
                  + YEAR
                  + " order by s.period desc limit 1)")
          .text("grade", "grade")
          .text("label", "label");

  @Override
  public RowTable table() {
    return TABLE;
  }

  @Override
  public String register() {
    return "member-reviews";
  }

  @Override
  public String title() {
    return "review.member.entry";
  }

  @Override
  public String page() {
    return "/reviews/members";
  }

  @Override
  public List<Field> fields(Viewer viewer, LocalDate on) {
    return List.of(
        Field.of("person", "review.member.name", Kind.PERSON).needed(),
        Field.of("year", "review.year", Kind.YEAR).needed().dittoed(),
        choice(
                "grade",
                "review.member.grade",
                Stream.of("excellent", "good", "completed", "failed")
                    .map(grade -> Choice.word(grade, "review.member.grade." + grade))
                    .toList())
            .needed()
            .dittoed(),
        Field.of("label", "review.label", Kind.TEXT).needed().dittoed());
  }

  @Override
  public void check(Scope scope, Values values) {
    int year = Objects.requireNonNull(values.integer("year"));
    UUID person = UUID.fromString(values.needed("person"));
    if (!reviews.wasMember(scope, person, year)) {
      throw new Rejected("person", "review.member.problem.noMember", String.valueOf(year));
    }
    if (values.needed("grade").equals("excellent")) {
      reviews
          .discipline(scope, person, year)
          .ifPresent(discipline -> {
            throw new Rejected(
                "grade",
                "review.member.problem.disciplined." + discipline.evidence(),
                DateTimeFormatter.ofPattern("dd/MM/yyyy").format(discipline.day()),
                discipline.document());
          });
    }
  }

  @Override
  public UUID commune(Scope scope, Values values) {
    return rows.communeOfPerson(scope, UUID.fromString(values.needed("person")));
  }
}
