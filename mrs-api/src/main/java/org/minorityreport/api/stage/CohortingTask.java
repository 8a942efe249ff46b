package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.MrsValue;

/** What cohorting is given at one tick. Immutable. */
@Value.Immutable
@MrsValue
public interface CohortingTask {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the moment of the run} */
  Instant tick();

  /** {@return length of a step} */
  Cadence cadence();

  /** {@return the reports of the tick, by id} */
  List<CohortMember> reports();

  /** {@return what the tick before left} */
  CohortCarry carry();

  /** {@return limits} */
  CohortSettings settings();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortingTask}; one thread at a time. */
  final class Builder extends ImmutableCohortingTask.Builder {
    Builder() {}
  }
}
