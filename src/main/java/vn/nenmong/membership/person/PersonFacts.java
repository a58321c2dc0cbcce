package vn.nenmong.membership.person;

import static vn.nenmong.entry.Field.choice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;
import vn.nenmong.entry.Deed;
import vn.nenmong.entry.Field;
import vn.nenmong.entry.Field.Choice;
import vn.nenmong.entry.Field.Kind;
import vn.nenmong.entry.Rejected;
import vn.nenmong.entry.Values;
import vn.nenmong.kernel.text.Vietnamese;

/// What a form asks of a person: of one who is known already, or of a new one.
@Repository
@Unscoped("asked of a commune or a person that was found in the scope")
public class PersonFacts {

  /// Someone of that name in the commune whose date of birth does not differ.
  static final String NAMESAKES =
      """
      select p.name || coalesce(' (' || nullif(concat_ws(', ', p.born, (
          select op.name from member_state s
          join organization_period op on op.organization_id = s.cell_id
          where s.person_id = p.id
          order by s.period desc, op.period desc
          limit 1)), '') || ')', '')
      from person p
      where p.commune_id = :commune and p.folded = :folded
        and (p.born is null or cast(:born as text) is null
          or starts_with(p.born, :born) or starts_with(:born, p.born))
      order by p.id
      limit 3
      """;

  static final String INSERT =
      """
      insert into person (commune_id, name, born, sex, ethnicity)
      values (:commune, :name, :born, :sex, :ethnicity)
      returning id
      """;

  static final String FILL =
      """
      update person
      set born = coalesce(:born, born), sex = coalesce(:sex, sex),
        ethnicity = coalesce(:ethnicity, ethnicity)
      where id = :id and commune_id = :commune
      """;

  static final String UPDATE =
      """
      update person set name = :name, born = :born, sex = :sex, ethnicity = :ethnicity
      where id = :id
      """;

  static final String REMOVE_UNUSED =
      """
      delete from person p
      where p.id = :id
        and not exists (select from membership x where x.person_id = p.id)
        and not exists (
          select from candidate x
          where p.id in (x.person_id, x.first_helper_id, x.second_helper_id))
        and not exists (
          select from step x where p.id in (x.person_id, x.first_person_id, x.second_person_id))
        and not exists (select from temporary_standing x where x.person_id = p.id)
        and not exists (select from economic_model x where x.person_id = p.id)
        and not exists (select from office_held x where x.person_id = p.id)
        and not exists (select from course_attendance x where x.person_id = p.id)
        and not exists (select from village_post x where x.person_id = p.id)
        and not exists (select from planning_entry x where x.person_id = p.id)
        and not exists (select from mass_organization_year x where x.head_id = p.id)
        and not exists (select from charge x where x.person_id = p.id)
        and not exists (select from cell_visit x where x.person_id = p.id)
      """;

  private final JdbcClient jdbc;

  PersonFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Field> fields() {
    return List.of(
        Field.of("name", "membership.column.name", Kind.TEXT).needed(),
        Field.of("born", "membership.column.born", Kind.DATE),
        choice(
            "sex",
            "membership.column.sex",
            List.of(
                Choice.word("male", "membership.sex.male"),
                Choice.word("female", "membership.sex.female"))),
        Field.of("ethnicity", "membership.column.ethnicity", Kind.TEXT).dittoed());
  }

  /// Who a new record is of, where the name alone does not tell.
  public List<Field> identity() {
    return List.of(
        Field.of("known", "membership.person.known", Kind.PERSON),
        Field.of("another", "membership.person.another", Kind.YES));
  }

  /// Whether a deed asks for a field: who someone is is asked of a new record alone.
  public static boolean asks(Deed deed, Field field) {
    return deed == Deed.ADD || !Set.of("known", "another").contains(field.name());
  }

  /// The one who is known, with what was not known of them; or a new person.
  ///
  /// @throws Rejected where a new one may be someone who is there
  public UUID add(UUID commune, Values values) {
    UUID known = values.id("known");
    if (known != null) {
      int filled = facts(FILL, values).param("id", known).param("commune", commune).update();
      if (filled == 0) {
        throw new Rejected("known", "membership.person.otherCommune");
      }
      return known;
    }
    String name = Vietnamese.nameCase(values.needed("name"));
    if (!values.yes("another")) {
      List<String> same =
          jdbc.sql(NAMESAKES)
              .param("commune", commune)
              .param("folded", Vietnamese.fold(name))
              .param("born", values.text("born"))
              .query(String.class)
              .list();
      if (!same.isEmpty()) {
        throw new Rejected("name", "membership.person.same", String.join("; ", same));
      }
    }
    return facts(INSERT, values)
        .param("commune", commune)
        .param("name", name)
        .query(UUID.class)
        .single();
  }

  public void correct(UUID id, Values values) {
    facts(UPDATE, values).param("id", id).param("name", values.needed("name")).update();
  }

  /// Takes out someone whom no register tells of any more.
  public void removeUnused(UUID id) {
    jdbc.sql(REMOVE_UNUSED).param("id", id).update();
  }

  private JdbcClient.StatementSpec facts(String sql, Values values) {
    return jdbc.sql(sql)
        .param("born", values.text("born"))
        .param("sex", values.text("sex"))
        .param("ethnicity", values.text("ethnicity"));
  }
}
