package vn.nenmong.figures;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import vn.nenmong.kernel.Checkup;

/// Whether the registers that count as handed in are those whose rows are there.
@Component
class RegistersCheckup implements Checkup {

  private final RegistersCheckupRepository registers;

  RegistersCheckup(RegistersCheckupRepository registers) {
    this.registers = registers;
  }

  @Override
  public String name() {
    return "registers";
  }

  @Override
  public List<Finding> findings() {
    return Stream.concat(
            registers.notHandedIn().stream()
                .map(year -> finding("figures.checkup.notHandedIn", year)),
            registers.empty().stream().map(year -> finding("figures.checkup.empty", year)))
        .toList();
  }

  private static Finding finding(String code, RegistersCheckupRepository.OfYear year) {
    return Finding.of(
        code,
        year.commune(),
        new DefaultMessageSourceResolvable("figures.register." + year.register()),
        year.year());
  }
}
