package org.minorityreport.core.attribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.model.Season;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.AttributionInput;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.AttributionStage;
import org.minorityreport.api.stage.AttributionTask;
import org.minorityreport.api.stage.RejectedCause;
import org.minorityreport.core.model.AnswerRules;
import org.minorityreport.core.model.Answered;
import org.minorityreport.core.model.AskedModel;
import org.minorityreport.core.model.CalledModel;
import org.minorityreport.core.model.DegradationCodes;
import org.minorityreport.core.model.FailedCall;
import org.minorityreport.core.model.InputDigest;
import org.minorityreport.core.model.ModelEdge;
import org.minorityreport.core.model.SetAside;
import org.minorityreport.core.model.ShadowCall;

/** The attribution stage (spec 4.3). Immutable, thread-safe. */
public final class Attribution implements AttributionStage {
  private static final Comparator<AttributionInput> BY_ID =
      Comparator.comparing(report -> report.input().report().reportId());
  private static final List<String> ABSTAIN_REASONS =
      List.of("no_candidate", "weak_evidence", "conflicting_evidence");

  private static final String STAGE = "attribution";

  /** Makes the stage. */
  public Attribution() {}

  @Override
  public AttributionResult attribute(
      AttributionTask task, ModelRoute<AttributionModel> attribution) {
    AskedModel<AttributionModel> model = AskedModel.of(ModelRole.ATTRIBUTION, attribution);
    CandidateIndex index = index(task);
    AttributionResult.Builder result = AttributionResult.builder();
    for (AttributionInput report : task.reports().stream().sorted(BY_ID).toList()) {
      ReportSpine spine = spine(report);
      List<Candidate> candidates =
          CandidateDrivers.near(
              linked(task, report, index.of(spine, report.input().store())),
              spine,
              report.input().store());
      AttributionQuestion question =
          AttributionQuestion.builder()
              .report(spine)
              .cluster(report.clustered())
              .slice(report.input().slice())
              .store(report.input().store())
              .candidates(candidates)
              .priors(
                  CausePriors.of(
                      task.confirmed(),
                      report.input().store().retailer(),
                      Season.of(spine.firstDetectedFrom())))
              .build();
      String about = "report " + spine.reportId();
      Answered<AttributionAnswer> answered =
          model.ask(
              spine.reportId().toString(),
              about,
              m -> m.attribute(question),
              Attribution::check,
              AttributionAnswer::qualityScore);
      result.addAttributed(row(task, spine, report.rejected(), answered, model));
      String digest = digest(report, question);
      for (FailedCall call : answered.failures()) {
        result.addPredictions(
            prediction(task, spine, digest, call.by(), call.outcome())
                .message(call.message())
                .build());
        result.addErrors(
            ModelEdge.deadLetter(
                task.runId(),
                task.tick(),
                STAGE,
                about,
                digest,
                Optional.of(spine.reportId()),
                call));
      }
      for (SetAside<AttributionAnswer> aside : answered.setAside()) {
        result.addPredictions(
            prediction(task, spine, digest, aside.by(), ModelEdge.LOW_QUALITY)
                .output(aside.answer().causes())
                .qualityScore(aside.answer().qualityScore())
                .message(aside.message())
                .build());
      }
      answered
          .answer()
          .ifPresent(
              answer ->
                  result.addPredictions(
                      prediction(task, spine, digest, answered.by(), ModelEdge.OK)
                          .output(answer.causes())
                          .qualityScore(answer.qualityScore())
                          .build()));
      model
          .shadow(about, m -> m.attribute(question), Attribution::check)
          .ifPresent(call -> result.addPredictions(shadow(task, spine, digest, call)));
    }
    return result.calls(model.calls()).build();
  }

  /** What a person linked counts as said by a person (spec 4.8). */
  private static List<Candidate> linked(
      AttributionTask task, AttributionInput report, List<Candidate> found) {
    if (report.linkedRefs().isEmpty()) {
      return found;
    }
    TreeMap<String, Candidate> byRef = new TreeMap<>();
    Stream.concat(task.contextEvents().stream().flatMap(List::stream), task.recorded().stream())
        .filter(candidate -> report.linkedRefs().contains(candidate.ref()))
        .forEach(
            candidate ->
                byRef.put(
                    candidate.ref(),
                    Candidate.builder().from(candidate).kind(EvidenceKind.HUMAN).build()));
    List<Candidate> candidates = new ArrayList<>(found);
    candidates.removeIf(candidate -> byRef.containsKey(candidate.ref()));
    candidates.addAll(byRef.values());
    candidates.sort(Comparator.comparing(Candidate::kind).thenComparing(Candidate::ref));
    return candidates;
  }

  private static AttributionPrediction shadow(
      AttributionTask task, ReportSpine spine, String digest, ShadowCall<AttributionAnswer> call) {
    AttributionPrediction.Builder row =
        prediction(task, spine, digest, call.by(), call.outcome()).message(call.message());
    call.answer()
        .ifPresent(answer -> row.output(answer.causes()).qualityScore(answer.qualityScore()));
    return row.build();
  }

  private static CandidateIndex index(AttributionTask task) {
    List<Candidate> known = new ArrayList<>();
    task.campaigns().ifPresent(known::addAll);
    task.contextEvents().ifPresent(known::addAll);
    known.addAll(task.recorded());
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

  private static void check(AttributionAnswer answer) {
    String reason = answer.abstainReason().orElse("");
    AnswerRules.check(
        reason.isEmpty() || ABSTAIN_REASONS.contains(reason),
        () -> "abstain_reason \"" + reason + "\" is not one of " + ABSTAIN_REASONS);
    AnswerRules.check(
        !reason.isEmpty() || !answer.causes().isEmpty(),
        () -> "it gave neither a cause nor an abstain_reason");
    AnswerRules.share("quality_score", answer.qualityScore().orElse(0));
  }

  private static ReportAttributed row(
      AttributionTask task,
      ReportSpine spine,
      List<RejectedCause> rejected,
      Answered<AttributionAnswer> answered,
      AskedModel<AttributionModel> model) {
    ReportAttributed.Builder row = ReportAttributed.builder();
    row.from(spine).runId(task.runId()).writtenAt(task.tick()).version(1).reportStatus("proposed");
    List<String> missing = new ArrayList<>();
    if (task.campaigns().isEmpty()) {
      missing.add(DegradationCodes.CAMPAIGNS_MISSING);
    }
    if (task.contextEvents().isEmpty()) {
      missing.add(DegradationCodes.CONTEXT_MISSING);
    }
    if (answered.isMissing()) {
      missing.add(DegradationCodes.ATTRIBUTION_DOWN);
    } else {
      row.putModelVersions(model.role(), answered.by().id());
      if (answered.by().isFallback()) {
        missing.add(model.fallbackCode());
      }
    }
    List<String> codes = DegradationCodes.plus(spine.degradedReasons(), missing);
    if (!codes.isEmpty()) {
      row.isDegraded(true).degradedReasons(codes);
    }
    answered
        .answer()
        .map(answer -> ProposedCauses.of(answer, rejected))
        .orElseGet(ProposedCauses::failed)
        .putInto(row);
    return row.build();
  }

  /** Drivers and priors count only where there are any, as in rows that are older than these. */
  private static String digest(AttributionInput report, AttributionQuestion question) {
    List<Candidate> candidates = question.candidates();
    InputDigest digest =
        InputDigest.start()
            .text(report.input().inputDigest())
            .texts(candidates.stream().map(Candidate::contentHash).toList());
    List<String> drivers = CandidateDrivers.hashes(candidates);
    if (!drivers.isEmpty()) {
      digest.texts(drivers);
    }
    if (!question.priors().isEmpty()) {
      digest.text("priors").texts(CausePriors.texts(question.priors()));
    }
    return digest.hex();
  }

  private static AttributionPrediction.Builder prediction(
      AttributionTask task, ReportSpine spine, String digest, CalledModel by, String outcome) {
    AttributionPrediction.Builder row = AttributionPrediction.builder();
    row.runId(task.runId())
        .writtenAt(task.tick())
        .reportId(spine.reportId())
        .modelName(by.info().name())
        .modelVersion(by.info().version())
        .role(ModelRole.ATTRIBUTION.wireName())
        .route(by.route())
        .inputDigest(digest)
        .outcome(outcome);
    return row;
  }
}
