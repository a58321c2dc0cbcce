package vn.nenmong.membership.movement;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.membership.movement.TransferRepository.Choice;
import vn.nenmong.membership.movement.TransferRepository.Row;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// Transfers of a period, reconciled with the other side as far as that is known.
@Controller
@ByOrganization
class TransfersController {

  private final TransferRepository transfers;
  private final RegisterReader reader;
  private final ExportRegister export;

  TransfersController(TransferRepository transfers, RegisterReader reader, ExportRegister export) {
    this.transfers = transfers;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/transfers")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked, choice)));
    return Register.VIEW;
  }

  @GetMapping("/transfers/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked, choice), response);
  }

  private Register<Row> register(Page page, Viewer viewer, Asked asked, Choice choice) {
    return Register.of(
            "/transfers",
            "nav.transfers",
            Register.Time.SPAN,
            transfers.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .notes(List.of(page.t("membership.transfer.help")))
        .views(Map.of("/movements", "nav.movements", "/guests", "nav.guests"))
        .filters(
            Filter.words(
                "direction",
                "membership.transfer.direction",
                choice.direction(),
                "membership.transfer.direction.",
                List.of("out", "in", "within")),
            Filter.words(
                "state",
                "membership.transfer.state",
                choice.state(),
                "membership.transfer.state.",
                List.of("open", "confirmed", "matched", "outside")));
  }
}
