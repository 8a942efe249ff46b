package org.minorityreport.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.core.json.LogCodec;

/** What people, finalisation and re-review add to a run: a few rows about its first report. */
final class PeopleRows {
  private static final AnnotationId ACT = annotation('a');
  private static final Cut CUT = Cut.of(Map.of(Logs.REPORTS_DETECTED.wireName(), 1L));

  private final ReportClustered clustered;
  private final ReportAttributed attributed;
  private final Instant at;

  private PeopleRows(LogStore store) {
    clustered = newest(store, Logs.REPORTS_CLUSTERED);
    attributed = newest(store, Logs.REPORTS_ATTRIBUTED);
    at = clustered.writtenAt();
  }

  /** Adds them to a store that holds a run. */
  static void into(LogStore store) {
    PeopleRows rows = new PeopleRows(store);
    LogRow edit = LogCodec.row(Logs.USER_EDITS, rows.edit(ACT));
    store.append(
        Commit.of(
            List.of(
                slice(Logs.USER_EDITS, edit),
                slice(Logs.USER_EDITS, LogCodec.row(Logs.USER_EDITS, rows.edit(annotation('b')))),
                slice(Logs.USER_EVENT_EDITS, LogCodec.row(Logs.USER_EVENT_EDITS, rows.split())),
                slice(Logs.CONTEXT_RECORDED, LogCodec.row(Logs.CONTEXT_RECORDED, rows.recorded())),
                slice(Logs.REPORTS_FINALISED, LogCodec.row(Logs.REPORTS_FINALISED, rows.decided())),
                slice(Logs.REREVIEW_WORKLIST, LogCodec.row(Logs.REREVIEW_WORKLIST, rows.round())),
                slice(
                    Logs.REPORTS_RECLUSTERED,
                    LogCodec.row(Logs.REPORTS_RECLUSTERED, rows.reclustered())),
                slice(
                    Logs.REPORTS_REATTRIBUTED,
                    LogCodec.row(Logs.REPORTS_REATTRIBUTED, rows.reattributed())))));
    StoredRow stored =
        store.latest(Logs.USER_EDITS, List.of(edit.key()), store.head()).get(edit.key());
    store.append(Commit.of(List.of(slice(Logs.USER_EDITS, LogCodec.retraction(stored)))));
  }

  private UserEdit edit(AnnotationId act) {
    return UserEdit.builder()
        .runId(clustered.runId())
        .writtenAt(at)
        .annotationId(act)
        .targetId(clustered.reportId().value())
        .action("edit")
        .actor("ann")
        .role("data_scientist")
        .basedOn(CUT)
        .cause("Empty shelf")
        .causeCategory("competitor_action")
        .confidence(0.78)
        .windowStart(clustered.windowStart())
        .windowEnd(at)
        .attributedSalesTotal(clustered.attributedSalesTotal())
        .baselineSalesTotal(clustered.baselineSalesTotal())
        .impactEstimate(clustered.impactEstimate())
        .members(clustered.members())
        .evidence(attributed.supportingEvidence())
        .addLinkedContextIds("CX-1")
        .build();
  }

  private UserEdit split() {
    return UserEdit.builder()
        .from(edit(annotation('c')))
        .targetId("ME-b45222024d9184540b511e2ee4573fd7")
        .action("split")
        .reportIds(List.of(clustered.reportId()))
        .refersTo(ACT)
        .flags(List.of("overrides_newer"))
        .build();
  }

  private ContextRecorded recorded() {
    return ContextRecorded.builder()
        .runId(clustered.runId())
        .writtenAt(at)
        .actedAt(at)
        .annotationId(ACT)
        .contextId("CX-1")
        .action("record")
        .basedOn(CUT)
        .actor("ann")
        .role("marketer")
        .contextEvent(
            ContextEvent.builder()
                .contextId("CX-1")
                .category("competitor_action")
                .name("Empty shelf")
                .start(clustered.windowStart())
                .source("ann")
                .build())
        .build();
  }

  private ReportFinalised decided() {
    return ReportFinalised.builder()
        .from((ReportSpine) clustered)
        .proposedCause(attributed.proposedCause())
        .finalDecision("edited")
        .finalCause("Empty shelf")
        .finalConfidence(0.78)
        .finalizedAt(at)
        .annotationId(ACT)
        .decidedBy(Decider.builder().actor("ann").role("data_scientist").build())
        .decisionLevel("report")
        .sourceUsedWindowStart("ui")
        .sourceUsedWindowEnd("ui")
        .sourceUsedStructure("detected")
        .sourceUsedTotals("ui")
        .sourceUsedCluster("clustered")
        .sourceUsedProposed("attribution")
        .sourceUsedGroupId("none")
        .sourceUsedFinal("ui")
        .build();
  }

  private RereviewRound round() {
    return RereviewRound.builder()
        .runId(clustered.runId())
        .writtenAt(at)
        .reportId(clustered.reportId())
        .rereviewRound(1)
        .triggerReason("new_evidence")
        .triggerAt(at)
        .build();
  }

  private ReportReclustered reclustered() {
    return ReportReclustered.builder().from((ReportSpine) clustered).rereviewRound(1).build();
  }

  private ReportReattributed reattributed() {
    return ReportReattributed.builder().from((ReportSpine) attributed).rereviewRound(1).build();
  }

  private static LogSlice slice(Log<?> log, LogRow row) {
    return LogSlice.of(log, log.writers().iterator().next(), List.of(row));
  }

  private static AnnotationId annotation(char digit) {
    return AnnotationId.of("AN-" + String.valueOf(digit).repeat(32));
  }

  private static <R extends LogRecord> R newest(LogStore store, Log<R> log) {
    AtomicReference<StoredRow> newest = new AtomicReference<>();
    store.read(
        log,
        SmallWorld.RUN,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            newest.set(row);
          }
        });
    return LogCodec.read(log, newest.get());
  }
}
