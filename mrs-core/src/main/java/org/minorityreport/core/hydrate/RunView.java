package org.minorityreport.core.hydrate;

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
  private final SortedByKey<ReportId, ReportEntry> entries = new SortedByKey<>();
  private final Set<ReportId> owing = new HashSet<>();
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
    List<ReportId> reports = touchedReports();
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
        new HydratedReports(seen, source.unreadable(), entries.list()),
        new HydratedEvents(seen, source.unreadable(), book.all(), book.ends()));
  }

  private List<ReportId> touchedReports() {
    Set<ReportId> touched = new HashSet<>();
    traces.takeTouchedReports().forEach(id -> touched.addAll(reportId(id).stream().toList()));
    Set<String> stores = traces.stores().takeTouched();
    if (!stores.isEmpty()) {
      touch(touched, draft -> stores.contains(draft.report().storeId().value()));
    }
    if (traces.hasNewStageRuns()) {
      touched.addAll(owing);
    }
    boolean corrected = traces.stageRuns().takeCorrected();
    boolean gapped = traces.stageRuns().takeGapped();
    if (corrected || gapped) {
      touch(touched, draft -> corrected || draft.report().isOpen());
    }
    return touched.stream().sorted().toList();
  }

  private void touch(Set<ReportId> touched, Predicate<ReportDraft> which) {
    drafts.forEach(
        (id, draft) -> {
          if (which.test(draft)) {
            touched.add(id);
          }
        });
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
    draft.ifPresentOrElse(now -> drafts.put(id, now), () -> drafts.remove(id));
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
