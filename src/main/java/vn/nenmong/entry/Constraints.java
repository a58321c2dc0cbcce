package vn.nenmong.entry;

import java.sql.SQLException;
import org.springframework.dao.DataIntegrityViolationException;

/// What a constraint of the database says, for someone who filled in a form.
final class Constraints {

  private Constraints() {}

  static Problem problem(DataIntegrityViolationException e) {
    String state =
        e.getMostSpecificCause() instanceof SQLException sql
            ? String.valueOf(sql.getSQLState())
            : "";
    return Problem.of(
        null,
        switch (state) {
          case "23505", "23P01" -> "entry.problem.twice";
          case "23502" -> "entry.problem.follows";
          case "23503" -> "entry.problem.refersTo";
          default -> "entry.problem.constraint";
        });
  }
}
