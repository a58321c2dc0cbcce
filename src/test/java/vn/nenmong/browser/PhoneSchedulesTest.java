package vn.nenmong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two phones at one meeting, by the module that keeps and sends for the pages: on a network that
/// breaks off before, within and after requests, whose pages are killed and send twice: whatever
/// the order, nothing of what was written is lost, and nothing is there twice.
@InBrowser
class PhoneSchedulesTest {

  private static final int SEEDS = 20;
  private static final int ACTIONS = 6;
  private static final String MEETING = "2016-11/regular";

  private static final String OPEN =
      """
      async pin => {
        const store = await import(`/phone/${document.documentElement.dataset.version}/store.js`)
        const opened = await store.isMade('chibo') ? await store.Store.open('chibo', pin) : await store.Store.make('chibo', pin)
        const outbox = new store.Outbox(opened)
        await outbox.load()
        window.hand = { outbox, office: new store.Office() }
        if (!outbox.bag) await hand.office.fetchBag(outbox)
        return outbox.bag.cells[0].id
      }
      """;
  private static final String WRITE =
      """
      ([cell, month, kind, field, name]) => {
        const told = hand.outbox.bag.cells[0].meetings.find(one => one.month === month && one.kind === kind)
        return hand.outbox.put({ cell, month, kind }, field, { name, from: null }, told && told.fields[field])
      }
      """;
  private static final String SEND =
      "() => { hand.office.send(hand.outbox, () => {}).catch(() => {}) }";
  private static final String SETTLE =
      """
      async () => {
        for (let i = 0; i < 100 && hand.outbox.unsent(); i++) {
          await hand.office.send(hand.outbox, () => {}).catch(() => {})
          await hand.outbox.load()
          if (hand.outbox.unsent()) await new Promise(resolve => setTimeout(resolve, 50))
        }
        return hand.outbox.changes.length
      }
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private final List<Hand> hands = new ArrayList<>();

  /// A phone, the network that it is on, and what it wrote last into each field.
  private record Hand(Phone phone, WeakNetwork network, String cell, Map<String, String> wrote) {}

  @Test
  void nothingIsLostAndNothingIsThereTwice() {
    try {
      for (int i = 0; i < 2; i++) {
        WeakNetwork network = new WeakNetwork(port);
        Phone phone = Phone.over(network).signIn("chibo").open();
        hands.add(
            new Hand(
                phone, network, (String) phone.page().evaluate(OPEN, Phone.PIN), new HashMap<>()));
      }
      for (int seed = 0; seed < SEEDS; seed++) {
        live(new Random(seed), seed);
        hands.forEach(PhoneSchedulesTest::settle);
        everythingIsThereOnce("seed " + seed);
      }
    } finally {
      hands.forEach(hand -> {
        hand.phone().close();
        hand.network().close();
      });
    }
  }

  private void live(Random random, int seed) {
    String shared = new UUID(random.nextLong(), seed).toString();
    for (int action = 0; action < ACTIONS; action++) {
      Hand hand = hands.get(random.nextInt(hands.size()));
      String text = "%d.%d %s".formatted(seed, action, random.nextInt(1_000));
      switch (random.nextInt(9)) {
        case 0, 1 -> write(hand, new UUID(random.nextLong(), action).toString(), text);
        case 2 -> write(hand, shared, text);
        case 3 ->
            hand.wrote().keySet().stream()
                .sorted()
                .findAny()
                .ifPresent(id -> write(hand, id, text));
        case 4, 5, 6 -> {
          hand.network()
              .cut(
                  List.of(WeakNetwork.Cut.values())
                      .get(1 + random.nextInt(WeakNetwork.Cut.values().length - 1)));
          send(hand);
        }
        case 7 -> {
          send(hand);
          send(hand);
        }
        default -> {
          if (random.nextInt(2) == 0) {
            send(hand);
            hand.phone().kill();
            hand.phone().reopen().page().evaluate(OPEN, Phone.PIN);
          }
        }
      }
    }
  }

  /// A guest of that name.
  private static void write(Hand hand, String id, String name) {
    String[] meeting = MEETING.split("/", -1);
    hand.phone()
        .page()
        .evaluate(WRITE, List.of(hand.cell(), meeting[0], meeting[1], "guest/" + id, name));
    hand.wrote().put(id, name);
  }

  private static void send(Hand hand) {
    hand.phone().page().evaluate(SEND);
  }

  private static void settle(Hand hand) {
    hand.network().cut(WeakNetwork.Cut.NOWHERE);
    assertThat(hand.phone().page().evaluate(SETTLE)).as("still unsent").isEqualTo(0);
    assertThat(hand.phone().troubles()).isEmpty();
  }

  private void everythingIsThereOnce(String when) {
    List<String> told =
        jdbc.sql(
                """
                select substr(c.field, 7) || ' ' || (c.value ->> 'name')
                from meeting_change c
                join cell_meeting m on m.id = c.meeting_id
                where to_char(m.month, 'YYYY-MM') || '/' || m.kind = :meeting and c.field like 'guest/%'
                """)
            .param("meeting", MEETING)
            .query(String.class)
            .list();
    assertThat(told).as(when).doesNotHaveDuplicates();
    Map<String, String> stands = new LinkedHashMap<>();
    jdbc.sql(
            """
            select substr(f.name, 7) as id, f.value ->> 'name' as name
            from meeting_field f
            join cell_meeting m on m.id = f.meeting_id
            where to_char(m.month, 'YYYY-MM') || '/' || m.kind = :meeting and f.name like 'guest/%'
            """)
        .param("meeting", MEETING)
        .query(row -> {
          stands.put(row.getString("id"), row.getString("name"));
        });
    for (Hand hand : hands) {
      hand.wrote()
          .forEach((id, name) -> {
            assertThat(told).as(when).contains(id + " " + name);
            boolean alone = hands.stream().filter(one -> one.wrote().containsKey(id)).count() == 1;
            if (alone) {
              assertThat(stands).as(when).containsEntry(id, name);
            }
          });
    }
  }
}
