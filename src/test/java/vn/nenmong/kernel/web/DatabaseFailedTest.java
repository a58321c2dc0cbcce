package vn.nenmong.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.EOFException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.PostMapping;

class DatabaseFailedTest {

  /// As when PostgreSQL is killed while it writes.
  @Controller
  static class BrokenOff {
    @PostMapping("/write")
    void write() {
      throw new TransactionSystemException(
          "commit failed", new SQLException("I/O error", new EOFException()));
    }
  }

  @Test
  void aWriteWhoseEndNobodyKnowsIsNotAnsweredAsDone() throws Exception {
    assertThat(
            MockMvcBuilders.standaloneSetup(new BrokenOff())
                .setControllerAdvice(new DatabaseFailed())
                .build()
                .perform(post("/write"))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(500);
  }
}
