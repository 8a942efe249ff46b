package org.minorityreport.core.hydrate;

import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.EventRecord;

/**
 * Reads the rows that can matter and makes reports of them. Of a report that was corrected all rows
 * are read again, from the commits of its life; of one that is superseded at each change, because
 * it shows what no row says any more.
 */
final class Projector {
  /** How many corrected reports are read again at once: their rows are all in memory. */
  private static final int AT_ONCE = 4096;

  private final RowSource source;
  private final RunTraces traces;
  private final RunId run;

  Projector(RowSource source, RunTraces traces, RunId run) {
    this.source = source;
    this.traces = traces;
    this.run = run;
  }

  /** Projects some reports that were not corrected. Several threads may do so at once. */
  List<Optional<ReportDraft>> drafts(List<ReportId> reports) {
    try (RowSource.Rows rows = source.rows()) {
      return reports.stream().map(id -> project(id, traces.history(id.value(), rows))).toList();
    }
  }

  /**
   * Projects some reports that were corrected, and keeps of each what counts now.
   *
   * @param reports the reports
   * @return what they are, empty where nothing is left
   */
  Map<ReportId, Optional<ReportDraft>> corrected(Collection<ReportId> reports) {
    List<ReportId> byAge =
        reports.stream()
            .sorted(
                Comparator.comparing((ReportId id) -> traces.firstCommit(id.value()))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Map<ReportId, Optional<ReportDraft>> drafts = new HashMap<>();
    for (List<ReportId> some : Lists.partition(byAge, AT_ONCE)) {
      try (RowSource.Rows rows = source.rows()) {
        Map<String, ReportHistory> whole =
            traces.readAgain(source, some.stream().map(ReportId::value).toList(), rows);
        for (ReportId id : some) {
          ReportHistory all = Optional.ofNullable(whole.get(id.value())).orElseThrow();
          Optional<ReportDraft> draft = project(id, all);
          if (draft.filter(d -> !d.superseded()).isPresent()) {
            traces.remake(id.value(), all);
          }
          drafts.put(id, draft);
        }
      }
    }
    return drafts;
  }

  private Optional<ReportDraft> project(ReportId id, ReportHistory history) {
    return ReportProjection.of(id.value(), run, history, traces.stores(), traces.stageRuns());
  }

  /** What MELOG says now of some events. */
  SortedMap<EventId, Optional<EventRows>> events(Collection<String> ids) {
    TraceLog<EventRecord> log = traces.events();
    SortedMap<EventId, Optional<EventRows>> events = new TreeMap<>();
    try (RowSource.Rows rows = source.rows()) {
      List<String> corrected = ids.stream().filter(log::isCorrected).toList();
      Map<String, History<EventRecord>> whole =
          log.readAgain(source, run, traces::isWithin, corrected, rows);
      for (String id : ids) {
        History<EventRecord> again = whole.get(id);
        if (again != null) {
          log.remake(id, again);
        }
        events.put(EventId.of(id), EventRows.of(log.history(id, rows).standing()));
      }
    }
    return events;
  }

  /** What people did, by now, about some events. */
  SortedMap<EventId, Edits> edits(Collection<EventId> ids) {
    SortedMap<EventId, Edits> edits = new TreeMap<>();
    try (RowSource.Rows rows = source.rows()) {
      ids.forEach(id -> edits.put(id, traces.review().ofEvent(id.value(), rows)));
    }
    return edits;
  }

  /** What MELOG said of events when the traces were kept. */
  KeptMap.Base<EventId, EventRows> keptRows() {
    return new KeptMap.Base<>() {
      @Override
      public @Nullable EventRows get(EventId id) {
        try (RowSource.Rows rows = source.rows()) {
          return EventRows.of(traces.events().keptHistory(id.value(), rows).standing())
              .orElse(null);
        }
      }

      @Override
      public List<EventId> keys() {
        return Lists.transform(traces.events().keptSubjects(), EventId::of);
      }
    };
  }

  /** What people had done about events when the traces were kept. */
  KeptMap.Base<EventId, Edits> keptEdits() {
    return new KeptMap.Base<>() {
      @Override
      public @Nullable Edits get(EventId id) {
        try (RowSource.Rows rows = source.rows()) {
          Edits edits = traces.review().keptOfEvent(id.value(), rows);
          return edits == Edits.NONE ? null : edits;
        }
      }

      @Override
      public List<EventId> keys() {
        return List.of(); // nobody asks
      }
    };
  }
}
