package vn.nenmong.workbook.intake;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.database.Fence;

/// Fills a demo that is still empty with its made-up commune, before its address is told.
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "nenmong.demo", havingValue = "true")
class LoadDemo implements ApplicationRunner {

  private final CommuneRepository communes;
  private final ImportFile imports;

  LoadDemo(CommuneRepository communes, ImportFile imports) {
    this.communes = communes;
    this.imports = imports;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Fence.aroundEverything(Viewer.COMMAND_LINE.account())
        .call(() -> communes.roots(Scope.ALL).isEmpty() ? imports.loadDemo() : null);
  }
}
