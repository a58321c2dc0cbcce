package vn.nenmong.command.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.access.Scope;
import vn.nenmong.access.Viewer;
import vn.nenmong.consolidation.reorganization.CarryOutReorganization;
import vn.nenmong.consolidation.reorganization.Plan;
import vn.nenmong.consolidation.reorganization.Reorganization;
import vn.nenmong.kernel.text.Vietnamese;
import vn.nenmong.organization.OrganizationRef;
import vn.nenmong.organization.Organizations;
import vn.nenmong.workbook.intake.Answers;
import vn.nenmong.workbook.intake.ImportFile;
import vn.nenmong.workbook.intake.ImportResult;
import vn.nenmong.workbook.reading.Problem;

/// Measures the program as an office meets it: imports made communes, starts the program on them in
/// a process of its own with 256 MB of heap, and opens its pages by one client.
public final class Benchmark {

  /// What is measured by itself.
  public enum Part {
    START,
    IMPORT,
    PAGES,
    PROVINCE,
    MERGE
  }

  private static final LocalDate DAY = LocalDate.of(2016, 12, 31);
  private static final String HEAP = "256m";
  private static final int WARM_UP = 200;
  private static final int TIMES = 100;
  private static final int FIRST_TIMES = 20;
  private static final int OTHER_YEARS = 5;
  private static final int MORE_ROWS_THAN_EVER = 1_000_000;

  private static final double PAGE_MS = 20;
  private static final double FIGURES_MS = 50;
  private static final double DUE_MS = 200;
  private static final double COVERAGE_MS = 60;
  private static final double PROVINCE_MS = 250;
  private static final int COMMUNES = 45;
  private static final int MERGED = 4;
  private static final double MERGE_MS = 5_000;
  private static final double PLAN_MS = 5_000;
  private static final double IMPORT_ROWS_A_SECOND = 5_000;

  /// Lines of lists; a page takes 50,000.
  private static final List<Integer> LISTS = List.of(3_000, 45_000);

  private static final List<String> QUERIES =
      List.of(
          "nguyen van hung",
          "Đặng",
          "dang",
          "tran thi lan",
          "uoc",
          "hoà",
          Normalizer.normalize("hòa", Normalizer.Form.NFD),
          "khong ai ten nay");

  /// How much more time row security may take.
  private static final double MOST_OF_FENCE = 0.25;

  private static final Pattern COUNT = Pattern.compile("id=\"count\"[^>]*>([^<]*)");
  private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?href=\"(/[^\"]*)\"");
  private static final Pattern CHART = Pattern.compile("<svg\\b[^>]*role=\"img\"");

  private final Path jar;
  private final Path work;
  private final Folder.Opening opening;
  private final Consumer<String> progress;
  private final Measures measures = new Measures();

  /// @param jar of the program
  /// @param work an empty folder, for data and logs
  /// @param progress is told what is being done
  public Benchmark(Path jar, Path work, Folder.Opening opening, Consumer<String> progress) {
    this.jar = jar;
    this.work = work;
    this.opening = opening;
    this.progress = progress;
  }

  /// @param sizes members of the communes whose pages are opened
  /// @return tables of Markdown
  public List<String> run(Set<Part> parts, List<Integer> sizes) throws Exception {
    for (Part part : parts) {
      switch (part) {
        case START -> {
          measureStart();
          measureTwoServers();
        }
        case IMPORT -> {
          measureImports();
          measureLists();
        }
        case PAGES -> {
          for (int size : sizes) {
            measurePages(size);
          }
        }
        case PROVINCE -> measureProvince();
        case MERGE -> measureMerge();
      }
    }
    return measures.lines();
  }

  private void measureStart() throws Exception {
    progress.accept("start");
    Path data = work.resolve("start");
    double importSeconds;
    try (Folder folder = opening.open(data)) {
      importSeconds = Timings.millis(() -> folder.bean(ImportFile.class).loadDemo()) / 1000;
      makeAccounts(folder, "NATONG");
    }
    measures.section("Start", "what", "target", "measured", "reached");
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      try (ChildProgram program = serve(data)) {
        starts.add(program.readyAfterSeconds());
        if (i == 4) {
          weigh(program);
        }
      }
    }
    double start = new Timings(starts).median();
    measures.row(
        "`java -jar` to ready on an existing data folder, median of five",
        "6 s",
        seconds(start),
        Measures.atMost(6, start));
    measures.row(
        "import of the Na Tông workbook, the first of a process",
        "3 s",
        seconds(importSeconds),
        Measures.atMost(3, importSeconds));
    measures.lines().addAll(weights);
  }

  private void measureTwoServers() throws Exception {
    progress.accept("two servers");
    measures.section(
        "Two servers on one database, four clients at each",
        "what",
        "target",
        "measured",
        "reached");
    try (Folder folder = opening.open(work.resolve("start"))) {
      TwoServers.Outcome rates = new TwoServers(jar, work).run(folder);
      double alone = Math.max(rates.one(), rates.other());
      measures.row(
          "one alone, and the other alone",
          "–",
          pages(rates.one()) + ", " + pages(rates.other()),
          "–");
      measures.row(
          "both at once, with the processors in common",
          "90 % of one alone",
          pages(rates.both()),
          Measures.atLeast(0.9 * alone, rates.both()));
    }
  }

  private static String pages(double rate) {
    return number(rate) + " pages/s";
  }

  private final List<String> weights = new ArrayList<>();

  /// Every page of the menu as its first visitor gets it.
  private void weigh(ChildProgram program) throws Exception {
    progress.accept("weights");
    var table = new Measures();
    table.section("Weight of a first visit, compressed", "page", "target", "kB", "reached");
    try (Visitor visitor = signedIn(program)) {
      Set<String> pages = new LinkedHashSet<>(List.of("/"));
      Matcher link = LINK.matcher(visitor.open("/").text());
      while (link.find()) {
        pages.add(link.group(1).replaceAll("[?#].*", ""));
      }
      pages.removeIf(page -> page.startsWith("/language"));
      Set<String> kinds = new HashSet<>();
      for (String page : pages) {
        Visitor.Answer answer = visitor.get(page);
        if (answer.status() != 200 || !answer.text().startsWith("<!doctype html>")) {
          continue;
        }
        boolean charts = CHART.matcher(answer.text()).find();
        double weight = visitor.weight(page) / 1000.0;
        int target = charts ? 100 : 60;
        String name = page.replaceAll("[0-9a-f-]{36}", "…");
        if (!kinds.add(name)) {
          continue;
        }
        table.row("`" + name + "`", target, number(weight), Measures.atMost(target, weight));
      }
    }
    weights.addAll(table.lines());
  }

  private void measureImports() throws Exception {
    measures.section("Import", "what", "target", "measured", "reached");
    try (Folder folder = opening.open(work.resolve("import"))) {
      folder.bean(ImportFile.class).loadDemo();
      measureWrongRows(folder);
      measureNamesakes(folder);
      measureImport(folder, 5_000);
    }
  }

  private void measureImport(Folder folder, int members) throws Exception {
    progress.accept("import of " + members);
    MadeCommune commune = MadeCommune.of(CommuneShape.sized(members), 1);
    Path file = write(commune.memberSheets(), "members-" + members);
    double millis = Timings.millis(() -> requireClean(load(folder, file)));
    double rate = members / (millis / 1000);
    measures.row(
        "member sheet of %,d rows, one transaction, all checks".formatted(members),
        "5,000 rows/s",
        "%,.0f rows/s (%s)".formatted(rate, seconds(millis / 1000)),
        Measures.atLeast(IMPORT_ROWS_A_SECOND, rate));
  }

  private void measureWrongRows(Folder folder) throws Exception {
    progress.accept("wrong rows");
    MadeCommune commune = MadeCommune.of(CommuneShape.sized(4_999), 1);
    var spoilt = MadeMistakes.spoil(commune.sheets().get(2), 25);
    ImportResult result = load(folder, write(withMembers(commune, spoilt.sheet()), "spoilt"));
    Set<Integer> listed =
        result.allProblems().stream()
            .map(Problem::row)
            .collect(Collectors.toCollection(TreeSet::new));
    measures.row(
        "wrong rows listed, of %d among 4,999".formatted(spoilt.rows().size()),
        "all, and no other",
        Integer.toString(listed.size()),
        listed.equals(spoilt.rows()) ? "yes" : "**no**");
  }

  private void measureNamesakes(Folder folder) throws Exception {
    progress.accept("namesakes");
    MadeCommune commune = MadeCommune.of(CommuneShape.sized(2_999), 1);
    requireClean(load(folder, write(commune.memberSheets(), "before")));
    MadeSheet namesakes = MadeMistakes.namesakes(commune, commune.sheets().get(2), 200);
    ImportResult result = load(folder, write(withMembers(commune, namesakes), "namesakes"));
    measures.row(
        "200 people who bear names of the 2,999 that are there",
        "200 new",
        "%d new, %d changed".formatted(result.added(), result.changed()),
        result.added() == 200 && result.changed() == 0 ? "yes" : "**no**");
  }

  private void measureLists() throws Exception {
    measures.section("Lists of an office's own", "what", "target", "measured", "reached");
    for (int rows : LISTS) {
      measureList(rows);
    }
  }

  /// From the choice of the file to its people in the register, as someone at the office goes.
  private void measureList(int rows) throws Exception {
    progress.accept("list of " + rows);
    Path data = work.resolve("list-" + rows);
    MadeCommune commune = MadeCommune.of(CommuneShape.sized(rows), 1);
    try (Folder folder = opening.open(data)) {
      folder.bean(ImportFile.class).loadDemo();
      requireClean(load(folder, write(commune.memberSheets().subList(0, 2), "cells-" + rows)));
      makeAccounts(folder, commune.shape().code());
    }
    Path file = write(List.of(OfficeList.of(commune)), "list-" + rows);
    try (ChildProgram program = serve(data);
        Visitor visitor = signedIn(program)) {
      measureSteps(visitor, file, commune);
      measures.row(
          "most memory the program's process held (`-Xmx%s`)".formatted(HEAP),
          "–",
          program.peakMemory() + " MB",
          "–");
    }
  }

  private void measureSteps(Visitor visitor, Path file, MadeCommune commune) throws Exception {
    int rows = commune.people().size();
    String csrf = Visitor.csrf(visitor.open("/import"));
    long begin = System.nanoTime();
    String page = URI.create(visitor.upload("/import", csrf, "file", file).location()).getPath();
    visitor.await(page);
    String address = page + "/mapping";
    Map<String, String> form =
        Visitor.form(visitor.open(address + "?commune=" + commune.shape().code()), address);
    double shown = since(begin);
    form.put("read", "yes");
    begin = System.nanoTime();
    visitor.post(address, form);
    Map<String, String> confirmation = Visitor.form(visitor.await(page), page);
    double understood = since(begin);
    begin = System.nanoTime();
    visitor.post(page, confirmation);
    visitor.await(page);
    double written = since(begin);
    String listed = visitor.open("/members?organization=" + commune.shape().code()).text();
    measures.row(
        "%,d lines: file chosen to columns shown".formatted(rows),
        rows == 3_000 ? "2 s" : "–",
        seconds(shown),
        rows == 3_000 ? Measures.atMost(2, shown) : "–");
    measures.row(
        "%,d lines: columns confirmed to problems shown".formatted(rows),
        rows == 3_000 ? "5 s" : "–",
        seconds(understood),
        rows == 3_000 ? Measures.atMost(5, understood) : "–");
    double rate = rows / written;
    measures.row(
        "%,d lines: written, %s in the register".formatted(rows, counted(listed)),
        "5,000 rows/s",
        "%,.0f rows/s (%s)".formatted(rate, seconds(written)),
        Measures.atLeast(IMPORT_ROWS_A_SECOND, rate));
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static String counted(String page) {
    Matcher count = COUNT.matcher(page);
    return count.find() ? count.group(1).strip() : "none";
  }

  private void measurePages(int members) throws Exception {
    Path data = work.resolve("pages-" + members);
    MadeCommune commune = MadeCommune.of(CommuneShape.sized(members), 1);
    try (Folder folder = opening.open(data)) {
      folder.bean(ImportFile.class).loadDemo();
      if (members >= 50_000) {
        measureImport(folder, members);
      }
      progress.accept("whole workbook of " + members);
      requireClean(load(folder, write(commune.sheets(), "whole-" + members)));
      makeAccounts(folder, commune.shape().code());
    }
    try (ChildProgram program = serve(data);
        Visitor visitor = signedIn(program);
        Folder beside = opening.open(data)) {
      new Pages(commune, program, visitor, beside).measure();
    }
    measureArchive(data, members);
  }

  /// With the database stopped before each: what an office waits for.
  private void measureArchive(Path data, int members) throws Exception {
    progress.accept("archive of " + members);
    measures.section(
        "Backup at %,d members, 256 MB of heap".formatted(members),
        "what",
        "target",
        "measured",
        "reached");
    Map<String, String> settings = Map.of("NENMONG_PASSPHRASE", "made up for a measure");
    String file = work.resolve("archive-" + members).toString();
    Path log = work.resolve("archive.log");
    double backup =
        ChildProgram.run(jar, "256m", settings, log, "backup", file, "--data", data.toString());
    measures.row(
        "`backup`, start of the database included; a file of %,d kB"
            .formatted(Files.size(Path.of(file)) / 1000),
        "60 s at 100,000",
        seconds(backup),
        Measures.atMost(60, backup));
    double restore =
        ChildProgram.run(
            jar,
            "256m",
            settings,
            log,
            "restore",
            file,
            "--data",
            work.resolve("restored-" + members).toString());
    measures.row(
        "`restore` into a new data folder, which is made",
        "180 s at 100,000",
        seconds(restore),
        Measures.atMost(180, restore));
  }

  /// The pages of one commune.
  private final class Pages {

    private final MadeCommune commune;
    private final ChildProgram program;
    private final Visitor visitor;
    private final BareSqlRepository sql;
    private final UUID id;
    private final String cell;
    private final int members;
    private final FenceDown fence;

    Pages(MadeCommune commune, ChildProgram program, Visitor visitor, Folder folder) {
      this.commune = commune;
      this.program = program;
      this.visitor = visitor;
      sql = folder.bean(BareSqlRepository.class);
      OrganizationRef root = root(folder, commune.shape().code());
      id = root.id();
      cell = commune.shape().code() + "/CB01";
      members = commune.people().size();
      fence = new FenceDown(folder);
    }

    void measure() throws Exception {
      progress.accept("pages of " + members);
      measures.section(
          "Pages at %,d members".formatted(members),
          "page",
          "target, p95 ms",
          "median / p95 ms",
          "reached",
          "bare SQL, median / p95 ms");
      measureLists();
      measureSearches();
      measureFigures();
      measureWays();
      measurePlan();
      measureExport();
      measureFence();
    }

    /// What all ways of the commune wait for, and its comings and goings of a year.
    private void measureWays() throws Exception {
      way("what is due in 30 days", "/due?horizon=30", DUE_MS);
      way("what is due in 30 days, as data", "/api/due?days=30", DUE_MS);
      way("board of candidates", "/candidates/board", DUE_MS);
      way("movement of a year", "/movements?year=2016", DUE_MS);
      way("where to act first", "/where-to-act", DUE_MS);
      afterAChange("where to act first", "/where-to-act", DUE_MS);
    }

    /// From pressing the button: the first plan that keeps all that must be kept, and the best with
    /// two others.
    private void measurePlan() throws Exception {
      String address = "/plans/villages";
      Map<String, String> form =
          Visitor.form(visitor.open(address + "?organization=" + commune.shape().code()), address);
      int villages = commune.shape().emptyVillages();
      long begin = System.nanoTime();
      String run = visitor.post(address, form).location();
      Visitor.Answer page = visitor.open(run);
      while (page.again() && !page.text().contains("class=\"tag ok\"")) {
        page = visitor.open(run);
      }
      double feasible = since(begin) * 1000;
      visitor.await(run);
      double done = since(begin) * 1000;
      measures.row(
          "plan of %d villages and more: one that keeps all that must be kept".formatted(villages),
          number(PLAN_MS),
          number(feasible),
          Measures.atMost(PLAN_MS, feasible),
          "–");
      measures.row("the same: the best and two others", "–", number(done), "–", "–");
    }

    private void way(String what, String address, double target) throws Exception {
      Timings page = Timings.of(FIRST_TIMES, TIMES, () -> visitor.open(address));
      measures.row(what, number(target), page, Measures.atMost(target, page.p95()), "–");
    }

    /// The same pages with the second fence taken down for a while by the owner of the tables.
    private void measureFence() throws Exception {
      measures.section(
          "Row security at %,d members".formatted(members),
          "page",
          "target",
          "with, median / p95 ms",
          "without, median / p95 ms",
          "more",
          "reached");
      String figures = "/api/figures?organization=" + commune.shape().code() + "&on=2016-12-31";
      fenced("members list, page 1", () -> {}, "/members");
      fenced("search «dang»", () -> {}, "/members?q=dang");
      fenced(
          "figures of the commune, the first after a change",
          () -> sql.touch(Scope.ALL, id),
          figures);
    }

    private void fenced(String what, Timings.Work before, String address) throws Exception {
      Timings with = Timings.after(before, TIMES, () -> visitor.open(address));
      fence.down();
      Timings without;
      try {
        without = Timings.after(before, TIMES, () -> visitor.open(address));
      } finally {
        fence.up();
      }
      double more = with.median() / without.median() - 1;
      measures.row(
          what,
          "25 %",
          with,
          without,
          String.format(Locale.ROOT, "%.0f %%", more * 100),
          Measures.atMost(MOST_OF_FENCE, more));
    }

    private void measureLists() throws Exception {
      int deep = members >= 100_000 ? 80_000 : members * 4 / 5;
      UUID first = sql.rowAt(Scope.ALL, id, DAY, 0);
      UUID at = sql.rowAt(Scope.ALL, id, DAY, deep);
      page("members list, page 1", "/members", PAGE_MS, () -> sql.list(Scope.ALL, id, DAY, first));
      page(
          "members list from row %,d".formatted(deep),
          "/members?after=" + at,
          PAGE_MS,
          () -> sql.list(Scope.ALL, id, DAY, at));
    }

    private void measureSearches() throws Exception {
      for (String query : QUERIES) {
        String address = "/members?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        String folded = Vietnamese.fold(query);
        long expected =
            commune.people().stream()
                .filter(p -> Vietnamese.fold(p.name()).contains(folded))
                .count();
        long found = count(address + "&exact=true");
        String shown = Normalizer.isNormalized(query, Normalizer.Form.NFC) ? "" : ", decomposed";
        page(
            "search «%s»%s: %,d found, %s"
                .formatted(
                    query,
                    shown,
                    found,
                    found == expected ? "right" : "**wrong**, there are " + expected),
            address,
            PAGE_MS,
            () -> sql.search(Scope.ALL, id, DAY, query));
      }
    }

    private long count(String address) throws IOException, InterruptedException {
      Matcher count = COUNT.matcher(visitor.open(address).text());
      if (!count.find()) {
        throw new IOException(address + " shows no count");
      }
      String digits = count.group(1).replaceAll("\\D", "");
      return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private void measureFigures() throws Exception {
      String code = commune.shape().code();
      page("overview", "/", FIGURES_MS, () -> sql.standings(Scope.ALL, id, DAY));
      afterAChange("overview", "/", FIGURES_MS);
      for (String day : List.of("2016-12-31", "2014-07-19")) {
        page(
            "figures of the commune on " + day,
            "/api/figures?organization=" + code + "&on=" + day,
            FIGURES_MS,
            () -> sql.standings(Scope.ALL, id, LocalDate.parse(day)));
      }
      afterAChange(
          "figures of the commune on 2016-12-31",
          "/api/figures?organization=" + code + "&on=2016-12-31",
          FIGURES_MS);
      page(
          "figures of a cell on 2016-12-31",
          "/api/figures?organization=" + cell + "&on=2016-12-31",
          FIGURES_MS,
          () -> sql.standings(Scope.ALL, id, DAY));
    }

    /// The first who asks after a change of a register waits till all is worked out.
    private void afterAChange(String what, String address, double target) throws Exception {
      Timings first =
          Timings.after(() -> sql.touch(Scope.ALL, id), FIRST_TIMES, () -> visitor.open(address));
      measures.row(
          what + ", the first after a change",
          number(target),
          first,
          Measures.atMost(target, first.p95()),
          "–");
    }

    private void page(String what, String address, double target, Timings.Work bare)
        throws Exception {
      Timings page = Timings.of(WARM_UP, TIMES, () -> visitor.open(address));
      Timings least = Timings.of(FIRST_TIMES, TIMES, bare);
      measures.row(what, number(target), page, Measures.atMost(target, page.p95()), least);
    }

    private void measureExport() throws Exception {
      long before = program.peakMemory();
      double taken = Timings.millis(() -> visitor.save("/members/export")) / 1000;
      measures.row(
          "export of %,d rows to xlsx, the whole file".formatted(members),
          "5 s",
          seconds(taken),
          Measures.atMost(5, taken),
          "–");
      measures.words(
          "The program's process (`-Xmx%s`) held at most %d MB before the export and %d MB after it."
              .formatted(HEAP, before, program.peakMemory()));
    }
  }

  /// What those above communes ask of all of them at once, and someone of one of them.
  private void measureProvince() throws Exception {
    progress.accept("province");
    Path data = work.resolve("province");
    CommuneShape first = CommuneShape.ofProvince(1);
    try (Folder folder = opening.open(data)) {
      for (int number = 1; number <= COMMUNES; number++) {
        MadeCommune commune = MadeCommune.of(CommuneShape.ofProvince(number), number);
        requireClean(load(folder, write(commune.sheets(), "province-" + number)));
        progress.accept("province: %d of %d communes".formatted(number, COMMUNES));
      }
      Province.putAbove(folder);
      makeAccounts(folder, Province.CODE);
    }
    try (ChildProgram program = serve(data);
        Visitor visitor = signedIn(program)) {
      measures.section(
          "A province of 45 communes, 2,509 cells and 50,040 members",
          "page",
          "target, p95 ms",
          "median / p95 ms",
          "reached");
      String one = "organization=" + first.code();
      ofProvince(visitor, "coverage of all communes", "/coverage", PROVINCE_MS);
      onOtherDays(visitor, "coverage of all communes", "/coverage?", PROVINCE_MS);
      ofProvince(
          visitor, "coverage of a commune of 90 organizations", "/coverage?" + one, COVERAGE_MS);
      onOtherDays(
          visitor,
          "coverage of a commune of 90 organizations",
          "/coverage?" + one + "&",
          COVERAGE_MS);
      onOtherYears(
          visitor,
          "coverage of a commune of 90 organizations",
          "/coverage?" + one + "&",
          COVERAGE_MS);
      ofProvince(visitor, "tree of the 90 organizations", "/organizations?" + one, COVERAGE_MS);
      onOtherDays(
          visitor, "tree of the 90 organizations", "/organizations?" + one + "&", COVERAGE_MS);
      ofProvince(visitor, "tree of the province", "/organizations", PROVINCE_MS);
      onOtherDays(
          visitor,
          "tree of the province by the units of today",
          "/organizations?units=now&",
          PROVINCE_MS);
      measures.words(
          "The database had tidied up after the load (`vacuum analyze`), as it does by itself within minutes.");
    }
  }

  /// In one transaction, with all checks, as the wizard does it at its last page.
  private void measureMerge() throws Exception {
    progress.accept("merge");
    List<CommuneShape> shapes =
        IntStream.rangeClosed(1, MERGED).mapToObj(CommuneShape::toMerge).toList();
    try (Folder folder = opening.open(work.resolve("merge"))) {
      for (CommuneShape shape : shapes) {
        requireClean(
            load(
                folder,
                write(MadeCommune.of(shape, shape.code().hashCode()).sheets(), shape.code())));
      }
      Reorganization merge =
          new Reorganization(
              Reorganization.Kind.MERGE,
              LocalDate.of(2017, 7, 1),
              new Reorganization.Decision(
                  "01-QĐ/TU", "Tỉnh ủy Đo Lường", LocalDate.of(2017, 6, 30), null),
              shapes.stream().map(CommuneShape::code).toList(),
              List.of(
                  new Reorganization.Into(
                      null,
                      "MOI",
                      "Đảng bộ xã Mới",
                      "grassroots_committee",
                      null,
                      "Tỉnh ủy Đo Lường",
                      null,
                      null)),
              List.of(),
              List.of());
      List<Plan> plans = new ArrayList<>();
      double millis =
          Timings.millis(() ->
              plans.add(
                  folder
                      .bean(CarryOutReorganization.class)
                      .run(Viewer.COMMAND_LINE, merge)
                      .plan()));
      if (!plans.getFirst().isPossible()) {
        throw new IllegalStateException("refused: " + plans.getFirst().problems());
      }
      measures.section("Four communes become one", "what", "target", "measured", "reached");
      measures.row(
          "733 members and 46 cells under one new committee, in one transaction",
          "5 s",
          seconds(millis / 1000),
          Measures.atMost(MERGE_MS, millis));
    }
  }

  private void ofProvince(Visitor visitor, String what, String address, double target)
      throws Exception {
    Timings page = Timings.of(FIRST_TIMES, TIMES, () -> visitor.open(address));
    measures.row(what, number(target), page, Measures.atMost(target, page.p95()));
  }

  /// Each time on a day that was not asked about before; what is remembered of the years before it
  /// may serve.
  private void onOtherDays(Visitor visitor, String what, String address, double target)
      throws Exception {
    onDays(
        visitor,
        what + ", each time on another day of the past",
        address,
        DAY.minusYears(2).datesUntil(DAY),
        TIMES,
        target);
  }

  private void onOtherYears(Visitor visitor, String what, String address, double target)
      throws Exception {
    onDays(
        visitor,
        what + ", each time in another year",
        address,
        IntStream.range(0, 2 * OTHER_YEARS).mapToObj(DAY.minusDays(1)::minusYears),
        OTHER_YEARS,
        target);
  }

  private void onDays(
      Visitor visitor,
      String what,
      String address,
      Stream<LocalDate> days,
      int times,
      double target)
      throws Exception {
    Iterator<LocalDate> open = days.iterator();
    Timings page = Timings.of(times, times, () -> visitor.open(address + "on=" + open.next()));
    measures.row(what, number(target), page, Measures.atMost(target, page.p95()));
  }

  private ChildProgram serve(Path data) throws IOException, InterruptedException {
    return ChildProgram.serve(jar, data, HEAP, Map.of(), work.resolve("program.log"));
  }

  private static Visitor signedIn(ChildProgram program) throws IOException, InterruptedException {
    var visitor = new Visitor(program.home());
    visitor.signIn("vanphong", DemoAccounts.PASSWORD);
    return visitor;
  }

  private static void makeAccounts(Folder folder, String code) {
    OrganizationRef root = root(folder, code);
    folder.bean(DemoAccounts.class).make(root.path(), root.path());
  }

  private static OrganizationRef root(Folder folder, String code) {
    return folder.bean(Organizations.class).tops(Scope.ALL, DAY).stream()
        .filter(top -> top.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private Path write(List<MadeSheet> sheets, String name) throws IOException {
    return MadeWorkbook.write(sheets, Files.createDirectories(work).resolve(name + ".xlsx"));
  }

  private static List<MadeSheet> withMembers(MadeCommune commune, MadeSheet members) {
    return List.of(commune.sheets().get(0), commune.sheets().get(1), members);
  }

  private static ImportResult load(Folder folder, Path file) {
    return folder
        .bean(ImportFile.class)
        .run(
            Viewer.COMMAND_LINE,
            file,
            file.getFileName().toString(),
            new ImportFile.Wish(false, false, MORE_ROWS_THAN_EVER, Answers.NONE));
  }

  private static void requireClean(ImportResult result) {
    if (result.outcome() != ImportResult.Outcome.DONE) {
      throw new IllegalStateException(
          "not imported: " + result.allProblems().stream().limit(5).toList());
    }
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }
}
