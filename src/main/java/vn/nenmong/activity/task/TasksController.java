package vn.nenmong.activity.task;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.nenmong.access.Viewer;
import vn.nenmong.activity.task.TaskRegisterRepository.Choice;
import vn.nenmong.activity.task.TaskRegisterRepository.Row;
import vn.nenmong.kernel.register.Asked;
import vn.nenmong.kernel.register.Filter;
import vn.nenmong.kernel.register.Register;
import vn.nenmong.kernel.register.RegisterReader;
import vn.nenmong.kernel.web.Page;
import vn.nenmong.organization.ByOrganization;
import vn.nenmong.organization.CellFilter;
import vn.nenmong.organization.ExportRegister;

/// The tasks that cells gave, those that are overdue first.
@Controller
@ByOrganization
class TasksController {

  private final TaskRegisterRepository tasks;
  private final CellFilter cells;
  private final RegisterReader reader;
  private final ExportRegister export;

  TasksController(
      TaskRegisterRepository tasks,
      CellFilter cells,
      RegisterReader reader,
      ExportRegister export) {
    this.tasks = tasks;
    this.cells = cells;
    this.reader = reader;
    this.export = export;
  }

  @GetMapping("/tasks")
  String show(
      @ModelAttribute(binding = false) Page page,
      @ModelAttribute(binding = false) Viewer viewer,
      Asked asked,
      Choice choice,
      Model model) {
    model.addAttribute(
        "shown",
        reader.show(
            register(page, viewer, asked, choice)
                .totals(tasks.totals(viewer.scope(), page.period(), asked, choice))));
    return Register.VIEW;
  }

  @GetMapping("/tasks/export")
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
            "/tasks",
            "nav.tasks",
            Register.Time.DAY,
            tasks.query(viewer.scope(), page.period(), asked, choice),
            asked)
        .filters(
            cells.of(viewer.scope(), page.period(), choice.cell()),
            Filter.words(
                "state",
                "activity.task.state",
                choice.state(),
                "activity.task.state.",
                TaskRegisterRepository.STATES));
  }
}
