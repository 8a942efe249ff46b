package org.minorityreport.core.cohorting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.CohortSide;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.stage.ReportPair;

/**
 * Agreement by equal evidence (0.9), or by equal category and (region or a cause without place)
 * (0.7); else 0.3 in one region and 0.1 elsewhere. Remembers every question.
 */
final class RuleModel implements CohortModel {
  private final List<CohortQuestion> asked = new ArrayList<>();

  List<ReportPair> pairs() {
    return asked.stream()
        .map(q -> ReportPair.of(q.one().report().reportId(), q.other().report().reportId()))
        .toList();
  }

  List<CohortQuestion> asked() {
    return asked;
  }

  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("rule")
        .version("3")
        .lookBack(Duration.ZERO)
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public CohortAnswer compare(CohortQuestion question) {
    asked.add(question);
    CohortSide one = question.one();
    CohortSide other = question.other();
    boolean evidence = refs(one).stream().anyMatch(ref -> refs(other).contains(ref));
    boolean region =
        one.store().region().isPresent() && one.store().region().equals(other.store().region());
    String category = one.report().proposedCauseCategory();
    boolean cause =
        !category.equals("unknown") && category.equals(other.report().proposedCauseCategory());
    boolean anywhere = one.causeWithoutPlace() && other.causeWithoutPlace();
    TreeSet<String> reasons = new TreeSet<>(List.of("temporal_overlap"));
    if (evidence) {
      reasons.add("shared_evidence");
    }
    if (cause) {
      reasons.add("shared_cause");
    }
    if (region) {
      reasons.add("same_region");
    }
    double score = evidence ? 0.9 : cause && (region || anywhere) ? 0.7 : region ? 0.3 : 0.1;
    return CohortAnswer.builder().score(score).reasons(reasons).build();
  }

  private static List<String> refs(CohortSide side) {
    return side.report().supportingEvidence().stream().map(Evidence::ref).toList();
  }
}
