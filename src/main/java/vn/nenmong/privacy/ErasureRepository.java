package vn.nenmong.privacy;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Takes what is held on a person away. What only counts, such as that someone was admitted in a
/// year, stays as it is, of nobody: figures of past years hold.
@Repository
class ErasureRepository {

  static final String CANDIDATES =
      """
      delete from candidate c where c.person_id = :id
        and not exists (select from membership m where m.person_id = :id)
      """;

  static final String STEPS_OF_CANDIDATE =
      """
      delete from step s where s.person_id = :id
        and not exists (select from membership m where m.person_id = :id)
      """;

  static final String STEPS =
      """
      update step
      set number = null, body = null, place = null, exception = null, reason = null,
        registered = registered #- '{membership,card}',
        taken_back = case when taken_back is not null then '–' end
      where person_id = :id
      """;

  static final String TEMPORARY =
      "update temporary_standing set place = null where person_id = :id and place is not null";

  static final String STATUS =
      """
      update candidate set status_text = null where person_id = :id and status_text is not null
      """;

  static final String POVERTY =
      """
      delete from member_poverty
      where membership_id in (select id from membership where person_id = :id)
      """;

  static final String MODEL_YEARS =
      "delete from economic_model_year where model_id in (select id from economic_model where person_id = :id)";

  static final String MODELS = "delete from economic_model where person_id = :id";

  static final String PLANNING = "delete from planning_entry where person_id = :id";

  static final String POSITIONS =
      "update course_attendance set position = null where person_id = :id and position is not null";

  static final String DOCUMENTS =
      "update charge set document_number = null where person_id = :id and document_number is not null";

  static final String FOUND =
      """
      update cell_visit set found = null, agreed = null
      where person_id = :id and (found is not null or agreed is not null)
      """;

  static final String SETTLEMENTS = "delete from reconciliation_settlement where person_id = :id";

  static final String LISTED =
      """
      delete from reconciliation_row r
      using person p
      where p.id = :id and r.commune_id = p.commune_id and (r.person_id = p.id
        or fold(r.name) = p.folded and r.born = p.born
        or r.card_number in (select m.card_number from membership m where m.person_id = p.id))
      """;

  static final String CARD =
      "update membership set card_number = null, note = null where person_id = :id";

  static final String STATES =
      """
      update member_state
      set education = null, qualification = null, theory = null, occupation = null,
        village_id = null
      where person_id = :id
      """;

  static final String EXCUSES = "delete from doubt_excuse where :id in (subject, other)";

  static final String KEPT = "delete from kept_person where person_id = :id";

  static final String VISITS = "select forget_visits(:id)";

  static final String IMPORTS =
      """
      update import_run set result = null
      where commune_id = (select commune_id from person where id = :id)
        and cast(result as text) like '%' || :name || '%'
      """;

  static final String PLEDGES = "delete from example_pledge where person_id = :id";

  static final String ABSENCES =
      "update meeting_attendance set note = null where person_id = :id and note is not null";

  static final String TASKS = "update cell_task set text = '–', done = null where person_id = :id";

  /// What was told of someone, and where their name stands in what was told of other things.
  static final String TOLD =
      """
      update meeting_field set value = case
        when name in ('pledge/' || cast(:id as text), 'absent/' || cast(:id as text))
          or value ->> 'person' = cast(:id as text) then null
        else cast(replace(cast(value as text), :name, '–') as jsonb) end
      where commune_id = (select commune_id from person where id = :id)
        and (cast(value as text) like '%' || :name || '%' or value ->> 'person' = cast(:id as text)
          or name in ('pledge/' || cast(:id as text), 'absent/' || cast(:id as text)))
      """;

  static final String TOLD_ONCE =
      """
      update meeting_change set value = case
        when field in ('pledge/' || cast(:id as text), 'absent/' || cast(:id as text))
          or value ->> 'person' = cast(:id as text) then null
        else cast(replace(cast(value as text), :name, '–') as jsonb) end
      where commune_id = (select commune_id from person where id = :id)
        and (cast(value as text) like '%' || :name || '%' or value ->> 'person' = cast(:id as text)
          or field in ('pledge/' || cast(:id as text), 'absent/' || cast(:id as text)))
      """;

  private static final List<String> ALL =
      List.of(
          CANDIDATES,
          STEPS_OF_CANDIDATE,
          STEPS,
          TEMPORARY,
          STATUS,
          POVERTY,
          MODEL_YEARS,
          MODELS,
          PLANNING,
          POSITIONS,
          DOCUMENTS,
          FOUND,
          SETTLEMENTS,
          LISTED,
          CARD,
          STATES,
          EXCUSES,
          KEPT,
          PLEDGES,
          ABSENCES,
          TASKS,
          TOLD,
          TOLD_ONCE,
          IMPORTS);

  static final String NO_NAME =
      """
      update person
      set name = :nobody, sex = null, born = null, ethnicity = null,
        languages = null
      where id = :id
      """;

  static final String KEYS = "select erase_keys(:id)";

  private final JdbcClient jdbc;

  ErasureRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param name as it is held
  /// @param nobody what stands in its place
  void erase(UUID id, String name, String nobody) {
    ALL.forEach(sql -> jdbc.sql(sql).param("id", id).param("name", name).update());
    jdbc.sql(NO_NAME).param("id", id).param("nobody", nobody).update();
    jdbc.sql(VISITS).param("id", id).query((_, _) -> true).single();
    jdbc.sql(KEYS).param("id", id).query(Integer.class).single();
  }
}
