package vn.nenmong.workbook.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization;
import vn.nenmong.consolidation.reorganization.Reorganization;
import vn.nenmong.kernel.database.Fence;

/// Fills a demo that is still empty with its made-up commune, or with three of which one came in
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
  private final CarryOutReorganization reorganize;
  private final boolean merger;

  LoadDemo(
      CommuneRepository communes,
      ImportFile imports,
      CarryOutReorganization reorganize,
      @Value("${nenmong.demo.scenario:}") String scenario) {
    this.communes = communes;
    this.imports = imports;
    this.reorganize = reorganize;
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
    if (merger) {
      merge();
    }
  }

  /// Where it was done already the units are no longer there, and nothing is done.
  private void merge() {
    try (InputStream event = new ClassPathResource("demo/merger-2025.json").getInputStream()) {
      Reorganization merger = JsonMapper.builder().build().readValue(event, Reorganization.class);
      Fence.aroundEverything(Viewer.COMMAND_LINE.account())
          .call(() -> reorganize.run(Viewer.COMMAND_LINE, merger));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
