package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.AttributionFields;
import org.minorityreport.api.record.ClusteringFields;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ValueSource;

/** Makes one report out of the rows that stand about it. Good for one report. */
final class ReportProjection {
  /** The priority of what was escalated without a word. */
  private static final String TOP = "top";

  private final ReportRows rows;
  private final ReportPrecedence precedence;
  private final RowRefs refs = new RowRefs();
  private final SortedMap<String, String> models = new TreeMap<>();
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
    Choice<Totals> ofStructure = structure.as(Totals::of);
    structure(structure, ofStructure.row().members());
    window(structure.row(), closing);
    totals(precedence.totals().orElse(ofStructure));
    precedence.cluster().ifPresent(this::cluster);
    precedence.proposed().ifPresent(this::proposed);
    first();
    store(structure.row(), stores);
    status(Marks.of(rows, closing, runs, refs));
    people(ReportId.of(id), Review.ofReport(rows.review()));
    report
        .sourceUsedCluster(Choice.sourceOf(precedence.cluster()))
        .sourceUsedProposed(Choice.sourceOf(precedence.proposed()))
        .sourceUsedGroupId(ValueSource.NONE)
        .modelVersions(models)
        .lastChanged(0);
    Optional<CohortSaid> cohort = rows.cohorted().giving().map(CohortSaid::of);
    return new ReportDraft(
        report.build(),
        refs,
        cohort,
        Membership.of(ReportId.of(id), rows.review(), cohort),
        rows.superseded(),
        closing.decidedBy());
  }

  private void structure(Choice<ReportSpine> choice, List<ReportMember> members) {
    ReportSpine row = choice.row();
    contributes(choice, row.modelVersions());
    report
        .storeId(row.storeId())
        .sku(row.sku())
        .skus(row.skus())
        .firstDetectedFrom(row.firstDetectedFrom())
        .raisedAt(
            members.stream()
                .map(ReportMember::raisedAt)
                .min(Comparator.naturalOrder())
                .orElse(choice.writtenAt()))
        .direction(row.direction())
        .severityScore(row.severityScore())
        .suppressedBy(row.suppressedBy())
        .sourceUsedStructure(choice.source());
  }

  private void window(ReportSpine structure, Closing closing) {
    Optional<Choice<Instant>> start = precedence.windowStart();
    Optional<Choice<Instant>> end = precedence.windowEnd(closing);
    start.ifPresent(choice -> refs.add(choice.place()));
    end.ifPresent(choice -> refs.add(choice.place()));
    refs.add(closing.decidedBy());
    report
        .windowStart(start.map(Choice::row).orElseGet(structure::firstDetectedFrom))
        .sourceUsedWindowStart(Choice.sourceOf(start))
        .windowEnd(end.map(Choice::row))
        .sourceUsedWindowEnd(Choice.sourceOf(end))
        .isOpen(closing.open())
        .endReason(closing.reason())
        .temporary(closing.temporary());
  }

  private void totals(Choice<Totals> choice) {
    Totals totals = choice.row();
    refs.add(choice.place());
    report
        .members(totals.members())
        .attributedSalesTotal(totals.attributed())
        .baselineSalesTotal(totals.expected())
        .attributedRevenueTotal(totals.revenue())
        .baselineRevenueTotal(totals.expectedRevenue())
        .impactEstimate(totals.impact())
        .sourceUsedTotals(choice.source());
  }

  private void cluster(Choice<ClusteringFields> choice) {
    ClusteringFields row = choice.row();
    contributes(choice, models(row));
    report
        .clusterId(row.clusterId())
        .clusterName(row.clusterName())
        .similarityScore(row.similarityScore())
        .clusterMatchConfidence(row.clusterMatchConfidence())
        .nearestClusterId(row.nearestClusterId())
        .nearestDistance(row.nearestDistance())
        .embeddingX(row.embeddingX())
        .embeddingY(row.embeddingY());
  }

  private void proposed(Choice<AttributionFields> choice) {
    AttributionFields row = choice.row();
    contributes(choice, models(row));
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

  private static Map<String, String> models(Object row) {
    return row instanceof ReportSpine spine ? spine.modelVersions() : Map.of();
  }

  private void contributes(Choice<?> choice, Map<String, String> byModels) {
    refs.add(choice.place());
    models.putAll(byModels);
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
              .country(row.row().store().country())
              .salesRegion(row.row().store().salesRegion())
              .lat(row.row().store().lat())
              .lon(row.row().store().lon());
        });
  }

  /** What people, finalisation and re-review say. */
  private void people(ReportId id, Review review) {
    ReviewRows said = rows.review();
    said.edits().relevant().forEach(refs::add);
    said.finalised().forEach(refs::add);
    said.reattributed().forEach(refs::add);
    said.newest().forEach(refs::add);
    said.eventEdits().stream()
        .flatMap(edits -> edits.reverts(act -> act.reportIds().contains(id)).stream())
        .forEach(refs::add);
    Optional<Choice<ReportFinalised>> decided = precedence.finalDecision();
    decided.ifPresent(choice -> decided(choice.row()));
    report
        .sourceUsedFinal(Choice.sourceOf(decided))
        .reviewState(new ReviewStates(rows, review, refs).state())
        .inConflict(review.isInConflict())
        .rereviewRound(said.round())
        .tickDiffers(tickDiffers())
        .assignee(
            said.edits()
                .latest(act -> Edits.is(act, EditAction.ASSIGN))
                .flatMap(row -> row.row().assignee()))
        .priority(
            said.edits()
                .latest(act -> act.priority().isPresent() || Edits.is(act, EditAction.ESCALATE))
                .map(row -> row.row().priority().orElse(TOP)));
  }

  private void decided(ReportFinalised row) {
    report
        .finalDecision(row.finalDecision())
        .finalCause(row.finalCause())
        .finalCauseCategory(row.finalCauseCategory())
        .finalConfidence(row.finalConfidence())
        .finalizedAt(row.finalizedAt())
        .annotationId(row.annotationId())
        .decidedBy(row.decidedBy())
        .decisionLevel(row.decisionLevel());
  }

  /** Whether a round is shown, and the latest tick names another cause or another cluster. */
  private boolean tickDiffers() {
    Optional<SourcedRow<ReportReattributed>> causes = rows.review().proposed();
    Optional<SourcedRow<ReportReclustered>> cluster = rows.review().cluster();
    if (causes.isPresent() && rows.attributed().completeAt().isPresent()) {
      SourcedRow<ReportAttributed> tick = rows.attributed().giving().orElseThrow();
      refs.add(tick);
      if (Proposal.of(causes.get().row()).isOther(Proposal.of(tick.row()))) {
        return true;
      }
    }
    if (cluster.isPresent() && rows.clustered().completeAt().isPresent()) {
      SourcedRow<ReportClustered> tick = rows.clustered().giving().orElseThrow();
      refs.add(tick);
      return !cluster.get().row().clusterId().equals(tick.row().clusterId());
    }
    return false;
  }

  private void status(Marks marks) {
    String furthest =
        rows.stages().stream()
            .filter(stage -> !stage.rows().isEmpty())
            .reduce((before, after) -> after)
            .map(stage -> stage.stage().status())
            .orElseThrow();
    String machine =
        marks.codes().isEmpty() ? furthest : furthest + "_degraded_" + marks.codes().get(0);
    String status =
        rows.review().latestFinalised().map(row -> row.row().reportStatus()).orElse(machine);
    report
        .reportStatus(rows.superseded() ? "superseded" : status)
        .isDegraded(marks.isDegraded())
        .degradedReasons(marks.codes());
  }
}
