package vn.nenmong.document.paper;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.nenmong.access.Audit;
import vn.nenmong.access.Viewer;
import vn.nenmong.document.store.BodyRepository;
import vn.nenmong.document.store.PaperKind;
import vn.nenmong.document.store.PaperTemplates;
import vn.nenmong.document.store.Papers;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.membership.paper.IssuedPaper;
import vn.nenmong.membership.step.FindStep;
import vn.nenmong.membership.way.Limits;
import vn.nenmong.membership.way.Step;
import vn.nenmong.rule.Deadline;
import vn.nenmong.rule.RuleValue;
import vn.nenmong.rule.Rulebook;
import vn.nenmong.rule.Rulebooks;

/// The papers of steps as Word files, each kind of step with its own template.
@Component
public class StepPapers implements Papers {

  private final FindStep findStep;
  private final StepPaperRepository repository;
  private final BodyRepository bodies;
  private final Rulebooks rulebooks;
  private final PaperTemplates templates;
  private final MessageSource messages;
  private final Audit audit;
  private final Today today;

  StepPapers(
      FindStep findStep,
      StepPaperRepository repository,
      BodyRepository bodies,
      Rulebooks rulebooks,
      PaperTemplates templates,
      MessageSource messages,
      Audit audit,
      Today today) {
    this.findStep = findStep;
    this.repository = repository;
    this.bodies = bodies;
    this.rulebooks = rulebooks;
    this.templates = templates;
    this.messages = messages;
    this.audit = audit;
    this.today = today;
  }

  @Override
  public List<PaperKind> kinds() {
    return Arrays.stream(IssuedPaper.values()).map(StepPapers::kind).toList();
  }

  static PaperKind kind(IssuedPaper paper) {
    String code = paper.step().code();
    return new PaperKind(code, "way.step." + code, code.replace('_', '-'), StepTags.ALL);
  }

  /// The paper of a step, handed out: the trail says so. Empty where the step is not there, does
  /// not hold, or has no paper that the commune issues.
  ///
  /// @return name of the file and the file
  @Transactional
  public Optional<Map.Entry<String, byte[]>> export(Viewer viewer, UUID id) {
    return findStep
        .run(viewer.scope(), id)
        .flatMap(found ->
            IssuedPaper.of(found.step().kind()).map(paper -> export(viewer, paper, found)));
  }

  private Map.Entry<String, byte[]> export(Viewer viewer, IssuedPaper paper, FindStep.Found found) {
    Step step = found.step();
    UUID commune = found.person().commune();
    audit.record(
        viewer,
        commune,
        "export",
        "step_paper",
        found.person().id(),
        "{\"kind\":\"%s\"}".formatted(step.kind().code()));
    byte[] file =
        templates
            .inUse(viewer.scope(), kind(paper), commune, today.date(), step.day())
            .fill(
                StepModel.of(facts(paper, found), this::word),
                what -> word("document.paper.missing", what));
    return Map.entry(
        kind(paper).file() + "-" + Vietnamese.fold(found.person().name()) + "-" + step.day(), file);
  }

  private StepFacts facts(IssuedPaper paper, FindStep.Found found) {
    LocalDate day = found.step().day();
    UUID commune = found.person().commune();
    UUID cell = found.cell();
    Rulebook rules = rulebooks.of(commune);
    return new StepFacts(
        paper,
        found,
        repository.person(found.person().id(), day),
        bodies.find(commune, day).orElseThrow(),
        cell == null ? null : bodies.find(cell, day).orElse(null),
        found
            .before()
            .admissionDay()
            .flatMap(admitted -> Limits.probation(admitted, rules))
            .map(Deadline::due)
            .orElse(null),
        found.relied().stream()
            .flatMap(code -> rules.on(day, code).stream())
            .map(RuleValue::source)
            .filter(source -> !source.evidence().isWeak())
            .toList());
  }

  private String word(String key, Object... arguments) {
    return messages.getMessage(key, arguments, Vietnamese.LOCALE);
  }
}
