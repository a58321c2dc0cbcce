package vn.nenmong.activity.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.MeetingViews;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.ExportRegister;

/// The frames that the commune has sent to its cells, and what came back of each.
@Controller
@ByOrganization
class FramesController {

  private final FrameRegisterRepository register;
  private final FrameRepository frames;
  private final RegisterReader reader;
  private final ExportRegister export;

  FramesController(
      FrameRegisterRepository register,
      FrameRepository frames,
      RegisterReader reader,
      ExportRegister export) {
    this.register = register;
    this.frames = frames;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/meetings/frames")
  String list(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Model model) {
    model.addAttribute("shown", reader.show(register(page, viewer, asked)));
    return Register.VIEW;
  }

  @GetMapping("/meetings/frames/export")
  void export(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    export.run(viewer, page, register(page, viewer, asked), response);
  }

  /// The newest first.
  private Register<FrameRegisterRepository.Row> register(Page page, Viewer viewer, Asked asked) {
    Asked sorted = asked.orSortedBy("-month");
    return Register.of(
            "/meetings/frames",
            "activity.frame.register",
            Register.Time.YEAR,
            register.query(viewer.scope(), page.period(), sorted),
            sorted)
        .views(MeetingViews.of(page))
        .notes(List.of(page.t("activity.frame.help")));
  }

  @GetMapping("/meetings/frames/{id}")
  String show(@PathVariable UUID id, @ModelAttribute(binding = false) Viewer viewer, Model model) {
    MeetingFrame frame =
        frames
            .find(viewer.scope(), id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("frame", frame);
    model.addAttribute("cells", frames.cells(viewer.scope(), frame));
    return "vn/nenmong/activity/frame/frame";
  }
}
