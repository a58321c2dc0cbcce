package vn.nenmong.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
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
    void write() {
      throw new TransactionSystemException("commit failed", brokenOff());
    }
  }

  /// Keeps the session before anything is answered, once, and fails where the write did.
  private static void keepSession(
      ServletRequest request, ServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    AtomicBoolean failed = new AtomicBoolean();
    rest.doFilter(
        request,
        new HttpServletResponseWrapper((HttpServletResponse) response) {
          @Override
          public void sendError(int status) throws IOException {
            if (failed.compareAndSet(false, true)) {
              throw new DataAccessResourceFailureException("no session", brokenOff());
            }
            super.sendError(status);
          }
        });
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
                    .addFilters(DatabaseFailedTest::keepSession)))
        .isEqualTo(500);
  }
}
