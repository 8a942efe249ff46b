package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.detection.LoggedSlice;
import org.minorityreport.core.json.LogCodec;

/**
 * What the logs hold about some reports, for those who look at a few hundred at a time: each
 * question passes by one log and keeps what is about them.
 */
public final class LoggedReports {
  private final StandingScan scan;
  private final Instant until;

  /**
   * The logs of a run as of some moment.
   *
   * @param store the logs
   * @param run the line of work
   * @param upTo later commits are not looked at
   * @param until rows of later ticks are not looked at
   */
  public LoggedReports(LogStore store, RunId run, CommitPosition upTo, Instant until) {
    this.scan = new StandingScan(store, run, upTo);
    this.until = until;
  }

  /**
   * The newest rows about some reports that stand.
   *
   * @param <R> type of the rows
   * @param log a log whose rows are about reports
   * @param reports the reports
   * @return the newest row of each that has one, by report
   */
  public <R extends LogRecord> SortedMap<ReportId, R> newest(
      Log<R> log, Collection<ReportId> reports) {
    return newest(log, reports, row -> true);
  }

  /** The same of those rows alone that fit. */
  <R extends LogRecord> SortedMap<ReportId, R> newest(
      Log<R> log, Collection<ReportId> reports, Predicate<R> fits) {
    Set<String> wanted = new HashSet<>();
    reports.forEach(id -> wanted.add(id.value()));
    SortedMap<ReportId, R> newest = new TreeMap<>();
    scan.rows(
        log,
        row ->
            !row.writtenAt().isAfter(until) && row.subject().filter(wanted::contains).isPresent(),
        stored -> {
          R row = LogCodec.read(log, stored);
          if (fits.test(row)) {
            newest.merge(
                ReportId.of(stored.subject().orElseThrow()),
                row,
                (a, b) -> b.writtenAt().isBefore(a.writtenAt()) ? a : b);
          }
        });
    return newest;
  }

  /**
   * What was sold and expected during some reports.
   *
   * @param reports what detection last said of them
   * @return the slice of each of which the baseline log tells, by report
   */
  public SortedMap<ReportId, ReportSlice> slices(Collection<ReportDetected> reports) {
    Map<String, List<ReportDetected>> byStore = new HashMap<>();
    reports.forEach(
        report ->
            byStore.computeIfAbsent(report.storeId().value(), k -> new ArrayList<>()).add(report));
    Map<ReportId, List<BaselinePrediction>> rows = new HashMap<>();
    scan.rows(
        Logs.BASELINE_PREDICTIONS,
        row ->
            !row.writtenAt().isAfter(until)
                && row.subject().filter(byStore::containsKey).isPresent(),
        stored -> {
          BaselinePrediction row = LogCodec.read(Logs.BASELINE_PREDICTIONS, stored);
          for (ReportDetected report : byStore.getOrDefault(row.storeId().value(), List.of())) {
            if (!row.route().equals("shadow") && isAbout(row, report)) {
              rows.computeIfAbsent(report.reportId(), k -> new ArrayList<>()).add(row);
            }
          }
        });
    SortedMap<ReportId, ReportSlice> slices = new TreeMap<>();
    for (ReportDetected report : reports) {
      List<BaselinePrediction> about = rows.get(report.reportId());
      if (about != null) {
        Cadence cadence = about.get(0).cadence();
        slices.put(report.reportId(), LoggedSlice.of(report, about, cadence));
      }
    }
    return slices;
  }

  /** What was measured of candidates. */
  LoggedDrivers drivers() {
    LoggedDrivers drivers = new LoggedDrivers();
    scan.rows(
        Logs.CONTEXT,
        row -> !row.writtenAt().isAfter(until),
        stored -> drivers.add(LogCodec.read(Logs.CONTEXT, stored)));
    return drivers;
  }

  private static boolean isAbout(BaselinePrediction row, ReportDetected report) {
    Instant end = row.cadence().plus(row.firstStep(), row.actualUnits().size());
    return end.isAfter(report.firstDetectedFrom())
        && report.members().stream().anyMatch(member -> isAbout(row, member));
  }

  private static boolean isAbout(BaselinePrediction row, ReportMember member) {
    return member.sku().equals(row.sku())
        && member.windowEnd().filter(end -> !row.firstStep().isBefore(end)).isEmpty();
  }
}
