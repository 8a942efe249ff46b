package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.work.Workers;

/**
 * The view of a run that goes along with the logs: what it was told once it is not told again. A
 * refresh passes by the new rows, projects the reports that they touch and computes their events
 * anew. One thread at a time.
 */
final class RunView {
  /** How many reports a thread projects before it looks for more work. */
  private static final int AT_ONCE = 256;

  private final RowSource source;
  private final Workers workers;
  private final RunTraces traces;
  private final Projector projector;
  private final EventBook book;
  private final Map<ReportId, ReportDraft> drafts = new HashMap<>();
  private final SortedMap<ReportId, ReportEntry> entries = new TreeMap<>();
  private final Map<String, SortedSet<ReportId>> ofStore = new HashMap<>();
  private final SortedSet<ReportId> owing = new TreeSet<>();
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
    this.workers = workers;
    this.traces = new RunTraces(run, tick);
    this.projector = new Projector(source, traces, run);
    this.book = new EventBook(run);
  }

  /** {@return the commit up to which it has seen all} */
  CommitPosition seen() {
    return seen;
  }

  /**
   * Goes on to a commit.
   *
   * @param upTo the commit, not before the one that was seen
   * @return the view as of then
   */
  HydratedView refresh(CommitPosition upTo) {
    traces.read(source, seen, upTo, workers);
    seen = upTo;
    SortedSet<ReportId> reports = touchedReports();
    project(reports);
    Set<ReportId> joined =
        book.refresh(
            reports,
            projector.events(traces.events().takeTouched()),
            projector.edits(traces.review().takeTouchedEvents()),
            drafts,
            workers);
    reports.forEach(this::enter);
    joined.forEach(this::enter);
    return new HydratedView(
        new HydratedReports(seen, source.unreadable(), List.copyOf(entries.values())),
        new HydratedEvents(seen, source.unreadable(), book.all(), book.ends()));
  }

  private SortedSet<ReportId> touchedReports() {
    SortedSet<ReportId> touched = new TreeSet<>();
    traces.takeTouchedReports().forEach(id -> touched.addAll(reportId(id).stream().toList()));
    for (String store : traces.stores().takeTouched()) {
      touched.addAll(ofStore.getOrDefault(store, new TreeSet<>()));
    }
    if (traces.hasNewStageRuns()) {
      touched.addAll(owing);
    }
    boolean corrected = traces.stageRuns().takeCorrected();
    boolean gapped = traces.stageRuns().takeGapped();
    if (corrected) {
      touched.addAll(drafts.keySet());
    } else if (gapped) {
      drafts.forEach(
          (id, draft) -> {
            if (draft.report().isOpen()) {
              touched.add(id);
            }
          });
    }
    return touched;
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
    projector.corrected(corrected).forEach(this::put);
    List<Callable<List<Optional<ReportDraft>>>> jobs = new ArrayList<>();
    for (int from = 0; from < plain.size(); from += AT_ONCE) {
      List<ReportId> some = plain.subList(from, Math.min(plain.size(), from + AT_ONCE));
      jobs.add(() -> projector.drafts(some));
    }
    int at = 0;
    for (List<Optional<ReportDraft>> made : workers.all(jobs)) {
      for (Optional<ReportDraft> draft : made) {
        put(plain.get(at), draft);
        at++;
      }
    }
  }

  private void put(ReportId id, Optional<ReportDraft> draft) {
    ReportDraft before = draft.isPresent() ? drafts.put(id, draft.get()) : drafts.remove(id);
    if (before != null) {
      ofStore.getOrDefault(before.report().storeId().value(), new TreeSet<>()).remove(id);
    }
    draft.ifPresent(
        now ->
            ofStore.computeIfAbsent(now.report().storeId().value(), s -> new TreeSet<>()).add(id));
    if (draft.filter(d -> !d.superseded()).isPresent() && traces.owes(id.value())) {
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
      entries.put(id, new ReportEntry(draft, book.groupOf(id)));
    }
  }
}
