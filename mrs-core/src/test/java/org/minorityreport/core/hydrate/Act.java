package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.LogCodec;

/**
 * An act of a person and its row, and the rows that follow from acts. Acts are told apart by a
 * name.
 *
 * @param name anything
 * @param row its row
 */
record Act(String name, LogRow row) {
  static final Instant AT = Instant.parse("2025-08-08T09:00:00Z");

  static AnnotationId id(String name) {
    return AnnotationId.of(
        "AN-" + Digests.sha256Hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
  }

  AnnotationId id() {
    return id(name);
  }

  /** An act of ann about a report. */
  static Act on(Sample report, String action, String name) {
    return on(report, action, name, b -> b);
  }

  static Act on(Sample report, String action, String name, UnaryOperator<UserEdit.Builder> change) {
    return make(Logs.USER_EDITS, report.id().value(), action, name, change);
  }

  /** An act of ann about an event. */
  static Act on(EventId event, String action, String name) {
    return on(event, action, name, b -> b);
  }

  static Act on(EventId event, String action, String name, UnaryOperator<UserEdit.Builder> change) {
    return make(Logs.USER_EVENT_EDITS, event.value(), action, name, change);
  }

  private static Act make(
      Log<UserEdit> log,
      String target,
      String action,
      String name,
      UnaryOperator<UserEdit.Builder> change) {
    UserEdit.Builder row =
        UserEdit.builder()
            .runId(Scene.RUN)
            .writtenAt(AT)
            .annotationId(id(name))
            .targetId(target)
            .action(action)
            .actor("ann")
            .role("data_scientist")
            .basedOn(Cut.of(Map.of()));
    return new Act(name, LogCodec.row(log, change.apply(row).build()));
  }

  /** The row that reverts an act. */
  static Act revert(Sample report, Act act) {
    return on(report, "revert", "revert " + act.name(), b -> b.refersTo(act.id()));
  }

  static Act revert(EventId event, Act act) {
    return on(event, "revert", "revert " + act.name(), b -> b.refersTo(act.id()));
  }

  /** A row of MRFL in a tick of its own. */
  static LogRow finalised(Sample report, String decision, Act act) {
    return finalised(report, decision, act, b -> b);
  }

  static LogRow finalised(
      Sample report, String decision, Act act, UnaryOperator<ReportFinalised.Builder> change) {
    ReportFinalised.Builder row =
        ReportFinalised.builder()
            .from((ReportSpine) report.spine(AT.toString()))
            .reportStatus("finalised")
            .proposedCause("TV Campaign Launch")
            .proposedCauseCategory("paid media")
            .confidenceScore(0.8)
            .finalDecision(decision)
            .finalizedAt(AT)
            .annotationId(act.id())
            .decidedBy(Decider.builder().actor("ann").role("marketer").build())
            .decisionLevel(act.row().log() == Logs.USER_EDITS ? "report" : "event")
            .sourceUsedWindowStart("detected")
            .sourceUsedWindowEnd("none")
            .sourceUsedStructure("detected")
            .sourceUsedTotals("detected")
            .sourceUsedCluster("none")
            .sourceUsedProposed("attribution")
            .sourceUsedGroupId("cohort")
            .sourceUsedFinal("none");
    return LogCodec.row(Logs.REPORTS_FINALISED, change.apply(row).build());
  }

  static LogRow round(Sample report, int round) {
    return LogCodec.row(
        Logs.REREVIEW_WORKLIST,
        RereviewRound.builder()
            .runId(Scene.RUN)
            .writtenAt(AT)
            .reportId(report.id())
            .rereviewRound(round)
            .triggerReason("new_evidence")
            .triggerAt(AT)
            .build());
  }

  static LogRow reattributed(
      Sample report, int round, UnaryOperator<ReportReattributed.Builder> change) {
    ReportReattributed.Builder row =
        ReportReattributed.builder().from((ReportSpine) attributed(report)).rereviewRound(round);
    return LogCodec.row(Logs.REPORTS_REATTRIBUTED, change.apply(row).build());
  }

  static LogRow reclustered(
      Sample report, int round, UnaryOperator<ReportReclustered.Builder> change) {
    ReportReclustered.Builder row =
        ReportReclustered.builder().from((ReportSpine) clustered(report)).rereviewRound(round);
    return LogCodec.row(Logs.REPORTS_RECLUSTERED, change.apply(row).build());
  }

  private static ReportAttributed attributed(Sample report) {
    return ReportAttributed.builder()
        .from((ReportSpine) report.spine(AT.toString()))
        .proposedCause("TV Campaign Launch")
        .proposedCauseCategory("paid media")
        .confidenceScore(0.8)
        .build();
  }

  private static ReportClustered clustered(Sample report) {
    return ReportClustered.builder()
        .from((ReportSpine) report.spine(AT.toString()))
        .featureVector(Collections.nCopies(16, 0.5))
        .clusterId("CL-7")
        .build();
  }

  /** What the review service adds to an edited window. */
  static UserEdit.Builder window(Sample report, UserEdit.Builder row, String from, String to) {
    row.windowStart(Instant.parse(from))
        .windowEnd(Instant.parse(to))
        .attributedSalesTotal(new BigDecimal("7"))
        .baselineSalesTotal(new BigDecimal("5"))
        .impactEstimate(new BigDecimal("4.00"))
        .members(List.of(report.member(0.5, AT)));
    return row;
  }
}
