package vn.nenmong.command.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.database.Database;

/// `kill -9` of the program, of its database or of both, at moments that nobody chose, while
/// several clients add members. After each, what was answered as done is there, and of what was not
/// answered either all or nothing.
public final class KillRounds {

  private static final int CLIENTS = 4;
  private static final int LONGEST_LOAD_MILLIS = 700;
  private static final String NAME = "Lò Văn Chắc ";

  /// All that one new member leaves: the same for each, or a write was cut in two.
  private static final String WRITTEN =
      """
      select p.name, concat_ws(' ',
        (select count(*) from membership m where m.person_id = p.id),
        (select count(*) from member_state s where s.person_id = p.id),
        (select count(*) from person_key k where k.person_id = p.id),
        (select count(*) from row_change c where c.person_id = p.id),
        (select count(distinct c.change) from row_change c where c.person_id = p.id),
        (select count(*) from audit_line a join membership m on m.person_id = p.id
         where a.action = 'add' and a.subject_id in (p.id, m.id)))
      from person p
      where p.name like '%s%%'
      """
          .formatted(NAME);

  private enum Victim {
    PROGRAM,
    DATABASE,
    BOTH;

    /// The database alone more often than the others: its end takes nobody's time.
    static Victim any(Random random) {
      return switch (random.nextInt(5)) {
        case 0 -> PROGRAM;
        case 1 -> BOTH;
        default -> DATABASE;
      };
    }
  }

  /// What came of it.
  ///
  /// @param acknowledged writes that were answered as done
  /// @param unanswered those of which nobody knows
  /// @param kept of the unanswered, those that were there afterwards
  /// @param faults what must not be: none where all is well
  public record Outcome(
      Map<String, Integer> kills, int acknowledged, int unanswered, int kept, List<String> faults) {

    public Outcome {
      kills = Map.copyOf(kills);
      faults = List.copyOf(faults);
    }
  }

  private final List<String> java;
  private final Path data;
  private final Path log;
  private final Random random;
  private final int port;
  private final List<Visitor> clients = new ArrayList<>();
  private final AtomicInteger last = new AtomicInteger();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
  private final Set<String> faults = Collections.synchronizedSet(new TreeSet<>());
  private volatile boolean over;

  /// @param java the command that starts the program, to which what it shall do is added
  /// @param data a folder that is made
  public KillRounds(List<String> java, Path data, long seed) throws IOException {
    this.java = List.copyOf(java);
    this.data = data;
    this.log = data.resolveSibling(data.getFileName() + ".log");
    this.random = new Random(seed);
    this.port = ChildProgram.freePort();
  }

  /// The command that starts the program from its jar.
  public static List<String> ofJar(Path jar) {
    return ChildProgram.command(jar, "256m");
  }

  public Outcome run(int rounds) throws IOException, InterruptedException, SQLException {
    Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
    ChildProgram program = start();
    try {
      awaitAccounts();
      for (int i = 0; i < CLIENTS; i++) {
        Visitor client = new Visitor(program.home());
        clients.add(client);
        client.signIn("vanphong", DemoAccounts.PASSWORD);
      }
      for (int round = 0; round < rounds; round++) {
        Victim victim = Victim.any(random);
        kills.merge(victim, 1, Integer::sum);
        program = round(program, victim);
        verify();
      }
    } finally {
      clients.forEach(Visitor::close);
      program.close();
    }
    ChildProgram.check(java, data, log);
    Set<String> kept = new TreeSet<>(written().keySet());
    kept.retainAll(unanswered);
    Map<String, Integer> byName = new HashMap<>();
    kills.forEach((victim, times) -> byName.put(victim.name(), times));
    return new Outcome(
        byName, acknowledged.size(), unanswered.size(), kept.size(), List.copyOf(faults));
  }

  /// The demo tells where it is when it has made its accounts.
  private void awaitAccounts() throws IOException, InterruptedException {
    Await.until("accounts", () -> Files.readString(log).contains("localhost:" + port));
  }

  private ChildProgram start() throws IOException, InterruptedException {
    return ChildProgram.start(java, "demo", data, port, Map.of(), log);
  }

  /// @return the program as it runs afterwards
  private ChildProgram round(ChildProgram program, Victim victim)
      throws IOException, InterruptedException {
    over = false;
    List<AtomicInteger> done = new ArrayList<>();
    List<Thread> writers = new ArrayList<>();
    for (Visitor client : clients) {
      AtomicInteger count = new AtomicInteger();
      done.add(count);
      writers.add(Thread.startVirtualThread(() -> write(client, count)));
    }
    awaitOneMore(done);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_LOAD_MILLIS)));
    if (victim != Victim.PROGRAM) {
      killDatabase();
    }
    if (victim == Victim.DATABASE) {
      // The program brings it up again by itself: everybody goes on.
      awaitOneMore(done);
    } else {
      program.kill();
    }
    over = true;
    for (Thread writer : writers) {
      writer.join();
    }
    return victim == Victim.DATABASE ? program : start();
  }

  private void awaitOneMore(List<AtomicInteger> done) throws IOException, InterruptedException {
    List<Integer> before = done.stream().map(AtomicInteger::get).toList();
    for (int i = 0; i < done.size(); i++) {
      int one = i;
      Await.until(
          "another write",
          () -> {
            if (!faults.isEmpty()) {
              throw new IOException("nothing is written any more: " + faults);
            }
            return done.get(one).get() != before.get(one);
          });
    }
  }

  private void write(Visitor client, AtomicInteger done) {
    while (!over) {
      String name = NAME + letters(last.incrementAndGet());
      try {
        if (add(client, name)) {
          acknowledged.add(name);
          done.incrementAndGet();
        }
      } catch (IOException e) {
        unanswered.add(name);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// @return whether it was answered as done; false where it was not sent
  private boolean add(Visitor client, String name) throws IOException, InterruptedException {
    Visitor.Answer page = client.get("/entry/members/new");
    if (page.status() != 200) {
      return false;
    }
    Map<String, String> form = Visitor.form(page, "/entry/members/new");
    form.put("f.name", name);
    form.put("f.sex", "male");
    form.put("f.born.year", "1990");
    form.put("f.cell", firstChoice(page, "f.cell"));
    form.put("f.admitted.day", "3");
    form.put("f.admitted.month", "2");
    form.put("f.admitted.year", "2014");
    Visitor.Answer answer = client.post("/entry/members/new", form);
    if (answer.status() == 200) {
      faults.add(
          "the form was not accepted: %s (a page of %d bytes called «%s»)"
              .formatted(
                  problems(answer), answer.bytes(), org.jsoup.Jsoup.parse(answer.text()).title()));
      over = true;
      return false;
    }
    if (answer.status() != 302) {
      throw new IOException("answered " + answer.status());
    }
    return true;
  }

  private static String firstChoice(Visitor.Answer page, String field) {
    return org.jsoup.Jsoup.parse(page.text())
        .expectFirst("select[name=" + field + "] option[value]:not([value=\"\"])")
        .attr("value");
  }

  private static String problems(Visitor.Answer page) {
    return org.jsoup.Jsoup.parse(page.text()).select("#problems, .problem").text();
  }

  /// PostgreSQL with all its processes.
  private void killDatabase() throws IOException, InterruptedException {
    Path file = data.resolve("cluster").resolve("postmaster.pid");
    ProcessHandle postmaster =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
            .orElseThrow(() -> new IOException("no database runs"));
    List<ProcessHandle> victims = new ArrayList<>(postmaster.descendants().toList());
    victims.addFirst(postmaster);
    victims.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle each : victims) {
      each.onExit().join();
    }
  }

  private void verify() throws SQLException {
    Map<String, String> written = written();
    for (String name : acknowledged) {
      if (!written.containsKey(name)) {
        faults.add("was answered as done and is gone: " + name);
      }
    }
    Set<String> ways = new TreeSet<>(written.values());
    if (ways.size() > 1) {
      faults.add("not all were written whole: " + ways);
    }
  }

  private Map<String, String> written() throws SQLException {
    Map<String, String> written = new HashMap<>();
    try (Database database = Database.open(DataFolder.open(data), Map.of());
        Connection owner =
            DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
        Statement sql = owner.createStatement();
        ResultSet row = sql.executeQuery(WRITTEN)) {
      while (row.next()) {
        written.put(row.getString(1), row.getString(2));
      }
    }
    return written;
  }

  /// A number as a given name: no two are alike.
  private static String letters(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0; rest /= 26) {
      letters.insert(0, (char) ('a' + rest % 26));
    }
    letters.setCharAt(0, Character.toUpperCase(letters.charAt(0)));
    return letters.toString();
  }
}
