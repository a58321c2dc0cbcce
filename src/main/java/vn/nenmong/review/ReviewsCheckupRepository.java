package vn.nenmong.review;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.nenmong.access.Unscoped;

/// Looks at the whole data folder, for the command `doctor` alone: no one's scope narrows it.
@Repository
@Unscoped("looks over the whole database, for `doctor`")
class ReviewsCheckupRepository {

  static final String OF_NO_MEMBER =
      """
      select m.person_id::text as person, r.year::text as year
      from member_review r
      join membership m on m.id = r.membership_id
      where not m.period && daterange(make_date(r.year, 1, 1), make_date(r.year + 1, 1, 1))
      order by 1, 2
      """;

  /// A review of someone who was no member in all its year.
  record OfNoMember(String person, String year) {}

  private final JdbcClient jdbc;

  ReviewsCheckupRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<OfNoMember> ofNoMember() {
    return jdbc.sql(OF_NO_MEMBER).query(OfNoMember.class).list();
  }
}
