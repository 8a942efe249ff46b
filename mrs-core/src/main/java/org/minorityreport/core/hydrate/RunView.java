package org.minorityreport.core.hydrate;

import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.view.Bands;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.setting.BandSettings;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;
import org.minorityreport.core.work.Workers;

/**
 * The view of a run that goes along with the logs: what it was told once it is not told again. A
 * refresh passes by the new rows, projects the reports that they touch and computes their events
 * anew. One thread at a time.
 */
final class RunView {
  private static final String OWING = "reports that stages owe rows";

  /** How many reports a thread projects at most before it looks for more work. */
  private static final int AT_ONCE = 256;

  private final RowSource source;
  private final Workers workers;
  private final RunTraces traces;
  private final Projector projector;
  private final EventBook book;
  private final Map<ReportId, ReportDraft> drafts = new HashMap<>();
  private final SortedByKey<ReportId, ReportEntry> entries = new SortedByKey<>();
  private final Set<ReportId> owing = new HashSet<>();
  private final BandSettings bands;
  private final Optional<Instant> tick;
  private CommitPosition seen = CommitPosition.START;

  /**
   * A view that has seen nothing yet.
   *
   * @param store the logs
   * @param run the line of work
   * @param tick if given, rows of later ticks are left out
   * @param workers the threads
   */
  RunView(LogStore store, RunId run, Optional<Instant> tick, Workers workers) {
    this.source = RowSource.of(store);
    this.bands = new BandSettings(store, run);
    this.tick = tick;
    this.workers = workers;
    this.traces = new RunTraces(run, tick);
    this.projector = new Projector(source, traces, run);
    this.book = new EventBook(run);
  }

  /**
   * Goes on from what was kept, instead of from the first row.
   *
   * @param snapshot what was kept
   * @param upTo the commit up to which it was
   */
  void goOnFrom(Snapshot snapshot, CommitPosition upTo) {
    traces.goOnFrom(snapshot, source, upTo, workers);
    book.goOnFrom(snapshot, projector.keptRows(), projector.keptEdits());
    entries.goOnFrom(KeptReport.all(snapshot));
    KeptParts.set(OWING, snapshot).forEach(id -> owing.add(ReportId.of(id)));
    seen = upTo;
  }

  /** {@return the commit up to which it has seen all} */
  CommitPosition seen() {
    return seen;
  }

  /** {@return whether it can be kept: what misses damaged rows cannot, for they may come back} */
  boolean isWhole() {
    return source.unreadable().isEmpty();
  }

  /** Keeps all that a view needs to go on from here. */
  void keep(SnapshotWriter to) throws IOException {
    traces.keep(to);
    book.keep(to);
    KeptReport.write(entries.list(), to);
    KeptParts.writeSet(OWING, Lists.transform(List.copyOf(owing), ReportId::value), to);
    to.end();
  }

  /**
   * Goes on to a commit.
   *
   * @param upTo the commit, not before the one that was seen
   */
  void refresh(CommitPosition upTo) {
    traces.read(source, seen, upTo, workers);
    seen = upTo;
    List<ReportId> reports = touchedReports();
    project(reports);
    Set<ReportId> joined =
        book.refresh(
            reports,
            projector.events(traces.events().takeTouched()),
            projector.edits(traces.review().takeTouchedEvents()),
            drafts,
            this::project,
            workers);
    reports.forEach(this::enter);
    joined.forEach(this::enter);
  }

  /** {@return the view as of the commit that it went on to last} */
  HydratedView view() {
    List<String> unreadable = source.unreadable();
    Bands known = bands.asOf(seen, tick);
    return new HydratedView(
        new HydratedReports(seen, unreadable, entries.list(), known),
        new HydratedEvents(seen, unreadable, book.all(), book.ends(), known));
  }

  private List<ReportId> touchedReports() {
    Set<ReportId> touched = new HashSet<>();
    traces.takeTouchedReports().forEach(id -> touched.addAll(reportId(id).stream().toList()));
    Set<String> stores = traces.stores().takeTouched();
    if (!stores.isEmpty()) {
      touch(touched, report -> stores.contains(report.storeId().value()));
    }
    if (traces.hasNewStageRuns()) {
      touched.addAll(owing);
    }
    boolean corrected = traces.stageRuns().takeCorrected();
    boolean gapped = traces.stageRuns().takeGapped();
    if (corrected || gapped) {
      touch(touched, report -> corrected || report.isOpen());
    }
    return touched.stream().sorted().toList();
  }

  private void touch(Set<ReportId> touched, Predicate<MinorityReport> which) {
    for (ReportEntry entry : entries.list()) {
      MinorityReport report = entry.readings();
      if (which.test(report)) {
        touched.add(report.reportId());
      }
    }
  }

  /** Acts may be about anything; what is no report id is no report. */
  private static Optional<ReportId> reportId(String text) {
    try {
      return Optional.of(ReportId.of(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private void project(Collection<ReportId> reports) {
    List<ReportId> plain = new ArrayList<>();
    List<ReportId> corrected = new ArrayList<>();
    reports.forEach(id -> (traces.isCorrected(id.value()) ? corrected : plain).add(id));
    projector.corrected(corrected).forEach((id, draft) -> put(projected(id, draft)));
    List<Callable<List<Projected>>> jobs = new ArrayList<>();
    for (List<ReportId> some : workers.parts(plain, AT_ONCE)) {
      jobs.add(
          () ->
              Streams.zip(some.stream(), projector.drafts(some).stream(), this::projected)
                  .toList());
    }
    workers.all(jobs).forEach(some -> some.forEach(this::put));
  }

  private Projected projected(ReportId id, Optional<ReportDraft> draft) {
    boolean stands = draft.filter(d -> !d.superseded()).isPresent();
    return new Projected(id, draft, stands && traces.owes(id.value()));
  }

  private void put(Projected made) {
    ReportId id = made.id();
    made.draft().ifPresentOrElse(now -> drafts.put(id, now), () -> drafts.remove(id));
    if (made.owes()) {
      owing.add(id);
    } else {
      owing.remove(id);
    }
  }

  private void enter(ReportId id) {
    ReportDraft draft = drafts.get(id);
    if (draft == null) {
      entries.remove(id);
    } else {
      entries.put(id, new LiveReport(draft, book.groupOf(id)));
    }
  }

  /**
   * A report that was projected.
   *
   * @param id its id
   * @param draft what it is; empty if there is nothing to show
   * @param owes whether a stage owes a row about it
   */
  private record Projected(ReportId id, Optional<ReportDraft> draft, boolean owes) {}
}
