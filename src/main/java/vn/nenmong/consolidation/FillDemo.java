package vn.nenmong.consolidation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Viewer;
import vn.nenmong.entry.RecordChange;
import vn.nenmong.kernel.database.Fence;

/// Gives the demo what its workbook has no sheet for, after that was imported.
@Component
@Order(1)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "nenmong.demo", havingValue = "true")
class FillDemo implements ApplicationRunner {

  /// Each a change of its own; a name of the trail and of a script.
  private static final List<String> PARTS = List.of("charges", "visits", "regulations");

  private final DemoRepository demo;
  private final RecordChange record;

  FillDemo(DemoRepository demo, RecordChange record) {
    this.demo = demo;
    this.record = record;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Fence.aroundEverything(Viewer.COMMAND_LINE.account())
        .call(() -> {
          fill(demo.commune(), PARTS);
          return null;
        });
  }

  void fill(Optional<UUID> of, List<String> parts) {
    of.ifPresent(commune ->
        parts.forEach(part ->
            record.run(
                Viewer.COMMAND_LINE, commune, "add", part, null, null, () -> demo.fill(part))));
  }
}
