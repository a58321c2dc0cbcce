package vn.nenmong.architecture.violators;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;

/// Breaks every rule of the architecture test; abstract, so that no context has it.
@Controller
public abstract class EverythingManager {

  @Autowired JdbcClient jdbc;

  @GetMapping("/everything")
  String show(@ModelAttribute Viewer viewer) {
    return viewer.account();
  }

  Instant moment() {
    return Instant.now();
  }
}
