package vn.nenmong.workbook.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.nenmong.access.Scope;
import vn.nenmong.kernel.id.TimeOrderedIds;
import vn.nenmong.kernel.time.Today;
import vn.nenmong.workbook.intake.Directory.Someone;
import vn.nenmong.workbook.intake.Directory.Standing;
import vn.nenmong.workbook.intake.ImportResult.Outcome;
import vn.nenmong.workbook.reading.Problem;
import vn.nenmong.workbook.reading.Sheet;
import vn.nenmong.workbook.reading.Wording;
import vn.nenmong.workbook.reading.Workbook;

/// Compares a file with what the database holds of its commune at the end of the file's year. Reads
/// only; what there is to write comes out as data.
@Component
class PlanImport {

  private final CommuneRepository repository;
  private final Today today;
  private final TimeOrderedIds ids;

  PlanImport(CommuneRepository repository, Today today) {
    this.repository = repository;
    this.today = today;
    this.ids = new TimeOrderedIds(today);
  }

  /// @param scope which communes the user may write
  ImportPlan plan(Workbook file, Scope scope, Answers answers, Wording words) {
    List<CommuneRepository.Root> roots = repository.roots(scope);
    FindCommune find = new FindCommune(words);
    String code = file.structural().isEmpty() ? find.root(file, roots) : null;
    if (code == null) {
      return refused(file, join(file.structural(), find.problems()));
    }
    repository.lock(code);
    Optional<CommuneRepository.Root> known =
        repository.roots(scope).stream()
            .filter(root -> NameKey.of(root.code()).equals(NameKey.of(code)))
            .findFirst();
    if (known.isEmpty() && (repository.isTaken(code) || !scope.paths().contains(""))) {
      return refused(
          file, List.of(rootProblem(file, code, words.of("workbook.expected.communeInScope"))));
    }
    List<Known.Organization> organizations =
        known.map(root -> repository.organizations(root.id())).orElse(List.of());
    if (known.isPresent()
        && !file.organizations().isEmpty()
        && FindCommune.isAnother(file.organizations(), code, known.get().name(), organizations)) {
      return refused(
          file,
          List.of(
              rootProblem(
                  file,
                  code,
                  words.of("workbook.expected.otherCommune", code, known.get().name()))));
    }
    return compare(file, code, known, organizations, answers, words);
  }

  private static Problem rootProblem(Workbook file, String code, String expected) {
    int row =
        file.organizations().stream()
            .filter(organization -> organization.code().equals(code))
            .findFirst()
            .map(organization -> organization.row())
            .orElse(0);
    return new Problem(Sheet.ORGANIZATIONS.title(), row, "Mã", code, expected);
  }

  private static ImportPlan refused(Workbook file, List<Problem> structural) {
    return new ImportPlan(
        new ImportResult(
            null,
            "",
            "",
            false,
            file.year(),
            Outcome.REFUSED,
            List.of(),
            file.sheets(),
            structural,
            file.problems(),
            file.notices().stream().map(Problem::expected).toList(),
            List.of(),
            Map.of(),
            List.of()),
        Map.of(),
        false,
        List.of());
  }

  private ImportPlan compare(
      Workbook file,
      String code,
      Optional<CommuneRepository.Root> root,
      List<Known.Organization> organizations,
      Answers answers,
      Wording words) {
    UUID commune = root.map(CommuneRepository.Root::id).orElseGet(ids::next);
    boolean isNew = root.isEmpty();
    int year = file.year();
    Comparison comparison =
        new Comparison(
            commune,
            file,
            ids,
            isNew ? new HashMap<>() : repository.handedIn(commune),
            file.problems().isEmpty() ? answers : answers.one(),
            today.date(),
            words);
    Set<Sheet> present = file.complete() ? file.present() : Set.of();
    Places places =
        new CompareOrganizations(comparison, organizations)
            .compare(file.organizations(), code, file.superior());
    new CompareVillages(
            comparison,
            places,
            isNew ? List.of() : repository.villages(commune),
            isNew ? List.of() : repository.villageYears(commune, year))
        .compare(file.villages(), file.complete());

    Directory directory = new Directory();
    List<Known.Person> people = isNew ? List.of() : repository.people(commune);
    List<Known.Candidate> candidates = isNew ? List.of() : repository.candidates(commune);
    List<Known.Membership> memberships =
        isNew
            ? List.of()
            : repository.memberships(commune, year, comparison.yearBefore(Sheet.MEMBERS));
    CompareMembers members = new CompareMembers(comparison, places, directory, answers);
    Map<UUID, UUID> candidateCells = new HashMap<>();
    candidates.forEach(candidate -> candidateCells.put(candidate.person(), candidate.cell()));
    List<Known.Post> posts = isNew ? List.of() : repository.posts(commune);
    Map<UUID, Set<UUID>> villages = new HashMap<>();
    posts.forEach(
        post -> villages.computeIfAbsent(post.person(), k -> new HashSet<>()).add(post.village()));
    members.know(
        people,
        memberships,
        isNew ? Map.of() : repository.memberStates(commune),
        candidateCells,
        villages);
    members.compare(file.members(), present.contains(Sheet.MEMBERS));

    addOthers(directory, people, members.memberships().keySet(), candidateCells.keySet(), posts);
    FindPerson find = new FindPerson(comparison, places, directory);
    new CompareCandidates(
            comparison, places, directory, find, candidates, people, members.admitted())
        .compare(file.candidates(), present.contains(Sheet.CANDIDATES));
    compareCadre(file, comparison, places, directory, find, posts, isNew);
    compareWork(file, comparison, places, directory, find, members, isNew);

    CompareIndicators indicators = new CompareIndicators(comparison, answers);
    indicators.compare(
        file.indicators(),
        isNew ? List.of() : repository.indicators(commune, year),
        present.contains(Sheet.INDICATORS));
    present.forEach(comparison::handIn);
    return plan(file, code, isNew, comparison, places, members, answers, indicators);
  }

  private void compareCadre(
      Workbook file,
      Comparison comparison,
      Places places,
      Directory directory,
      FindPerson find,
      List<Known.Post> posts,
      boolean isNew) {
    UUID commune = comparison.commune();
    Set<Sheet> present = file.complete() ? file.present() : Set.of();
    CompareCadre cadre = new CompareCadre(comparison, places, directory, find);
    cadre.offices(
        file.offices(),
        isNew ? List.of() : repository.offices(commune),
        present.contains(Sheet.OFFICES));
    cadre.charges(
        file.charges(),
        isNew ? List.of() : repository.charges(commune),
        present.contains(Sheet.CHARGES));
    cadre.posts(file.villagePosts(), posts, present.contains(Sheet.VILLAGE_POSTS));
    cadre.training(
        file.training(),
        isNew ? List.of() : repository.courses(commune),
        isNew ? List.of() : repository.attendances(commune),
        present.contains(Sheet.TRAINING));
    cadre.planning(
        file.planning(),
        isNew ? List.of() : repository.planning(commune),
        present.contains(Sheet.PLANNING));
    cadre.massOrganizations(
        file.massOrganizations(),
        isNew ? List.of() : repository.massOrganizations(commune, comparison.year()),
        present.contains(Sheet.MASS_ORGANIZATIONS));
  }

  private void compareWork(
      Workbook file,
      Comparison comparison,
      Places places,
      Directory directory,
      FindPerson find,
      CompareMembers members,
      boolean isNew) {
    UUID commune = comparison.commune();
    int year = comparison.year();
    Set<Sheet> present = file.complete() ? file.present() : Set.of();
    CompareWork work = new CompareWork(comparison, places, directory, find);
    work.resolutions(
        file.resolutions(),
        isNew ? List.of() : repository.resolutions(commune),
        present.contains(Sheet.RESOLUTIONS));
    work.studies(
        file.studies(),
        isNew ? List.of() : repository.study(commune),
        present.contains(Sheet.STUDY));
    work.models(
        file.models(),
        isNew ? List.of() : repository.models(commune, year),
        present.contains(Sheet.MODELS));
    work.meetings(
        file.meetings(),
        isNew ? List.of() : repository.meetings(commune),
        present.contains(Sheet.MEETINGS));
    work.cellReviews(
        file.cellReviews(),
        isNew ? List.of() : repository.organizationReviews(commune, year),
        present.contains(Sheet.CELL_REVIEWS));
    work.memberReviews(
        file.memberReviews(),
        isNew ? List.of() : repository.memberReviews(commune, year),
        members.memberships(),
        members.cards(),
        present.contains(Sheet.MEMBER_REVIEWS));
  }

  /// Those of the database who are neither members nor on the list: kept for a post or a course.
  private static void addOthers(
      Directory directory,
      List<Known.Person> people,
      Set<UUID> members,
      Set<UUID> candidates,
      List<Known.Post> posts) {
    Map<UUID, UUID> villages = new HashMap<>();
    posts.forEach(post -> villages.put(post.person(), post.village()));
    for (Known.Person person : people) {
      if (!members.contains(person.id()) && !candidates.contains(person.id())) {
        directory.add(
            new Someone(
                person.id(),
                person.name(),
                Standing.OTHER,
                person.born(),
                null,
                villages.get(person.id())));
      }
    }
  }

  private static ImportPlan plan(
      Workbook file,
      String code,
      boolean isNew,
      Comparison comparison,
      Places places,
      CompareMembers members,
      Answers answers,
      CompareIndicators indicators) {
    List<Problem> structural = comparison.structural();
    List<Problem> problems = join(file.problems(), comparison.problems());
    Places.Organization root = places.organization(comparison.commune());
    List<RegisterResult> registers = new ArrayList<>();
    for (Sheet sheet : Sheet.values()) {
      if (file.present().contains(sheet)) {
        registers.add(comparison.tally(sheet).result());
      }
    }
    Map<Integer, String> answered = new HashMap<>();
    answers
        .people()
        .forEach((row, who) -> answered.put(row, who.map(UUID::toString).orElse("new")));
    List<String> notices = new ArrayList<>();
    file.notices().forEach(notice -> notices.add(sentence(notice)));
    notices.addAll(comparison.notices());
    return new ImportPlan(
        new ImportResult(
            comparison.commune(),
            code,
            root == null ? "" : root.name(),
            isNew,
            file.year(),
            Outcome.PREVIEW,
            registers,
            file.sheets(),
            structural,
            problems,
            notices,
            members.asks(),
            answered,
            indicators.bindings()),
        comparison.batches(),
        comparison.doLivesChange(),
        comparison.ended());
  }

  private static String sentence(Problem notice) {
    String place = notice.sheet() + (notice.row() > 0 ? ", " + notice.row() : "");
    return place + ": " + notice.expected();
  }

  private static List<Problem> join(List<Problem> first, List<Problem> second) {
    List<Problem> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
