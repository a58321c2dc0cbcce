package vn.nenmong.membership.paper;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;

/// The books of numbers: those that steps took, and those of the register of resolutions.
@Repository
class NumberRepository {

  private static final String TAKEN_FRAGMENT =
      """
      select n.organization_id, n.document, n.term, n.number, n.day, n.kind, n.steps
      from paper_number n
      union all
      select r.organization_id, part[2], term_of(r.organization_id, r.issued_on),
        cast(part[1] as int), r.issued_on, null, '{}'
      from resolution r
      cross join lateral regexp_match(r.number, '^0*([0-9]{1,5}) *- *([^-/ ]+) */ *(ĐU|CB)$') as part
      where part is not null
      """;

  @Unscoped("asked of the commune in whose records someone stands")
  static final String COMMITTEE = "select heir_on(:commune, cast(:day as date))";

  @Unscoped("asked for the paper of someone who was found in the scope")
  static final String NEXT =
      """
      select coalesce(max(t.number), 0) + 1
      from (%s) t
      where t.organization_id = :organization and t.document = :document
        and t.term = term_of(cast(:organization as uuid), cast(:day as date))
      """
          .formatted(TAKEN_FRAGMENT);

  /// Papers of one kind and day are one paper, of several people. A number that no step bears any
  /// more stays taken, but for the step that is put in place of the one that bore it.
  static final String ENTER =
      """
      insert into paper_number as n (commune_id, organization_id, document, term, number, kind, day, steps)
      select (select commune_id from organization where id = :organization), :organization, :document,
        term_of(cast(:organization as uuid), cast(:day as date)), :number, :kind, :day, array[cast(:step as uuid)]
      where not exists (
        select from resolution r
        where r.organization_id = :organization
          and term_of(r.organization_id, r.issued_on)
            = term_of(cast(:organization as uuid), cast(:day as date))
          and r.issued_on <> cast(:day as date)
          and r.number ~ ('^0*' || :number || ' *- *' || :document || ' */'))
      on conflict (organization_id, document, term, number) do update
      set kind = excluded.kind, day = excluded.day, steps = n.steps || excluded.steps
      where (n.kind, n.day) = (excluded.kind, excluded.day)
        or not exists (
          select from step s
          where s.id = any(n.steps)
            and (s.taken_back is null or s.person_id <> :person or s.kind <> excluded.kind))
      """;

  static final String BOOKS =
      """
      select t.document, t.term, t.number, t.day, t.kind,
        array(
          select distinct p.name from step s join person p on p.id = s.person_id
          where s.id = any(t.steps) and s.taken_back is null
          order by p.name) as names
      from (%s) t
      join organization_period op
        on op.organization_id = t.organization_id and op.period @> cast(:day as date)
      where t.organization_id = :organization and op.path <@ any(cast(:scope as ltree[]))
      order by t.term desc, t.document collate vi, t.number desc
      """
          .formatted(TAKEN_FRAGMENT);

  static final String TERMS =
      """
      select t.began
      from committee_term t
      join organization_period op
        on op.organization_id = t.organization_id and op.period @> cast(:day as date)
      where t.organization_id = :organization and op.path <@ any(cast(:scope as ltree[]))
      order by t.began desc
      """;

  @Unscoped("asked of an organization that was found in the scope")
  static final String ADD_TERM =
      """
      insert into committee_term (commune_id, organization_id, began)
      select commune_id, id, cast(:began as date) from organization where id = :organization
      on conflict do nothing
      """;

  @Unscoped("asked of an organization that was found in the scope")
  static final String REMOVE_TERM =
      "delete from committee_term where organization_id = :organization and began = :began";

  @Unscoped("asked of an organization that was found in the scope")
  static final String BOOK_ANEW =
      """
      update paper_number set term = term_of(organization_id, day)
      where organization_id = :organization and term <> term_of(organization_id, day)
      """;

  private final JdbcClient jdbc;

  NumberRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int next(UUID organization, String document, LocalDate day) {
    return jdbc.sql(NEXT)
        .param("organization", organization)
        .param("document", document)
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  /// The committee that stood for a commune on a day: its own, or that of what it became.
  UUID committee(UUID commune, LocalDate day) {
    return jdbc.sql(COMMITTEE)
        .param("commune", commune)
        .param("day", day)
        .query(UUID.class)
        .single();
  }

  /// Whether it is the paper's own now.
  boolean enter(
      UUID organization, PaperNumber number, String kind, LocalDate day, UUID person, UUID step) {
    return jdbc.sql(ENTER)
            .param("organization", organization)
            .param("document", number.document())
            .param("number", number.number())
            .param("kind", kind)
            .param("day", day)
            .param("person", person)
            .param("step", step)
            .update()
        == 1;
  }

  /// Every number taken, the last term first, the last number first.
  List<NumberBook.Taken> taken(Scope scope, UUID organization, LocalDate day) {
    return jdbc.sql(BOOKS)
        .param("organization", organization)
        .param("day", day)
        .param("scope", scope.sql())
        .query((row, n) ->
            new NumberBook.Taken(
                row.getString("document"),
                row.getObject("term", LocalDate.class),
                row.getInt("number"),
                row.getObject("day", LocalDate.class),
                row.getString("kind"),
                Arrays.asList((String[]) row.getArray("names").getArray())))
        .list();
  }

  List<LocalDate> terms(Scope scope, UUID organization, LocalDate day) {
    return jdbc.sql(TERMS)
        .param("organization", organization)
        .param("day", day)
        .param("scope", scope.sql())
        .query(LocalDate.class)
        .list();
  }

  void addTerm(UUID organization, LocalDate began) {
    jdbc.sql(ADD_TERM).param("organization", organization).param("began", began).update();
    bookAnew(organization);
  }

  void removeTerm(UUID organization, LocalDate began) {
    jdbc.sql(REMOVE_TERM).param("organization", organization).param("began", began).update();
    bookAnew(organization);
  }

  private void bookAnew(UUID organization) {
    jdbc.sql(BOOK_ANEW).param("organization", organization).update();
  }
}
