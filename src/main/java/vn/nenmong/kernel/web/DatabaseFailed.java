package vn.nenmong.kernel.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Says that it failed where the database did. Spring takes a connection to the database that broke
/// off for one of the browser, and answers as if all were done: with 200 and nothing
/// (spring-framework issue 34481).
@ControllerAdvice
class DatabaseFailed {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFailed.class);

  @ExceptionHandler({SQLException.class, TransactionException.class})
  void answer(Exception failure, HttpServletResponse response) throws IOException {
    LOG.error("the database failed", failure);
    if (response.isCommitted()) {
      return;
    }
    try {
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    } catch (DataAccessException | TransactionException e) {
      // The session is kept before anything is answered, once: that failed as well.
      response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }
}
