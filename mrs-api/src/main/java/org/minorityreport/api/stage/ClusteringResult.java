package org.minorityreport.api.stage;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.record.ClusterPrediction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.value.MrsValue;

/** What clustering made of a tick. Immutable. */
@Value.Immutable
@MrsValue
public interface ClusteringResult {
  /** {@return one per report, by id} */
  List<ReportClustered> clustered();

  /** {@return one per call, by report id} */
  List<ClusterPrediction> predictions();

  /** {@return calls to models} */
  List<ModelCalls> calls();

  /** {@return dead letters of calls that failed, in the order of the calls} */
  List<ErrorRecord> errors();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusteringResult}; one thread at a time. */
  final class Builder extends ImmutableClusteringResult.Builder {
    Builder() {}
  }
}
