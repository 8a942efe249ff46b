package org.minorityreport.core.attribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.AttributionInput;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.AttributionStage;
import org.minorityreport.api.stage.AttributionTask;
import org.minorityreport.core.model.AskedModel;
import org.minorityreport.core.model.InputDigest;
import org.minorityreport.core.model.ModelEdge;

/** The attribution stage (spec 4.3). Immutable, thread-safe. */
public final class Attribution implements AttributionStage {
  private static final Comparator<AttributionInput> BY_ID =
      Comparator.comparing(report -> report.input().report().reportId());
  private static final List<String> ABSTAIN_REASONS =
      List.of("no_candidate", "weak_evidence", "conflicting_evidence");

  /** Makes the stage. */
  public Attribution() {}

  @Override
  public AttributionResult attribute(AttributionTask task, AttributionModel attribution) {
    AskedModel<AttributionModel> model = AskedModel.of(ModelRole.ATTRIBUTION, attribution);
    CandidateIndex index = index(task);
    List<ReportAttributed> attributed = new ArrayList<>();
    List<AttributionPrediction> predictions = new ArrayList<>();
    for (AttributionInput report : task.reports().stream().sorted(BY_ID).toList()) {
      ReportSpine spine = spine(report);
      List<Candidate> candidates = index.of(spine, report.input().store());
      AttributionQuestion question =
          AttributionQuestion.builder()
              .report(spine)
              .cluster(report.clustered())
              .slice(report.input().slice())
              .store(report.input().store())
              .candidates(candidates)
              .build();
      AttributionAnswer answer = ask(model, question);
      attributed.add(row(task, spine, answer, model));
      predictions.add(prediction(task, report, candidates, answer, model));
    }
    return AttributionResult.builder()
        .attributed(attributed)
        .predictions(predictions)
        .calls(model.calls())
        .build();
  }

  private static CandidateIndex index(AttributionTask task) {
    List<Candidate> known = new ArrayList<>();
    task.campaigns().ifPresent(known::addAll);
    task.contextEvents().ifPresent(known::addAll);
    Instant from = task.tick();
    Instant to = task.tick();
    for (AttributionInput report : task.reports()) {
      TimeSpan window = CandidateIndex.window(report.input().report(), task.tick());
      from = window.from().isBefore(from) ? window.from() : from;
      to = window.to().isAfter(to) ? window.to() : to;
    }
    return new CandidateIndex(known, TimeSpan.of(from, to), task.tick(), task.settings());
  }

  /** The newest row of the report: the clustered one carries more models and marks. */
  private static ReportSpine spine(AttributionInput report) {
    return report.clustered().<ReportSpine>map(row -> row).orElseGet(() -> report.input().report());
  }

  private static AttributionAnswer ask(
      AskedModel<AttributionModel> model, AttributionQuestion question) {
    String about = "report " + question.report().reportId();
    AttributionAnswer answer = model.ask(about, m -> m.attribute(question));
    String reason = answer.abstainReason().orElse("");
    model.check(
        reason.isEmpty() || ABSTAIN_REASONS.contains(reason),
        about,
        "abstain_reason \"" + reason + "\" is not one of " + ABSTAIN_REASONS);
    model.check(
        !reason.isEmpty() || !answer.causes().isEmpty(),
        about,
        "it gave neither a cause nor an abstain_reason");
    model.checkShare(about, "quality_score", answer.qualityScore().orElse(0));
    return answer;
  }

  private static ReportAttributed row(
      AttributionTask task,
      ReportSpine spine,
      AttributionAnswer answer,
      AskedModel<AttributionModel> model) {
    ReportAttributed.Builder row = ReportAttributed.builder();
    row.from(spine)
        .runId(task.runId())
        .writtenAt(task.tick())
        .version(1)
        .reportStatus("proposed")
        .putModelVersions(model.role(), model.id());
    degrade(row, spine.degradedReasons(), task);
    ProposedCauses.of(answer).putInto(row);
    return row.build();
  }

  private static void degrade(
      ReportAttributed.Builder row, Collection<String> before, AttributionTask task) {
    TreeSet<String> reasons = new TreeSet<>(before);
    if (task.campaigns().isEmpty()) {
      reasons.add("CAMPAIGNS_missing");
    }
    if (task.contextEvents().isEmpty()) {
      reasons.add("CONTEXT_missing");
    }
    if (!reasons.isEmpty()) {
      row.isDegraded(true).degradedReasons(reasons);
    }
  }

  private static AttributionPrediction prediction(
      AttributionTask task,
      AttributionInput report,
      List<Candidate> candidates,
      AttributionAnswer answer,
      AskedModel<AttributionModel> model) {
    InputDigest digest = InputDigest.start().text(report.input().inputDigest());
    digest.texts(candidates.stream().map(Candidate::contentHash).toList());
    return AttributionPrediction.builder()
        .runId(task.runId())
        .writtenAt(task.tick())
        .reportId(report.input().report().reportId())
        .modelName(model.info().name())
        .modelVersion(model.info().version())
        .role(model.role())
        .route(ModelEdge.PRIMARY)
        .inputDigest(digest.hex())
        .output(answer.causes())
        .qualityScore(answer.qualityScore())
        .outcome(ModelEdge.OK)
        .build();
  }
}
