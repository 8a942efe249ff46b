package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.LogCodec;

/**
 * When reports had rows of detection, read backwards only as far as asked. Mutable, one thread;
 * memory grows with the reports and ticks that were looked at.
 */
final class LoggedReports {
  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final CommitPosition head;
  private final Map<String, NavigableMap<Instant, StoredRow>> rows = new HashMap<>();
  private final Map<String, Life> lives = new HashMap<>();
  private final SortedMap<StoreId, List<Life>> byStore = new TreeMap<>();
  private CommitPosition readFrom;

  LoggedReports(LogStore store, RunId run, TickIndex ticks) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.head = store.head();
    this.readFrom = head;
  }

  /**
   * What is known of a report.
   *
   * @param store its store
   * @param report its id
   * @param raisedAt the tick that raised it
   * @param rows ticks of its standing rows, as far back as was read
   */
  record Life(
      StoreId store, ReportId report, Instant raisedAt, NavigableMap<Instant, StoredRow> rows) {
    /** Whether it was open, or closed, at some tick of a span. */
    boolean isBusy(Instant from, Instant to) {
      Instant tick = rows.ceilingKey(from);
      return tick != null && !tick.isAfter(to);
    }

    /** {@return the newest tick not after a moment at which it has a row} */
    Optional<Instant> newest(Instant moment) {
      return Optional.ofNullable(rows.floorKey(moment));
    }
  }

  /** Sees to it that the rows of all ticks from a moment on are known. */
  void reachBack(Instant moment) {
    CommitPosition from = ticks.positionBefore(moment);
    if (from.compareTo(readFrom) >= 0) {
      return;
    }
    Map<String, NavigableMap<Instant, StoredRow>> chunk = new HashMap<>();
    store.read(
        Logs.REPORTS_DETECTED,
        run,
        from,
        readFrom,
        row ->
            chunk
                .computeIfAbsent(row.subject().orElseThrow(), k -> new TreeMap<>())
                .put(row.writtenAt(), row));
    readFrom = from;
    chunk.forEach(
        (report, found) -> {
          NavigableMap<Instant, StoredRow> known =
              rows.computeIfAbsent(report, k -> new TreeMap<>());
          found.forEach(known::putIfAbsent); // what was read before is newer
        });
    index();
  }

  private void index() {
    byStore.clear();
    rows.forEach(
        (report, all) -> {
          NavigableMap<Instant, StoredRow> standing = new TreeMap<>(all);
          standing.values().removeIf(StoredRow::isRetracted);
          if (!standing.isEmpty()) {
            Life life = life(report, standing);
            byStore.computeIfAbsent(life.store(), k -> new ArrayList<>()).add(life);
          }
        });
  }

  private Life life(String report, NavigableMap<Instant, StoredRow> standing) {
    Life known = lives.get(report);
    if (known == null) {
      ReportDetected row = LogCodec.read(Logs.REPORTS_DETECTED, standing.lastEntry().getValue());
      Instant raisedAt =
          row.members().stream().map(m -> m.raisedAt()).min(Instant::compareTo).orElseThrow();
      known = new Life(row.storeId(), row.reportId(), raisedAt, standing);
    } else {
      known = new Life(known.store(), known.report(), known.raisedAt(), standing);
    }
    lives.put(report, known);
    return known;
  }

  /** {@return the reports of a store that are known so far} */
  List<Life> of(StoreId id) {
    return byStore.getOrDefault(id, List.of());
  }

  /** {@return all reports that are known so far} */
  Iterable<Life> all() {
    return byStore.values().stream().flatMap(List::stream).toList();
  }

  /** {@return what is known of a report} */
  Optional<Life> get(ReportId report) {
    Life life = lives.get(report.value());
    return Optional.ofNullable(life).filter(l -> !Objects.requireNonNull(l).rows().isEmpty());
  }
}
