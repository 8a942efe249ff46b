package org.minorityreport.core.run;

import com.google.common.base.Suppliers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.core.json.LogCodec;

/**
 * What outages left after a tick, from the logs alone (spec 8.1): of each report the newest row of
 * detection is held against the newest rows of the later stages at or after it. Whether something
 * fails today does not count.
 */
final class LoggedPending {
  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final LoggedReports reports;
  private final DetectionCarries stores;
  private final CohortCarries events;
  private final LoggedContext context;
  private final LoggedSlices slices;
  private final Duration history;
  private final Set<String> absent;

  /**
   * Takes what it reads from.
   *
   * @param history how long before a tick a report may have been detected to be owed anything
   * @param absent codes of the sources that are not there today
   */
  LoggedPending(
      LogStore store,
      RunId run,
      TickIndex ticks,
      LoggedReports reports,
      DetectionCarries stores,
      CohortCarries events,
      LoggedContext context,
      LoggedSlices slices,
      Duration history,
      Set<String> absent) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.reports = reports;
    this.stores = stores;
    this.events = events;
    this.context = context;
    this.slices = slices;
    this.history = history;
    this.absent = absent;
  }

  /** {@return what the ticks up to one left} */
  Pending after(Instant tick) {
    return new Pending(ticks.foldedBefore(tick.plusNanos(1)), stores.unfolded(tick), owed(tick));
  }

  private SortedMap<ReportId, OwedReport> owed(Instant tick) {
    SortedMap<ReportId, OwedReport> owed = new TreeMap<>();
    Instant bound = tick.minus(history);
    Optional<Instant> since = ticks.owedSince(tick, bound, absent);
    if (since.isEmpty()) {
      return owed;
    }
    reports.reachBack(since.get());
    SortedMap<ReportId, StoredRow> newest = new TreeMap<>();
    for (LoggedReports.Life life : reports.all()) {
      Map.Entry<Instant, StoredRow> row = life.rows().floorEntry(tick);
      if (row != null && ticks.owes(row.getKey(), absent) && !row.getKey().isBefore(since.get())) {
        newest.put(life.report(), row.getValue());
      }
    }
    if (!newest.isEmpty()) {
      Later later = new Later(newest, tick);
      newest.forEach(
          (report, row) -> {
            OwedReport now = later.owed(report, LogCodec.read(Logs.REPORTS_DETECTED, row));
            if (now.isOwed()) {
              owed.put(report, now);
            }
          });
    }
    return owed;
  }

  /** The rows of later stages about some reports, and what follows from them. */
  private final class Later {
    private final Instant tick;
    private final Map<ReportId, ReportClustered> clustered;
    private final Map<ReportId, ReportAttributed> attributed;
    private final Map<ReportId, ReportCohorted> joined;
    private final Map<Instant, Set<ReportId>> live = new HashMap<>();

    Later(SortedMap<ReportId, StoredRow> detected, Instant tick) {
      this.tick = tick;
      this.clustered = newest(Logs.REPORTS_CLUSTERED, detected, tick);
      this.attributed = newest(Logs.REPORTS_ATTRIBUTED, detected, tick);
      this.joined = newest(Logs.REPORTS_COHORTED, detected, tick);
    }

    OwedReport owed(ReportId id, ReportDetected report) {
      Instant detected = report.writtenAt();
      Optional<ReportCohorted> event = Optional.ofNullable(joined.get(id));
      Optional<ReportClustered> shape = Optional.ofNullable(clustered.get(id));
      Optional<ReportAttributed> cause = Optional.ofNullable(attributed.get(id));
      boolean complete =
          event
              .filter(OwedReport::isJoined)
              .filter(row -> isUpTo(row, shape) && isUpTo(row, cause))
              .isPresent();
      boolean placed = event.isPresent() || live(detected).contains(id);
      Supplier<Optional<ReportInput>> input = Suppliers.memoize(() -> slices.of(report));
      OwedReport owed =
          new OwedReport(
              report,
              context.store(report.storeId(), detected).orElseThrow(),
              input,
              shape,
              cause,
              complete,
              placed);
      boolean over = placed && !complete && detected.isBefore(tick) && !live(tick).contains(id);
      return over ? owed.settled() : owed;
    }

    private static boolean isUpTo(ReportSpine joined, Optional<? extends ReportSpine> row) {
      return row.filter(r -> r.writtenAt().isAfter(joined.writtenAt())).isEmpty();
    }

    /** The reports of the events that a tick could still change. */
    private Set<ReportId> live(Instant at) {
      return live.computeIfAbsent(
          at,
          t ->
              ticks.before(t).stream()
                  .flatMap(
                      before -> Carries.events(ticks, events, before).carry().events().stream())
                  .flatMap(event -> event.members().keySet().stream())
                  .collect(Collectors.toSet()));
    }
  }

  /** The newest standing row about each report since it was detected last, up to a tick. */
  private <R extends ReportSpine> Map<ReportId, R> newest(
      Log<R> log, SortedMap<ReportId, StoredRow> detected, Instant tick) {
    Map<String, Instant> from = new HashMap<>();
    detected.forEach((report, row) -> from.put(report.value(), row.writtenAt()));
    CommitPosition first =
        ticks.positionBefore(from.values().stream().min(Instant::compareTo).orElseThrow());
    Map<String, NavigableMap<Instant, StoredRow>> rows = new HashMap<>();
    store.read(
        log,
        run,
        first,
        store.head(),
        row -> {
          String report = row.subject().orElseThrow();
          Instant since = from.get(report);
          if (since != null && !row.writtenAt().isBefore(since) && !row.writtenAt().isAfter(tick)) {
            rows.computeIfAbsent(report, k -> new TreeMap<>()).put(row.writtenAt(), row);
          }
        });
    Map<ReportId, R> newest = new HashMap<>();
    for (NavigableMap<Instant, StoredRow> about : rows.values()) {
      standing(about.descendingMap().values())
          .map(row -> LogCodec.read(log, row))
          .ifPresent(row -> newest.put(row.reportId(), row));
    }
    return newest;
  }

  private static Optional<StoredRow> standing(Collection<StoredRow> newestFirst) {
    return newestFirst.stream().filter(row -> !row.isRetracted()).findFirst();
  }
}
