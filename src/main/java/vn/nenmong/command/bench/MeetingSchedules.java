package vn.nenmong.command.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.nenmong.access.DemoAccounts;
import vn.nenmong.kernel.database.DataFolder;
import vn.nenmong.kernel.database.Database;

/// Meetings told by two phones over a network that is cut before, within and after requests, that
/// sends twice, while the program is now and then killed in the middle of one. Afterwards every
/// change that a phone had told is there, with its effect, once, and the registers count each
/// meeting that was held once.
public final class MeetingSchedules {

  private static final int ACTIONS = 14;
  private static final int KILL_EVERY = 25;
  private static final int PORTION = 25;
  private static final int PATIENCE = 60;
  private static final String ANYBODY = new UUID(0, 1).toString();
  private static final YearMonth FIRST = YearMonth.of(2013, 8);
  private static final int MONTHS = 40;

  private static final String CHANGES =
      """
      select c.id, c.outcome, c.field, cast(c.value as text) as value,
        cast(f.value as text) as stands,
        m.version = (
          select count(*) from meeting_change a where a.meeting_id = m.id and a.outcome = 'applied')
          as counted
      from meeting_change c
      join cell_meeting m on m.id = c.meeting_id
      left join meeting_field f on f.meeting_id = m.id and f.name = c.field
      where c.id = any(?)
      """;

  private static final String COUNTED =
      """
      select count(*) from (
        select m.id
        from cell_meeting m
        left join counted_meeting c
          on c.cell_id = m.cell_id and c.month = m.month and c.kind = m.kind
        where m.state in ('held', 'minuted', 'approved')
        group by m.id having count(c.id) <> 1 or max(c.kept_id::text) <> m.id::text) wrong
      """;

  /// What came of it.
  ///
  /// @param kept changes that were told and are there
  /// @param beside of these, those kept beside another's
  /// @param cuts requests that were cut, or whose answer was lost
  /// @param faults what must not be: none where all is well
  public record Outcome(
      int schedules, int kept, int beside, int cuts, int kills, List<String> faults) {

    public Outcome {
      faults = List.copyOf(faults);
    }
  }

  private record Change(UUID id, String field, String value, int base) {}

  private record Told(String outcome, String field, String value, String stands, boolean counted) {}

  /// A phone with what it has not sent and what it has seen.
  private final class Phone {
    private final UUID id = UUID.randomUUID();
    private final Visitor visitor;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Change> outbox = new ArrayList<>();
    private final TreeSet<UUID> sent = new TreeSet<>();

    Phone(Visitor visitor) {
      this.visitor = visitor;
    }

    /// What was not sent yet of the same field is told no more, as the pages do.
    void tap(String field, String value) {
      int base = seen.getOrDefault(field, 0);
      outbox.removeIf(change -> change.field().equals(field) && !sent.contains(change.id()));
      outbox.add(new Change(UUID.randomUUID(), field, value, base));
    }

    private String body(String month, String kind) {
      ObjectNode body = json.createObjectNode().put("phone", id.toString());
      ArrayNode changes = body.putArray("changes");
      for (Change change : outbox.subList(0, Math.min(PORTION, outbox.size()))) {
        sent.add(change.id());
        changes
            .addObject()
            .put("id", change.id().toString())
            .put("cell", cell)
            .put("month", month)
            .put("kind", kind)
            .put("field", change.field())
            .put("base", change.base())
            .put("at", Instant.EPOCH.toString())
            .set("value", json.readTree(change.value()));
      }
      return json.writeValueAsString(body);
    }

    void send(String month, String kind) throws IOException, InterruptedException {
      if (!outbox.isEmpty()) {
        take(visitor.postJson("/api/phone/changes", body(month, kind), csrf()));
      }
    }

    private void take(Visitor.Answer answer) throws IOException {
      if (answer.status() != 200) {
        throw new IOException("answered " + answer.status());
      }
      JsonNode told = json.readTree(answer.text());
      for (JsonNode outcome : told.path("outcomes")) {
        UUID change = UUID.fromString(outcome.path("id").asString());
        if (outcome.path("outcome").asString().equals("refused")) {
          faults.add("refused: " + outcome.path("why").asString());
        }
        outbox.removeIf(each -> each.id().equals(change));
        acknowledged.add(change);
      }
      for (JsonNode meeting : told.path("meetings")) {
        meeting
            .path("fields")
            .properties()
            .forEach(field -> seen.put(field.getKey(), field.getValue().path("version").asInt()));
      }
    }

    String csrf() throws IOException, InterruptedException {
      return json.readTree(visitor.open("/phone/state").text())
          .path("csrf")
          .path("token")
          .asString();
    }
  }

  private final List<String> java;
  private final Path data;
  private final Path log;
  private final Random random;
  private final int port;
  private final JsonMapper json = JsonMapper.builder().build();
  private final TreeSet<UUID> acknowledged = new TreeSet<>();
  private final TreeSet<UUID> ever = new TreeSet<>();
  private final TreeSet<String> faults = new TreeSet<>();
  private String cell = "";

  /// One after the other is absent, as meetings come again: what was told of one is of one
  /// schedule.
  private List<String> people = List.of();

  private ChildProgram program;
  private int cuts;
  private int kills;

  /// @param java the command that starts the program, to which what it shall do is added
  /// @param data a folder that is made
  public MeetingSchedules(List<String> java, Path data, long seed)
      throws IOException, InterruptedException {
    this.java = List.copyOf(java);
    this.data = data;
    this.log = data.resolveSibling(data.getFileName() + ".log");
    this.random = new Random(seed);
    this.port = ChildProgram.freePort();
    this.program = start();
  }

  public Outcome run(int schedules) throws IOException, InterruptedException, SQLException {
    int kept = 0;
    int beside = 0;
    try (Visitor first = new Visitor(program.home());
        Visitor second = new Visitor(program.home())) {
      signIn(first);
      signIn(second);
      JsonNode place = json.readTree(first.open("/api/phone/bag").text()).path("cells").path(0);
      cell = place.path("id").asString();
      people = place.path("roster").valueStream().map(one -> one.path("id").asString()).toList();
      for (int schedule = 0; schedule < schedules; schedule++) {
        Map<UUID, Told> told = schedule(schedule, first, second);
        kept += told.size();
        beside +=
            (int) told.values().stream().filter(one -> one.outcome().equals("beside")).count();
      }
      verifyAll();
    } finally {
      program.close();
    }
    return new Outcome(schedules, kept, beside, cuts, kills, List.copyOf(faults));
  }

  private ChildProgram start() throws IOException, InterruptedException {
    return ChildProgram.start(java, "demo", data, port, Map.of(), log);
  }

  /// The demo tells that it is ready before it has made its accounts.
  private static void signIn(Visitor visitor) throws IOException, InterruptedException {
    Await.until(
        "an account to sign in with",
        () -> {
          try {
            visitor.signIn("chibo", DemoAccounts.PASSWORD);
            return true;
          } catch (IOException notYet) {
            return false;
          }
        });
  }

  private Map<UUID, Told> schedule(int number, Visitor first, Visitor second)
      throws IOException, InterruptedException, SQLException {
    acknowledged.clear();
    String month = FIRST.plusMonths(number % MONTHS).toString();
    String kind = number / MONTHS % 2 == 0 ? "regular" : "thematic";
    List<Phone> phones = List.of(new Phone(first), new Phone(second));
    List<String> fields =
        List.of(
            "conclusion/" + UUID.randomUUID(),
            "opinion/" + UUID.randomUUID(),
            "guest/" + UUID.randomUUID(),
            "absent/" + people.get(number / (2 * MONTHS) % people.size()));
    phones.getFirst().tap("heldOn", "\"%s-05\"".formatted(month));
    phones.getFirst().tap("state", "\"held\"");
    int killed = number % KILL_EVERY == KILL_EVERY - 1 ? random.nextInt(ACTIONS) : -1;
    for (int action = 0; action < ACTIONS; action++) {
      Phone phone = phones.get(random.nextInt(2));
      if (action == killed) {
        kill(phone, month, kind);
      }
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3, 4 -> {
          String field = fields.get(random.nextInt(fields.size()));
          phone.tap(field, value(field, "lần %d.%d".formatted(number, action)));
        }
        case 5 -> cutBefore(phone, month, kind);
        case 6 -> cutWithin(phone, month, kind);
        case 7 -> answerLost(phone, month, kind);
        case 8 -> {
          phone.send(month, kind);
          phone.send(month, kind);
        }
        default -> phone.send(month, kind);
      }
    }
    for (Phone phone : phones) {
      for (int attempt = 0; !phone.outbox.isEmpty(); attempt++) {
        if (attempt == PATIENCE) {
          faults.add("schedule %d: nothing is taken any more".formatted(number));
          break;
        }
        phone.send(month, kind);
      }
    }
    return verify(number);
  }

  /// The program is killed while it may be at work on what a phone sends.
  private void kill(Phone phone, String month, String kind)
      throws IOException, InterruptedException {
    Thread sending =
        Thread.ofVirtual()
            .start(() -> {
              try {
                phone.send(month, kind);
              } catch (IOException lost) {
                // As when the network breaks off: it is sent again.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    program.kill();
    sending.join();
    program = start();
    kills++;
  }

  private String value(String field, String text) {
    ObjectNode value = json.createObjectNode();
    return json.writeValueAsString(
        switch (field.substring(0, field.indexOf('/'))) {
          case "guest" -> value.put("name", text);
          case "absent" -> value.put("reason", "other").put("leave", true).put("note", text);
          case "opinion" -> value.put("person", ANYBODY).put("text", text);
          default -> value.put("text", text);
        });
  }

  /// The program has got it, and the phone does not know.
  private void answerLost(Phone phone, String month, String kind)
      throws IOException, InterruptedException {
    if (!phone.outbox.isEmpty()) {
      cuts++;
      phone.visitor.postJson("/api/phone/changes", phone.body(month, kind), phone.csrf());
    }
  }

  /// Nothing of the request comes: the phone has written down that it was sent, and the program has
  /// not got it.
  private void cutBefore(Phone phone, String month, String kind) {
    if (!phone.outbox.isEmpty()) {
      cuts++;
      phone.body(month, kind);
    }
  }

  /// Half of the request comes, and no more.
  private void cutWithin(Phone phone, String month, String kind)
      throws IOException, InterruptedException {
    if (phone.outbox.isEmpty()) {
      return;
    }
    cuts++;
    byte[] body = phone.body(month, kind).getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST /api/phone/changes HTTP/1.1
        Host: localhost:%d
        Content-Type: application/json
        X-CSRF-TOKEN: %s
        Cookie: %s
        Content-Length: %d

        """
            .formatted(port, phone.csrf(), phone.visitor.cookies(), body.length)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(body, 0, body.length / 2);
      socket.getOutputStream().flush();
    }
  }

  private Map<UUID, Told> verify(int number) throws SQLException {
    Map<UUID, Told> told = changes(acknowledged);
    ever.addAll(acknowledged);
    for (UUID change : acknowledged) {
      if (!told.containsKey(change)) {
        faults.add("schedule %d: was answered and is gone: %s".formatted(number, change));
      }
    }
    told.forEach((change, one) -> {
      if (!one.counted()) {
        faults.add(
            "schedule %d: had its effect more or less than once: %s".formatted(number, change));
      }
      boolean stands =
          told.values().stream()
              .anyMatch(other ->
                  other.field().equals(one.field()) && other.value().equals(other.stands()));
      if (!stands) {
        faults.add("schedule %d: what stands nobody told: %s".formatted(number, one.field()));
      }
    });
    return told;
  }

  /// What came earlier is there still, after all that came later.
  private void verifyAll() throws SQLException {
    Map<UUID, Told> told = changes(ever);
    for (UUID change : ever) {
      if (!told.containsKey(change)) {
        faults.add("was answered and is gone at the end: " + change);
      }
    }
    try (Database database = Database.open(DataFolder.open(data), Map.of());
        Connection owner =
            DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
        PreparedStatement sql = owner.prepareStatement(COUNTED);
        ResultSet row = sql.executeQuery()) {
      row.next();
      if (row.getInt(1) > 0) {
        faults.add("meetings not counted once: " + row.getInt(1));
      }
    }
  }

  private Map<UUID, Told> changes(Collection<UUID> which) throws SQLException {
    Map<UUID, Told> told = new LinkedHashMap<>();
    try (Database database = Database.open(DataFolder.open(data), Map.of());
        Connection owner =
            DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
        PreparedStatement sql = owner.prepareStatement(CHANGES)) {
      sql.setArray(1, owner.createArrayOf("uuid", which.toArray()));
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          told.put(
              row.getObject(1, UUID.class),
              new Told(
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getBoolean(6)));
        }
      }
    }
    return told;
  }
}
