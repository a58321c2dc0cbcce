package vn.nenmong.workbook.intake;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.database.Fence;

/// Fills a demo that is still empty with its made-up commune, or with three that became one in
/// 2025, before its address is told.
@Component
@Order(0)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "nenmong.demo", havingValue = "true")
class LoadDemo implements ApplicationRunner {

  private static final List<String> NEIGHBOURS =
      List.of("he-muong-2016.xlsx", "nua-ngam-2016.xlsx");

  private final CommuneRepository communes;
  private final ImportFile imports;
  private final boolean merger;

  LoadDemo(
      CommuneRepository communes,
      ImportFile imports,
      @Value("${nenmong.demo.scenario:}") String scenario) {
    this.communes = communes;
    this.imports = imports;
    this.merger = scenario.equals("merger");
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Fence.aroundEverything(Viewer.COMMAND_LINE.account())
        .call(() -> {
          if (communes.roots(Scope.ALL).isEmpty()) {
            imports.loadDemo();
            if (merger) {
              NEIGHBOURS.forEach(imports::loadPacked);
            }
          }
          return true;
        });
  }
}
