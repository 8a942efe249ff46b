package org.minorityreport.api.stage;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.value.MrsValue;

/** What attribution made of a tick. Immutable. */
@Value.Immutable
@MrsValue
public interface AttributionResult {
  /** {@return one per report, by id} */
  List<ReportAttributed> attributed();

  /** {@return one per call, by report id} */
  List<AttributionPrediction> predictions();

  /** {@return calls to models} */
  List<ModelCalls> calls();

  /** {@return dead letters of calls that failed, in the order of the calls} */
  List<ErrorRecord> errors();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AttributionResult}; one thread at a time. */
  final class Builder extends ImmutableAttributionResult.Builder {
    Builder() {}
  }
}
