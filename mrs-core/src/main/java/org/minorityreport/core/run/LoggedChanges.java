package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.api.stage.StructuralChange;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * The structural changes that MEEL tells of, with the series from MRDL, read as far back as asked.
 * Mutable, one thread.
 */
final class LoggedChanges {
  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final LookBack lookBack;
  private @Nullable Instant knownFrom;
  private final SortedMap<StoreId, List<ReportDetected>> closed = new TreeMap<>();

  LoggedChanges(LogStore store, RunId run, TickIndex ticks, LookBack lookBack) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.lookBack = lookBack;
  }

  /** Sees to it that all changes are known that count at a tick or later. */
  void reachBack(Instant tick) {
    Instant moment = tick.minus(lookBack.baseline());
    if (knownFrom != null && !moment.isBefore(knownFrom)) {
      return;
    }
    knownFrom = moment;
    closed.clear();
    Map<String, StoredRow> rows = new LinkedHashMap<>();
    store.read(
        Logs.REPORTS_ENDED,
        run,
        ticks.positionBefore(moment),
        store.head(),
        row -> rows.put(row.key(), row));
    List<String> keys = new ArrayList<>();
    for (StoredRow row : rows.values()) {
      if (!row.isRetracted() && closedAtBound(LogCodec.read(Logs.REPORTS_ENDED, row))) {
        keys.add(key(row));
      }
    }
    store
        .latest(Logs.REPORTS_DETECTED, keys, store.head())
        .values()
        .forEach(
            row -> {
              if (!row.isRetracted()) {
                ReportDetected report = LogCodec.read(Logs.REPORTS_DETECTED, row);
                closed.computeIfAbsent(report.storeId(), k -> new ArrayList<>()).add(report);
              }
            });
  }

  private static boolean closedAtBound(ReportEnded row) {
    return row.endReason() == EndReason.STRUCTURAL_CHANGE || row.endReason() == EndReason.NO_DATA;
  }

  private String key(StoredRow row) {
    return CanonicalJson.text(
        List.of(run.value(), row.subject().orElseThrow(), row.writtenAt().toString()));
  }

  /**
   * The carry with which a fold of a store begins: nothing but the last structural change of each
   * series.
   *
   * @param id the store
   * @param tick the tick after which the fold begins
   * @param data the sales
   */
  StoreCarry seed(StoreId id, Instant tick, DataView data) {
    reachBack(tick);
    SortedMap<Sku, StructuralChange> newest = new TreeMap<>();
    for (ReportDetected report : closed.getOrDefault(id, List.of())) {
      Instant closedAt = report.writtenAt();
      boolean counts =
          !closedAt.isAfter(tick) && !closedAt.plus(lookBack.baseline()).isBefore(tick);
      for (ReportMember member : counts ? report.members() : List.<ReportMember>of()) {
        change(report, member, data)
            .ifPresent(
                change ->
                    newest.merge(
                        member.sku(),
                        change,
                        (a, b) -> a.closedAt().isBefore(b.closedAt()) ? b : a));
      }
    }
    SortedMap<Sku, SeriesCarry> series = new TreeMap<>();
    newest.forEach(
        (sku, change) -> series.put(sku, SeriesCarry.builder().structuralChange(change).build()));
    return StoreCarry.builder().series(series).build();
  }

  /** A window that was closed at its bound became the new normal if half of its steps are known. */
  private Optional<StructuralChange> change(
      ReportDetected report, ReportMember member, DataView data) {
    Instant onset = report.firstDetectedFrom();
    Instant end = lookBack.cadence().floor(onset.plus(lookBack.settings().maxEventDuration()));
    if (member.windowEnd().filter(end::equals).isEmpty()) {
      return Optional.empty();
    }
    long known = 0;
    for (SalesSeries sold : data.sales(report.storeId(), TimeSpan.of(onset, end))) {
      for (int i = 0; sold.id().sku().equals(member.sku()) && i < sold.size(); i++) {
        known += sold.isKnown(i) ? 1 : 0;
      }
    }
    return known * 2 >= lookBack.cadence().between(onset, end)
        ? Optional.of(StructuralChange.builder().onset(onset).closedAt(report.writtenAt()).build())
        : Optional.empty();
  }
}
