package org.minorityreport.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.core.decision.PeopleHistory;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.rereview.EvidenceChange;
import org.minorityreport.core.rereview.JudgedReport;

/**
 * The closed reports that changes of context may concern, with what their proposals knew. Of older
 * reports than those that the oldest change could be a cause of nothing is read.
 */
final class JudgedReports {
  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final PeopleHistory people;
  private final KeyedRows rows;
  private final Map<ReportId, StoredRow> rounds = new HashMap<>();

  JudgedReports(LogStore store, RunId run, TickIndex ticks, PeopleHistory people, KeyedRows rows) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.people = people;
    this.rows = rows;
    store.read(Logs.REREVIEW_WORKLIST, run, CommitPosition.START, store.head(), this::noteRound);
  }

  private void noteRound(StoredRow row) {
    if (!row.isRetracted()) {
      ReportId report = LogCodec.read(Logs.REREVIEW_WORKLIST, row).reportId();
      rounds.merge(report, row, (a, b) -> round(b) >= round(a) ? b : a);
    }
  }

  private static int round(StoredRow row) {
    return LogCodec.read(Logs.REREVIEW_WORKLIST, row).rereviewRound();
  }

  /** {@return the newest round of each report, by report, of those that have no outputs yet} */
  Map<ReportId, RereviewRound> waiting() {
    Map<ReportId, RereviewRound> waiting = new TreeMap<>();
    rounds.forEach(
        (report, row) -> {
          RereviewRound round = LogCodec.read(Logs.REREVIEW_WORKLIST, row);
          if (round.outputsGeneratedAt().isEmpty()) {
            waiting.put(report, round);
          }
        });
    return waiting;
  }

  /**
   * Reads reports.
   *
   * @param lag how long before a cause a report may have ended
   * @param tick the newest tick
   */
  List<JudgedReport> closed(
      Collection<EvidenceChange> changes, Duration lag, Instant tick, LoggedContext context) {
    Optional<CommitPosition> from =
        changes.stream()
            .flatMap(change -> first(change, lag).stream())
            .min(CommitPosition::compareTo);
    List<JudgedReport> closed = new ArrayList<>();
    for (ReportAttributed row : from.map(p -> newest(p, tick)).orElse(List.of())) {
      if (row.windowEnd().isPresent()) {
        StoredRow round = rounds.get(row.reportId());
        closed.add(
            new JudgedReport(
                row,
                context.store(row.storeId(), tick).orElseThrow(),
                people
                    .editsSeen(row.writtenAt())
                    .getOrDefault(Logs.CONTEXT_RECORDED.wireName(), 0L),
                round == null ? 0 : round(round),
                round == null ? CommitPosition.START : round.position()));
      }
    }
    return closed;
  }

  /** After which commit the last rows lie of all closed reports that a change may concern. */
  private Optional<CommitPosition> first(EvidenceChange change, Duration lag) {
    Optional<Instant> start =
        change.versions().map(Candidate::start).min(Instant::compareTo).map(t -> t.minus(lag));
    return start
        .map(ticks::positionBefore)
        .filter(from -> from.value() < change.position().value() - 1)
        .filter(from -> change.isAfterTheFact());
  }

  /** The newest row of each report that has one after a commit. */
  private Collection<ReportAttributed> newest(CommitPosition from, Instant tick) {
    Map<String, StoredRow> newest = new TreeMap<>();
    Set<String> corrected = new HashSet<>();
    store.read(
        Logs.REPORTS_ATTRIBUTED,
        run,
        from,
        store.head(),
        row -> {
          String report = row.subject().orElseThrow();
          StoredRow known = newest.get(report);
          if (row.isRetracted()) {
            corrected.add(report); // an earlier row of it may be the newest now
          } else if (known == null || !row.writtenAt().isBefore(known.writtenAt())) {
            newest.put(report, row);
          }
        });
    newest.keySet().removeAll(corrected);
    List<ReportAttributed> found = new ArrayList<>();
    newest.values().forEach(row -> found.add(LogCodec.read(Logs.REPORTS_ATTRIBUTED, row)));
    found.addAll(rows.newest(Logs.REPORTS_ATTRIBUTED, corrected, Instant.MIN, tick).values());
    return found;
  }
}
