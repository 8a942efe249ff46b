package org.minorityreport.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;

/** The small world after its ticks, for people to act in. Each has logs of its own. */
final class ReviewedWorld implements AutoCloseable {
  static final Actor VIEWER = Actor.of("vic", Role.VIEWER);
  static final Actor ANN = Actor.of("ann", Role.MARKETER);
  static final Actor BOB = Actor.of("bob", Role.MARKETER);
  static final Actor DEE = Actor.of("dee", Role.DATA_SCIENTIST);
  static final Actor ADA = Actor.of("ada", Role.ADMIN);

  private static final List<List<StoredRow>> TICKS = commits();

  final LogStore logs;
  final Mrs mrs;
  private Instant time = Instant.parse("2025-08-10T09:00:00Z");

  ReviewedWorld() {
    this(LogStores.inMemory(SmallWorld.CLOCK));
  }

  ReviewedWorld(LogStore logs) {
    this(logs, log -> true);
  }

  /** A world of which some logs are lost. */
  ReviewedWorld(LogStore logs, Predicate<Log<?>> kept) {
    this.logs = logs;
    TICKS.forEach(commit -> copy(commit.stream().filter(row -> kept.test(row.log())).toList()));
    InstantSource clock =
        () -> {
          time = time.plusSeconds(60);
          return time;
        };
    this.mrs =
        Mrs.builder().logs(logs).inputs(new SmallWorld().tables()).clock(clock).threads(1).build();
  }

  private static List<List<StoredRow>> commits() {
    LogStore made = SmallWorld.run(new SmallWorld().tables(), 2);
    Map<CommitPosition, List<StoredRow>> commits = new TreeMap<>();
    rows(made)
        .forEach(row -> commits.computeIfAbsent(row.position(), p -> new ArrayList<>()).add(row));
    return List.copyOf(commits.values());
  }

  /** {@return every row of the run in a store, log by log} */
  static List<StoredRow> rows(LogStore store) {
    List<StoredRow> rows = new ArrayList<>();
    for (Log<?> log : Logs.all()) {
      store.read(log, SmallWorld.RUN, CommitPosition.START, store.head(), rows::add);
    }
    return rows;
  }

  private void copy(List<StoredRow> commit) {
    Map<String, List<LogRow>> byLog = new TreeMap<>();
    commit.forEach(
        row ->
            byLog
                .computeIfAbsent(row.log().wireName(), l -> new ArrayList<>())
                .add(LogRow.of(row.log(), row.json())));
    List<LogSlice> slices = new ArrayList<>();
    byLog.forEach(
        (log, rows) -> {
          Writer writer =
              Logs.byWireName(log).writers().stream().sorted().findFirst().orElseThrow();
          slices.add(LogSlice.of(Logs.byWireName(log), writer, rows));
        });
    logs.append(Commit.of(slices));
  }

  CommitPosition now() {
    return mrs.reports().refreshSeq();
  }

  MinorityReport report(Predicate<MinorityReport> wanted) {
    return mrs.reports().all().stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("none among " + mrs.reports().all()));
  }

  /** {@return a closed report with a cause} */
  MinorityReport proposed() {
    return report(
        r ->
            r.windowEnd().isPresent()
                && r.proposedCause().filter(c -> !c.equals("unknown")).isPresent()
                && r.suppressedBy().isEmpty());
  }

  MinorityReport again(MinorityReport report) {
    return mrs.reports().get(report.reportId().value());
  }

  /** {@return an event of two reports or more with a cause} */
  MinorityEvent event() {
    return mrs.events().all().stream()
        .filter(e -> e.cohortSize() > 1)
        .filter(e -> e.proposedCause().filter(c -> !c.equals("unknown")).isPresent())
        .findFirst()
        .orElseThrow();
  }

  void twoPersonsAbove(String money) {
    mrs.review().twoPersonsAbove(ADA, Optional.of(new BigDecimal(money)));
  }

  void wait(Duration length) {
    time = time.plus(length);
  }

  Instant time() {
    return time;
  }

  @Override
  public void close() {
    mrs.close();
    logs.close();
  }
}
