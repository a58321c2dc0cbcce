package vn.nenmong.membership;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Looks at the whole data folder, for the command `doctor` alone: no one's scope narrows it.
@Repository
@Unscoped("looks over the whole database, for `doctor`")
class MembersCheckupRepository {

  static final String WITHOUT_STATE =
      """
      select m.person_id::text from membership m
      where upper_inf(m.period)
        and not exists (
          select from member_state s where s.person_id = m.person_id and upper_inf(s.period))
      """;

  static final String OFFICIAL_UNRECOGNISED =
      """
      select s.person_id::text from member_state s
      join membership m on m.person_id = s.person_id and m.period && s.period
      where s.standing = 'official' and m.recognised is null
      """;

  static final String IN_OTHER_COMMUNE =
      """
      select distinct s.person_id::text from member_state s
      join membership m on m.person_id = s.person_id and m.period && s.period
      where s.commune_id <> m.commune_id
      order by 1
      """;

  private final JdbcClient jdbc;

  MembersCheckupRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// People whose membership goes on and who have no cell.
  List<String> withoutState() {
    return jdbc.sql(WITHOUT_STATE).query(String.class).list();
  }

  /// People who count as official members without a day of recognition.
  List<String> officialUnrecognised() {
    return jdbc.sql(OFFICIAL_UNRECOGNISED).query(String.class).list();
  }

  /// People whose membership is of another commune than what is recorded of it.
  List<String> inOtherCommune() {
    return jdbc.sql(IN_OTHER_COMMUNE).query(String.class).list();
  }
}
