package org.minorityreport.core.cohorting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.core.model.Answered;
import org.minorityreport.core.model.CalledModel;
import org.minorityreport.core.model.DegradationCodes;

/**
 * What was missing when the models were asked about the pairs of a report. Immutable.
 *
 * @param unanswered whether no model answered about some pair
 * @param fallback the model that answered about some pair in place of the one in service
 */
record PairMarks(boolean unanswered, Optional<CalledModel> fallback) {
  static final PairMarks NONE = new PairMarks(false, Optional.empty());

  static PairMarks of(Answered<?> answered) {
    return new PairMarks(
        answered.isMissing(), Optional.of(answered.by()).filter(CalledModel::isFallback));
  }

  PairMarks and(PairMarks other) {
    return new PairMarks(unanswered || other.unanswered, fallback.or(other::fallback));
  }

  /** {@return the codes of rows about the report, sorted} */
  List<String> codes() {
    List<String> codes = new ArrayList<>();
    fallback.ifPresent(by -> codes.add(DegradationCodes.fallback(ModelRole.COHORT)));
    if (unanswered) {
      codes.add(DegradationCodes.COHORTING_DOWN);
    }
    return codes;
  }
}
