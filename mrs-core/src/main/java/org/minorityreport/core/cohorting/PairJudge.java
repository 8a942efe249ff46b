package org.minorityreport.core.cohorting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.CohortSide;
import org.minorityreport.api.record.CohortOutput;
import org.minorityreport.api.record.CohortPrediction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.ReportPair;
import org.minorityreport.core.attribution.Candidates;
import org.minorityreport.core.model.AnswerRules;
import org.minorityreport.core.model.Answered;
import org.minorityreport.core.model.AskedModel;
import org.minorityreport.core.model.CalledModel;
import org.minorityreport.core.model.FailedCall;
import org.minorityreport.core.model.InputDigest;
import org.minorityreport.core.model.ModelEdge;
import org.minorityreport.core.model.ShadowCall;

/**
 * Asks the cohort model about pairs, each at most once in a tick, and keeps the rows of those first
 * accepted or first refused above half the threshold. Mutable, one thread.
 */
final class PairJudge {
  private static final String STAGE = "cohorting";

  private final CohortingTask task;
  private final AskedModel<CohortModel> model;
  private final Set<String> placeless;
  private final Map<ReportId, CohortSide> sides = new HashMap<>();
  private final Map<ReportPair, Optional<CohortAnswer>> answers = new HashMap<>();
  private final NavigableSet<ReportPair> loggedRefusals;
  private final List<CohortPrediction> predictions = new ArrayList<>();
  private final List<ErrorRecord> errors = new ArrayList<>();
  private final Map<ReportId, PairMarks> marks = new HashMap<>();

  PairJudge(CohortingTask task, AskedModel<CohortModel> model) {
    this.task = task;
    this.model = model;
    this.placeless = Set.copyOf(task.placelessRefs());
    this.loggedRefusals = new TreeSet<>(task.carry().loggedRefusals());
  }

  /**
   * Asks about two reports.
   *
   * @return the answer if the pair is accepted
   */
  Optional<CohortAnswer> accept(CohortMember one, CohortMember other) {
    ReportPair pair = ReportPair.of(one.attributed().reportId(), other.attributed().reportId());
    Optional<CohortAnswer> known = answers.get(pair);
    Optional<CohortAnswer> answer = known == null ? ask(pair, one, other) : known;
    return answer.filter(this::isAccepted);
  }

  private boolean isAccepted(CohortAnswer answer) {
    return answer.score() >= task.settings().acceptFrom();
  }

  private Optional<CohortAnswer> ask(ReportPair pair, CohortMember one, CohortMember other) {
    boolean inOrder = pair.one().equals(one.attributed().reportId());
    CohortSide first = side(inOrder ? one : other);
    CohortSide second = side(inOrder ? other : one);
    CohortQuestion question =
        CohortQuestion.builder()
            .one(first)
            .other(second)
            .distanceKm(GreatCircle.km(first.store(), second.store()))
            .build();
    Answered<CohortAnswer> answered = model.ask(pair, m -> m.compare(question), PairJudge::check);
    answers.put(pair, answered.answer());
    note(pair, question, answered);
    answered.answer().ifPresent(answer -> log(pair, question, answer, answered.by()));
    return answered.answer();
  }

  /** Notes what failed, and of both reports whether somebody answered. */
  private void note(ReportPair pair, CohortQuestion question, Answered<CohortAnswer> answered) {
    if (answered.failures().isEmpty()) {
      return;
    }
    String digest = digest(question);
    for (FailedCall call : answered.failures()) {
      predictions.add(
          prediction(pair, digest, call.by(), call.outcome()).message(call.message()).build());
      errors.add(
          ModelEdge.deadLetter(
              task.runId(), task.tick(), STAGE, pair, digest, Optional.empty(), call));
    }
    for (ReportId report : List.of(pair.one(), pair.other())) {
      marks.merge(report, PairMarks.of(answered), PairMarks::and);
    }
  }

  private CohortSide side(CohortMember member) {
    return sides.computeIfAbsent(
        member.attributed().reportId(),
        id ->
            CohortSide.builder()
                .report(member.attributed())
                .clustered(member.clustered())
                .store(member.store())
                .causeWithoutPlace(isWithoutPlace(member.attributed().supportingEvidence()))
                .build());
  }

  private boolean isWithoutPlace(List<Evidence> evidence) {
    List<Evidence> rows =
        evidence.stream()
            .filter(
                it ->
                    it.kind() == EvidenceKind.CAMPAIGN
                        || it.kind() == EvidenceKind.CONTEXT_EVENT
                        || it.kind() == EvidenceKind.HUMAN)
            .toList();
    return !rows.isEmpty() && rows.stream().map(Candidates::key).allMatch(placeless::contains);
  }

  private void log(ReportPair pair, CohortQuestion question, CohortAnswer answer, CalledModel by) {
    boolean accepted = isAccepted(answer);
    boolean nearly = answer.score() > task.settings().acceptFrom() / 2;
    if (accepted || (nearly && loggedRefusals.add(pair))) {
      CohortOutput output =
          CohortOutput.builder()
              .score(answer.score())
              .reasons(answer.reasons())
              .accepted(accepted)
              .build();
      String digest = digest(question);
      predictions.add(prediction(pair, digest, by, ModelEdge.OK).output(output).build());
      model
          .shadow(pair, m -> m.compare(question), PairJudge::check)
          .ifPresent(call -> predictions.add(shadow(pair, digest, call)));
    }
  }

  private static void check(CohortAnswer answer) {
    AnswerRules.share("score", answer.score());
  }

  /** What the shadow says of a pair whose row is due, beside what counts. */
  private CohortPrediction shadow(ReportPair pair, String digest, ShadowCall<CohortAnswer> call) {
    return prediction(pair, digest, call.by(), call.outcome())
        .output(
            call.answer()
                .map(
                    answer ->
                        CohortOutput.builder()
                            .score(answer.score())
                            .reasons(answer.reasons())
                            .accepted(isAccepted(answer))
                            .build()))
        .message(call.message())
        .build();
  }

  private CohortPrediction.Builder prediction(
      ReportPair pair, String digest, CalledModel by, String outcome) {
    CohortPrediction.Builder row = CohortPrediction.builder();
    row.runId(task.runId())
        .writtenAt(task.tick())
        .reportId(pair.one())
        .otherReportId(pair.other())
        .modelName(by.info().name())
        .modelVersion(by.info().version())
        .role(model.role())
        .route(by.route())
        .inputDigest(digest)
        .outcome(outcome);
    return row;
  }

  private static String digest(CohortQuestion question) {
    InputDigest digest = InputDigest.start();
    for (CohortSide side : List.of(question.one(), question.other())) {
      SideDigest.add(digest, side);
    }
    return digest.hex();
  }

  /** {@return rows of this tick, by pair, failed calls before the one that answered} */
  List<CohortPrediction> predictions() {
    return predictions.stream()
        .sorted(
            Comparator.comparing(CohortPrediction::reportId)
                .thenComparing(CohortPrediction::otherReportId))
        .toList();
  }

  /** {@return dead letters of this tick, in the order of the calls} */
  List<ErrorRecord> errors() {
    return errors;
  }

  /** {@return what was missing when the model was asked about a report} */
  PairMarks marks(ReportId report) {
    return marks.getOrDefault(report, PairMarks.NONE);
  }

  /** {@return the logged refusals of the pairs that may be asked about again, sorted} */
  List<ReportPair> loggedRefusals(Predicate<ReportPair> isLive) {
    List<ReportPair> live = new ArrayList<>();
    for (ReportPair pair : loggedRefusals) {
      if (isLive.test(pair)) {
        live.add(pair);
      }
    }
    return live;
  }
}
