package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;

/** What clustering is given at one tick. Immutable. */
@Value.Immutable
@MrsValue
public interface ClusteringTask {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the moment of the run} */
  Instant tick();

  /** {@return the reports, by id} */
  List<ReportInput> reports();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusteringTask}; one thread at a time. */
  final class Builder extends ImmutableClusteringTask.Builder {
    Builder() {}
  }
}
