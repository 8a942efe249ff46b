package org.minorityreport.api.stage;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.record.CohortPrediction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.value.MrsValue;

/** What cohorting made of a tick. Immutable. */
@Value.Immutable
@MrsValue
public interface CohortingResult {
  /** {@return one per report, by id} */
  List<ReportCohorted> cohorted();

  /** {@return events as they stand, by id; the runner drops those that did not change} */
  List<EventRecord> events();

  /** {@return pairs first accepted or first refused, sorted} */
  List<CohortPrediction> predictions();

  /** {@return calls to models} */
  List<ModelCalls> calls();

  /** {@return dead letters of calls that failed, in the order of the calls} */
  List<ErrorRecord> errors();

  /** {@return what the next tick needs} */
  CohortCarry carry();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortingResult}; one thread at a time. */
  final class Builder extends ImmutableCohortingResult.Builder {
    Builder() {}
  }
}
