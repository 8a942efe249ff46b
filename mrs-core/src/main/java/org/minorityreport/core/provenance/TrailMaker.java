package org.minorityreport.core.provenance;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.provenance.FieldHistory;
import org.minorityreport.api.provenance.HistoryValue;
import org.minorityreport.api.provenance.RowTrace;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.provenance.TrailCommit;
import org.minorityreport.api.view.RowRef;
import org.minorityreport.core.provenance.Place.RefRow;
import org.minorityreport.core.provenance.Provenance.Question;

/** Follows a report or event from commit to commit. Good for one answer. */
final class TrailMaker implements AutoCloseable {
  /** They change with every row and say nothing that the rows of the trail do not say. */
  private static final ImmutableSet<String> LEFT_OUT = ImmutableSet.of("row_refs", "last_changed");

  private final Question question;
  private final Traces traces;
  private final Look look;

  TrailMaker(LogStore store, Question question) {
    this.question = question;
    this.traces = new Traces(store);
    this.look = question.look();
  }

  @Override
  public void close() {
    look.close();
  }

  Trail make() {
    List<TrailCommit> commits = new ArrayList<>();
    for (CommitPosition position : positions()) {
      Map<String, Object> before = look.shown();
      look.goTo(position);
      List<RowTrace> rows =
          question.rows().about().stream()
              .filter(row -> row.position().equals(position))
              .map(traces::of)
              .toList();
      List<FieldChange> changes = changes(before);
      if (!rows.isEmpty() || !changes.isEmpty()) {
        commits.add(
            TrailCommit.builder()
                .position(position.value())
                .committedAt(traces.committedAt(position))
                .rows(rows)
                .changes(changes)
                .build());
      }
    }
    return Trail.builder()
        .kind(question.kind())
        .subjectId(question.id())
        .runId(question.run())
        .position(question.upTo().value())
        .tick(question.tick())
        .commits(commits)
        .gaps(question.reads().gaps())
        .build();
  }

  FieldHistory history(String field) {
    List<HistoryValue> values = new ArrayList<>();
    for (CommitPosition position : positions()) {
      Object before = look.shown().get(field);
      look.goTo(position);
      Object now = look.shown().get(field);
      if (before == null ? now != null : !before.equals(now)) {
        values.add(
            HistoryValue.builder()
                .position(position.value())
                .committedAt(traces.committedAt(position))
                .value(Optional.ofNullable(now))
                .row(origin(field).map(RefRow::stored).map(traces::of))
                .build());
      }
    }
    return FieldHistory.builder()
        .kind(question.kind())
        .subjectId(question.id())
        .runId(question.run())
        .position(question.upTo().value())
        .tick(question.tick())
        .field(field)
        .values(values)
        .gaps(question.reads().gaps())
        .build();
  }

  private List<FieldChange> changes(Map<String, Object> before) {
    List<FieldChange> changes = new ArrayList<>();
    Look.differences(question.kind(), before, look.shown())
        .forEach(
            (field, after) -> {
              if (!LEFT_OUT.contains(field)) {
                changes.add(
                    FieldChange.builder()
                        .field(field)
                        .before(Optional.ofNullable(before.get(field)))
                        .after(after)
                        .row(origin(field).map(TrailMaker::ref))
                        .build());
              }
            });
    return changes;
  }

  private Optional<RefRow> origin(String field) {
    return look.shown().isEmpty() ? Optional.empty() : look.origin(field).row();
  }

  private static RowRef ref(RefRow row) {
    return RowRef.builder()
        .log(row.stored().log().wireName())
        .row(row.stored().rowNumber())
        .build();
  }

  /** The commits with a row that bears on it, in order. */
  private SortedSet<CommitPosition> positions() {
    LinkedHashSet<StoredRow> rows = new LinkedHashSet<>(question.rows().about());
    rows.addAll(question.rows().all());
    SortedSet<CommitPosition> positions = new TreeSet<>();
    rows.forEach(row -> positions.add(row.position()));
    return positions;
  }
}
