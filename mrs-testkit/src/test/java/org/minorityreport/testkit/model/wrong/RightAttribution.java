package org.minorityreport.testkit.model.wrong;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.ScoredCandidate;

/** The nearer its start to the onset, the better a cause; wrong models override a part of it. */
class RightAttribution implements AttributionModel {
  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("nearest-start")
        .version("1")
        .lookBack(Duration.ZERO)
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public AttributionAnswer attribute(AttributionQuestion question) {
    List<ScoredCandidate> causes = new ArrayList<>();
    candidates(question).forEach(c -> causes.add(cause(question, c)));
    causes.sort(order());
    AttributionAnswer.Builder answer = AttributionAnswer.builder().causes(causes);
    if (causes.isEmpty()) {
      answer.abstainReason(nothing());
    }
    return answer.build();
  }

  List<Candidate> candidates(AttributionQuestion question) {
    return question.candidates();
  }

  Comparator<ScoredCandidate> order() {
    return Comparator.comparingDouble(ScoredCandidate::confidence).reversed();
  }

  String nothing() {
    return "no_candidate";
  }

  String category(Candidate candidate) {
    return candidate.category();
  }

  ScoredCandidate cause(AttributionQuestion question, Candidate candidate) {
    Duration off = Duration.between(candidate.start(), question.report().windowStart()).abs();
    double score = 1 / (1.0 + off.toHours());
    return ScoredCandidate.builder()
        .cause(candidate.name())
        .category(category(candidate))
        .confidence(score)
        .addEvidence(
            Evidence.builder().kind(candidate.kind()).ref(candidate.ref()).weight(score).build())
        .build();
  }
}
