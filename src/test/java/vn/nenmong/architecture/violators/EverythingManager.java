package vn.nenmong.architecture.violators;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// Breaks every rule of the architecture test.
@Controller
public class EverythingManager {

  @Autowired JdbcClient jdbc;

  Instant moment() {
    return Instant.now();
  }
}
