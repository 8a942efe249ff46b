package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.stage.ClosedMember;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.core.identity.Identity;

/**
 * Folds the series of a store into reports: one per onset, whatever SKU and direction (spec 2.2).
 */
final class ReportFold {
  private final DetectionTask task;
  private final ReportRow rows;
  private final ReportSlices slicer;
  private final SortedMap<ReportId, ReportDetected> detected = new TreeMap<>();
  private final SortedMap<ReportId, ReportEnded> ended = new TreeMap<>();
  private final SortedMap<ReportId, ReportSlice> slices = new TreeMap<>();

  ReportFold(DetectionTask task, List<SeriesOutcome> outcomes, Set<Instant> waiting) {
    this.task = task;
    this.rows = new ReportRow(task, outcomes);
    this.slicer = new ReportSlices(outcomes);
    SortedMap<Instant, List<Member>> touched = new TreeMap<>();
    for (SeriesOutcome outcome : outcomes) {
      outcome.closed().forEach(m -> add(touched, m));
      outcome.open().ifPresent(m -> add(touched, m));
    }
    touched.keySet().removeAll(waiting);
    touched.forEach(this::fold);
  }

  /** {@return rows by report id} */
  List<ReportDetected> detected() {
    return List.copyOf(detected.values());
  }

  /** {@return rows by report id} */
  List<ReportEnded> ended() {
    return List.copyOf(ended.values());
  }

  /** {@return slices of the reports detected} */
  SortedMap<ReportId, ReportSlice> slices() {
    return slices;
  }

  private static void add(SortedMap<Instant, List<Member>> byOnset, Member member) {
    byOnset.computeIfAbsent(member.onset(), k -> new ArrayList<>()).add(member);
  }

  private void fold(Instant onset, List<Member> now) {
    List<ClosedMember> before =
        task.carry().closedMembers().stream().filter(m -> m.onset().equals(onset)).toList();
    Set<Sku> present = new HashSet<>();
    now.forEach(m -> present.add(m.sku()));
    List<ClosedMember> members =
        before.stream().filter(m -> !present.contains(m.member().sku())).toList();
    boolean open = now.stream().anyMatch(m -> m.closedAt() == null);
    ReportId id = Identity.reportId(task.store().storeId(), onset);
    ReportDetected row = rows.of(id, onset, now, members, open);
    detected.put(id, row);
    slices.put(id, slicer.of(row, now, members));
    ended(id, row, now, before, open).ifPresent(e -> ended.put(id, e));
  }

  private Optional<ReportEnded> ended(
      ReportId id, ReportDetected row, List<Member> now, List<ClosedMember> before, boolean open) {
    if (!open) {
      return Optional.of(row(id, row.windowEnd(), EventStatus.ENDED, reason(now)));
    }
    boolean allRaisedNow = now.stream().allMatch(m -> m.raisedAt().equals(task.tick()));
    return allRaisedNow && !before.isEmpty()
        ? Optional.of(row(id, Optional.empty(), EventStatus.ACTIVE, EndReason.REOPENED))
        : Optional.empty();
  }

  /** The reason of the member that ends last; of equals the first by SKU. */
  private static EndReason reason(List<Member> now) {
    Member last = now.get(0);
    for (Member member : now) {
      Instant end = Objects.requireNonNull(member.windowEnd());
      last = end.isAfter(Objects.requireNonNull(last.windowEnd())) ? member : last;
    }
    return Objects.requireNonNull(last.endReason());
  }

  private ReportEnded row(
      ReportId id, Optional<Instant> windowEnd, EventStatus status, EndReason reason) {
    return ReportEnded.builder()
        .runId(task.runId())
        .writtenAt(task.tick())
        .reportId(id)
        .storeId(task.store().storeId())
        .windowEnd(windowEnd)
        .eventStatus(status)
        .endReason(reason)
        .build();
  }
}
