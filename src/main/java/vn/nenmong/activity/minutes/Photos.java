package vn.nenmong.activity.minutes;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Unscoped;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.time.Today;

/// Photos of handwritten minutes, which come in pieces.
@Repository
class Photos {

  private static final int MOST_BYTES = 200_000;

  /// @param received bytes so far, of `size`
  record Received(int received, int size) {}

  record Photo(UUID id, int size, int received) {
    boolean isWhole() {
      return received == size;
    }
  }

  static final String FIND =
      """
      select length(f.content) as received, f.size
      from meeting_photo f
      join cell_meeting m on m.id = f.meeting_id
      where f.id = :id and exists (
        select from organization_period op
        where op.organization_id = m.cell_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  static final String CONTENT =
      """
      select f.content
      from meeting_photo f
      join cell_meeting m on m.id = f.meeting_id
      where f.id = :id and length(f.content) = f.size and exists (
        select from organization_period op
        where op.organization_id = m.cell_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  @Unscoped("asked of a meeting that was found in the scope")
  static final String OF_MEETING =
      """
      select id, size, length(content) as received
      from meeting_photo
      where meeting_id = :meeting
      order by at, id
      """;

  @Unscoped("asked of a photo that was found in the scope")
  static final String MEETING = "select meeting_id from meeting_photo where id = :id";

  @Unscoped("of a meeting that was found in the scope")
  static final String BEGIN =
      """
      insert into meeting_photo (id, commune_id, meeting_id, size, account, at)
      values (:id, :commune, :meeting, :size, :account, :at)
      on conflict (id) do nothing
      """;

  /// A piece that came before, or behind one that did not come, changes nothing.
  static final String ADD =
      """
      update meeting_photo f set content = f.content || :piece
      from cell_meeting m
      where f.id = :id and m.id = f.meeting_id
        and length(f.content) = :offset and length(f.content) + length(:piece) <= f.size
        and exists (
          select from organization_period op
          where op.organization_id = m.cell_id and op.path <@ any(cast(:scope as ltree[])))
      """;

  private final JdbcClient jdbc;
  private final MinutesRepository minutes;
  private final Audit audit;
  private final Today today;

  Photos(JdbcClient jdbc, MinutesRepository minutes, Audit audit, Today today) {
    this.jdbc = jdbc;
    this.minutes = minutes;
    this.audit = audit;
    this.today = today;
  }

  Optional<Received> received(Viewer viewer, UUID id) {
    return jdbc.sql(FIND)
        .param("id", id)
        .param("scope", viewer.scope().sql())
        .query(Received.class)
        .optional();
  }

  Optional<byte[]> content(Scope scope, UUID id) {
    return jdbc.sql(CONTENT)
        .param("id", id)
        .param("scope", scope.sql())
        .query(byte[].class)
        .optional();
  }

  /// Of which meeting a photo is.
  Optional<UUID> meeting(UUID id) {
    return jdbc.sql(MEETING).param("id", id).query(UUID.class).optional();
  }

  List<Photo> of(UUID meeting) {
    return jdbc.sql(OF_MEETING).param("meeting", meeting).query(Photo.class).list();
  }

  /// How much there is of a photo, of which nothing has to be there yet.
  @Transactional
  Received begin(Viewer viewer, UUID id, MeetingKey key, int size) {
    Optional<Received> before = received(viewer, id);
    if (before.isPresent()) {
      return before.get();
    }
    if (size < 1 || size > MOST_BYTES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    MinutesRepository.Cell cell =
        minutes
            .cell(viewer.scope(), key.cell(), key.month(), key.month())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Meeting meeting = minutes.open(cell, key);
    jdbc.sql(BEGIN)
        .param("id", id)
        .param("commune", meeting.communeId())
        .param("meeting", meeting.id())
        .param("size", size)
        .param("account", viewer.account())
        .param("at", Timestamp.from(today.now()))
        .update();
    audit.record(viewer, meeting.communeId(), "photo", TakeChanges.SUBJECT, meeting.id(), null);
    return received(viewer, id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// The next piece of a photo that was begun.
  ///
  /// @param offset what was received before it
  @Transactional
  Received add(Viewer viewer, UUID id, int offset, byte[] piece) {
    jdbc.sql(ADD)
        .param("id", id)
        .param("offset", offset)
        .param("piece", piece)
        .param("scope", viewer.scope().sql())
        .update();
    return received(viewer, id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
