package vn.nenmong.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.HttpSession;
import java.io.EOFException;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.test.web.servlet.setup.StandaloneMockMvcBuilder;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.PostMapping;

/// PostgreSQL is killed while it writes, and brought up again: nobody knows what became of the
/// write, so it is not answered as done.
class DatabaseFailedTest {

  private static SQLException brokenOff() {
    return new SQLException("I/O error", new EOFException());
  }

  @Controller
  static class Write {
    @PostMapping("/write")
    void write(HttpSession session) {
      session.setAttribute("seen", "yes");
      throw new TransactionSystemException("commit failed", brokenOff());
    }
  }

  /// Fails where the write did.
  private static final class Sessions extends MapSessionRepository {
    private boolean failed;

    Sessions() {
      super(new ConcurrentHashMap<>());
    }

    @Override
    public void save(MapSession session) {
      if (!failed) {
        failed = true;
        throw new DataAccessResourceFailureException("no session", brokenOff());
      }
      super.save(session);
    }
  }

  private static int answer(StandaloneMockMvcBuilder server) throws Exception {
    return server
        .setControllerAdvice(new DatabaseFailed())
        .build()
        .perform(post("/write"))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void aWriteThatBrokeOffIsNotAnsweredAsDone() throws Exception {
    assertThat(answer(MockMvcBuilders.standaloneSetup(new Write()))).isEqualTo(500);
  }

  @Test
  void norIsOneWhoseSessionBrokeOffWithIt() throws Exception {
    assertThat(
            answer(
                MockMvcBuilders.standaloneSetup(new Write())
                    .addFilters(new SessionRepositoryFilter<>(new Sessions()))))
        .isEqualTo(500);
  }
}
