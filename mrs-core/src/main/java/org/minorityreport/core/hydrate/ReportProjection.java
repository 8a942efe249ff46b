package org.minorityreport.core.hydrate;

import java.util.Comparator;
import java.util.Optional;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ValueSource;

/** Makes one report out of the rows that stand about it. Good for one report. */
final class ReportProjection {
  private final ReportRows rows;
  private final ReportPrecedence precedence;
  private final RowRefs refs = new RowRefs();
  private final MinorityReport.Builder report = MinorityReport.builder();

  private ReportProjection(ReportRows rows) {
    this.rows = rows;
    this.precedence = new ReportPrecedence(rows);
  }

  /**
   * Projects a report.
   *
   * @param id its id
   * @param run the line of work
   * @param history the rows about it
   * @param stores the stores
   * @param runs how the stages fared
   * @return the report; empty if there is nothing to show
   */
  static Optional<ReportDraft> of(
      String id, RunId run, ReportHistory history, StoreRows stores, StageRuns runs) {
    return ReportRows.about(history)
        .flatMap(rows -> new ReportProjection(rows).draft(id, run, stores, runs));
  }

  private Optional<ReportDraft> draft(String id, RunId run, StoreRows stores, StageRuns runs) {
    return precedence.structure().map(structure -> draft(id, run, stores, runs, structure));
  }

  private ReportDraft draft(
      String id, RunId run, StoreRows stores, StageRuns runs, Choice<ReportSpine> structure) {
    Closing closing = Closing.of(rows, structure);
    report.reportId(ReportId.of(id)).runId(run);
    structure(structure);
    window(structure.row(), closing);
    totals(precedence.totals().orElse(structure));
    precedence.cluster().ifPresent(this::cluster);
    precedence.proposed().ifPresent(this::proposed);
    first();
    store(structure.row(), stores);
    status(Marks.of(rows, closing, runs, refs));
    report
        .sourceUsedCluster(Choice.sourceOf(precedence.cluster()))
        .sourceUsedProposed(Choice.sourceOf(precedence.proposed()))
        .sourceUsedGroupId(ValueSource.NONE)
        .sourceUsedFinal(ValueSource.NONE)
        .lastChanged(0);
    return new ReportDraft(
        report.build(),
        refs,
        precedence.groupId().map(choice -> CohortSaid.of(choice.from())),
        rows.superseded(),
        closing.decidedBy());
  }

  private void structure(Choice<ReportSpine> choice) {
    ReportSpine row = choice.row();
    refs.add(choice.from());
    report
        .storeId(row.storeId())
        .sku(row.sku())
        .skus(row.skus())
        .firstDetectedFrom(row.firstDetectedFrom())
        .direction(row.direction())
        .severityScore(row.severityScore())
        .suppressedBy(row.suppressedBy())
        .sourceUsedStructure(choice.source());
  }

  private void window(ReportSpine structure, Closing closing) {
    Optional<Choice<ReportSpine>> start = precedence.windowStart();
    start.ifPresent(choice -> refs.add(choice.from()));
    refs.add(closing.decidedBy());
    report
        .windowStart(start.map(c -> c.row().windowStart()).orElseGet(structure::firstDetectedFrom))
        .sourceUsedWindowStart(Choice.sourceOf(start))
        .windowEnd(closing.end())
        .sourceUsedWindowEnd(closing.source())
        .isOpen(closing.open())
        .endReason(closing.reason())
        .temporary(closing.temporary());
  }

  private void totals(Choice<ReportSpine> choice) {
    ReportSpine row = choice.row();
    refs.add(choice.from());
    report
        .members(row.members())
        .raisedAt(
            row.members().stream()
                .map(ReportMember::raisedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow())
        .attributedSalesTotal(row.attributedSalesTotal())
        .baselineSalesTotal(row.baselineSalesTotal())
        .attributedRevenueTotal(row.attributedRevenueTotal())
        .baselineRevenueTotal(row.baselineRevenueTotal())
        .impactEstimate(row.impactEstimate())
        .sourceUsedTotals(choice.source());
  }

  private void cluster(Choice<ReportClustered> choice) {
    ReportClustered row = choice.row();
    refs.add(choice.from());
    report
        .clusterId(row.clusterId())
        .clusterName(row.clusterName())
        .similarityScore(row.similarityScore())
        .clusterMatchConfidence(row.clusterMatchConfidence())
        .embeddingX(row.embeddingX())
        .embeddingY(row.embeddingY());
  }

  private void proposed(Choice<ReportAttributed> choice) {
    ReportAttributed row = choice.row();
    refs.add(choice.from());
    report
        .proposedCause(row.proposedCause())
        .proposedCauseCategory(row.proposedCauseCategory())
        .confidenceScore(row.confidenceScore())
        .proposedCause2(row.proposedCause2())
        .proposedCauseCategory2(row.proposedCauseCategory2())
        .confidenceScore2(row.confidenceScore2())
        .proposedCause3(row.proposedCause3())
        .proposedCauseCategory3(row.proposedCauseCategory3())
        .confidenceScore3(row.confidenceScore3())
        .supportingEvidence(row.supportingEvidence())
        .abstainReason(row.abstainReason());
  }

  /** What was said first, by the first stage that has rows. */
  private void first() {
    rows.stages().stream()
        .flatMap(stage -> stage.first().stream())
        .findFirst()
        .ifPresent(
            row -> {
              refs.add(row);
              report.firstSeverity(row.row().severityScore());
            });
    rows.attributed()
        .first()
        .ifPresent(
            row -> {
              refs.add(row);
              report
                  .firstCause(row.row().proposedCause())
                  .firstConfidence(row.row().confidenceScore());
            });
  }

  private void store(ReportSpine structure, StoreRows stores) {
    Optional<SourcedRow<StoreRecord>> known = stores.about(structure.storeId());
    known.ifPresent(
        row -> {
          refs.add(row);
          report
              .retailer(row.row().store().retailer())
              .city(row.row().store().city())
              .region(row.row().store().region())
              .lat(row.row().store().lat())
              .lon(row.row().store().lon());
        });
  }

  private void status(Marks marks) {
    String furthest =
        rows.stages().stream()
            .filter(stage -> !stage.rows().isEmpty())
            .reduce((before, after) -> after)
            .map(stage -> stage.stage().status())
            .orElseThrow();
    String status =
        marks.codes().isEmpty() ? furthest : furthest + "_degraded_" + marks.codes().get(0);
    report
        .reportStatus(rows.superseded() ? "superseded" : status)
        .isDegraded(marks.isDegraded())
        .degradedReasons(marks.codes());
  }
}
