package vn.nenmong.consolidation.reorganization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.database.Fence;

/// Makes one commune of the three of the demo's second scenario, once all that they had is there.
@Component
@Order(2)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "nenmong.demo.scenario", havingValue = "merger")
class MergeDemo implements ApplicationRunner {

  private final CarryOutReorganization reorganize;

  MergeDemo(CarryOutReorganization reorganize) {
    this.reorganize = reorganize;
  }

  /// Where it was done at an earlier start, the three have ended, and nothing is done.
  @Override
  public void run(ApplicationArguments arguments) {
    Reorganization merger = read();
    Fence.aroundEverything(Viewer.COMMAND_LINE.account())
        .call(() -> reorganize.run(Viewer.COMMAND_LINE, merger));
  }

  private static Reorganization read() {
    try (InputStream event = new ClassPathResource("demo/merger-2025.json").getInputStream()) {
      return JsonMapper.builder().build().readValue(event, Reorganization.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
