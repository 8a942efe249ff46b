package org.minorityreport.core.cohorting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.CohortSide;
import org.minorityreport.api.record.CohortOutput;
import org.minorityreport.api.record.CohortPrediction;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.ReportPair;
import org.minorityreport.core.attribution.Candidates;
import org.minorityreport.core.model.AskedModel;
import org.minorityreport.core.model.InputDigest;
import org.minorityreport.core.model.ModelEdge;

/**
 * Asks the cohort model about pairs, each at most once in a tick, and keeps the rows of those first
 * accepted or first refused above half the threshold. Mutable, one thread.
 */
final class PairJudge {
  private final CohortingTask task;
  private final AskedModel<CohortModel> model;
  private final Set<String> placeless;
  private final Map<ReportId, CohortSide> sides = new HashMap<>();
  private final Map<ReportPair, CohortAnswer> answers = new HashMap<>();
  private final NavigableSet<ReportPair> loggedRefusals;
  private final SortedMap<ReportPair, CohortPrediction> predictions = new TreeMap<>();

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
    CohortAnswer known = answers.get(pair);
    CohortAnswer answer = known == null ? ask(pair, one, other) : known;
    return isAccepted(answer) ? Optional.of(answer) : Optional.empty();
  }

  private boolean isAccepted(CohortAnswer answer) {
    return answer.score() >= task.settings().acceptFrom();
  }

  private CohortAnswer ask(ReportPair pair, CohortMember one, CohortMember other) {
    boolean inOrder = pair.one().equals(one.attributed().reportId());
    CohortSide first = side(inOrder ? one : other);
    CohortSide second = side(inOrder ? other : one);
    CohortQuestion question =
        CohortQuestion.builder()
            .one(first)
            .other(second)
            .distanceKm(GreatCircle.km(first.store(), second.store()))
            .build();
    CohortAnswer answer = model.ask(pair, m -> m.compare(question));
    model.checkShare(pair, "score", answer.score());
    answers.put(pair, answer);
    log(pair, question, answer);
    return answer;
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
                it -> it.kind() == EvidenceKind.CAMPAIGN || it.kind() == EvidenceKind.CONTEXT_EVENT)
            .toList();
    return !rows.isEmpty() && rows.stream().map(Candidates::key).allMatch(placeless::contains);
  }

  private void log(ReportPair pair, CohortQuestion question, CohortAnswer answer) {
    boolean accepted = isAccepted(answer);
    boolean nearly = answer.score() > task.settings().acceptFrom() / 2;
    if (accepted || (nearly && loggedRefusals.add(pair))) {
      predictions.put(pair, prediction(pair, question, answer, accepted));
    }
  }

  private CohortPrediction prediction(
      ReportPair pair, CohortQuestion question, CohortAnswer answer, boolean accepted) {
    return CohortPrediction.builder()
        .runId(task.runId())
        .writtenAt(task.tick())
        .reportId(pair.one())
        .otherReportId(pair.other())
        .modelName(model.info().name())
        .modelVersion(model.info().version())
        .role(model.role())
        .route(ModelEdge.PRIMARY)
        .inputDigest(digest(question))
        .output(
            CohortOutput.builder()
                .score(answer.score())
                .reasons(answer.reasons())
                .accepted(accepted)
                .build())
        .outcome(ModelEdge.OK)
        .build();
  }

  private static String digest(CohortQuestion question) {
    InputDigest digest = InputDigest.start();
    for (CohortSide side : List.of(question.one(), question.other())) {
      SideDigest.add(digest, side);
    }
    return digest.hex();
  }

  /** {@return rows of this tick, by pair} */
  List<CohortPrediction> predictions() {
    return List.copyOf(predictions.values());
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
