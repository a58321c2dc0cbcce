package vn.nenmong.consolidation;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.database.Fence;

/// Tells the congresses of the demo's communes and of the one that they became, so that its figures
/// can be asked by terms.
@Component
@Order(3)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "nenmong.demo.scenario", havingValue = "merger")
class TellDemoTerms implements ApplicationRunner {

  private final DemoRepository demo;
  private final FillDemo fill;

  TellDemoTerms(DemoRepository demo, FillDemo fill) {
    this.demo = demo;
    this.fill = fill;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Fence.aroundEverything(Viewer.COMMAND_LINE.account())
        .call(() -> {
          fill.fill(demo.merged(), List.of("committee_term"));
          return null;
        });
  }
}
