package org.minorityreport.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.record.NotificationRecord;

/** Laws over histories of three reports whose severities go up and down. */
class AlertLawsTest {
  private static final Instant FIRST = Instant.parse("2025-08-07T09:00:00Z");

  /** A tick: severity in tenths of each report, and whether a new process does the round. */
  record Step(List<Integer> tenths, boolean anew, boolean skipped) {}

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Step> step =
        Combinators.combine(
                Arbitraries.integers().between(0, 10).list().ofSize(3),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(Step::new);
    return step.list().ofMinSize(1).ofMaxSize(6);
  }

  private static Desk desk() {
    return new Desk(Desk.options(Desk.limits(Duration.ofSeconds(20))))
        .severe()
        .subscribe(
            "s", t -> t.addSubscribers("ann", "bob").acknowledgeWithin(Duration.ofMinutes(90)));
  }

  private static void tick(Desk desk, int number, List<Integer> tenths) {
    Instant tick = FIRST.plus(Duration.ofHours(number));
    desk.book.clock = tick;
    for (int store = 0; store < tenths.size(); store++) {
      double severity = tenths.get(store) / 10.0;
      desk.book.report(
          "s" + store, "2025-08-07T08:00:00Z", tick.toString(), b -> b.severityScore(severity));
    }
  }

  private static List<NotificationRecord> run(List<Step> steps, boolean mayRestart) {
    Desk desk = desk();
    for (int i = 0; i < steps.size(); i++) {
      tick(desk, i, steps.get(i).tenths());
      if (mayRestart && steps.get(i).anew()) {
        desk.close();
        desk = new Desk(desk.book, Desk.options(Desk.limits(Duration.ofSeconds(20))));
      }
      desk.alerts.round();
      assertThat(desk.round()).as("the same again").isEmpty();
    }
    desk.close();
    return desk.alerts.notifications();
  }

  @Property(tries = 25)
  void anySplitOfTheHistoryOverProcesses_givesTheSame(@ForAll("histories") List<Step> steps) {
    assertThat(said(run(steps, true))).isEqualTo(said(run(steps, false)));
  }

  /** Rows but for the position, which depends on how many commits the deliveries before made. */
  private static Set<String> said(List<NotificationRecord> rows) {
    return new TreeSet<>(
        rows.stream()
            .map(row -> NotificationRecord.builder().from(row).position(0).build().toString())
            .toList());
  }

  @Property(tries = 25)
  void whatOneIsTold_onlyRises(@ForAll("histories") List<Step> steps) {
    Map<List<String>, AlertLevel> last = new HashMap<>();
    for (NotificationRecord row : run(steps, false)) {
      AlertLevel level = AlertLevel.of(row.level()).orElseThrow();
      if (row.outcome().equals("delivered")) {
        AlertLevel before = last.put(List.of(row.subject(), row.subscriber()), level);
        assertThat(before == null || before.compareTo(level) < 0).isTrue();
      }
    }
  }

  /** While severities only rise, a missed round costs steps on the way and not where it ends. */
  @Property(tries = 25)
  void missedRounds_changeNotWhatIsKnownInTheEnd(@ForAll("histories") List<Step> steps) {
    Map<String, String> every = highest(steps, false);
    assertThat(highest(steps, true)).isEqualTo(every);
  }

  private static Map<String, String> highest(List<Step> steps, boolean maySkip) {
    Desk desk = desk();
    List<Integer> most = List.of(0, 0, 0);
    for (int i = 0; i < steps.size(); i++) {
      most = greatest(most, steps.get(i).tenths());
      tick(desk, i, most);
      if (!maySkip || !steps.get(i).skipped() || i == steps.size() - 1) {
        desk.alerts.round();
      }
    }
    desk.close();
    return desk.alerts.notifications().stream()
        .filter(row -> row.subscriber().equals("ann") && row.outcome().equals("delivered"))
        .collect(
            Collectors.toMap(
                NotificationRecord::subject, row -> row.level(), (a, b) -> b, TreeMap::new));
  }

  private static List<Integer> greatest(List<Integer> a, List<Integer> b) {
    return List.of(
        Math.max(a.get(0), b.get(0)), Math.max(a.get(1), b.get(1)), Math.max(a.get(2), b.get(2)));
  }

  @Property(tries = 25)
  void aKeyOfTheLog_isWrittenOnce(@ForAll("histories") List<Step> steps) {
    List<NotificationRecord> rows = run(steps, true);
    assertThat(
            new TreeSet<>(
                rows.stream().map(r -> r.notificationId() + r.outcome() + r.attempt()).toList()))
        .hasSameSizeAs(rows);
    assertThat(rows).allMatch(row -> row.version() == 1);
  }
}
