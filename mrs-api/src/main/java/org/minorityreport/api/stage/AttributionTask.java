package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.value.MrsValue;

/** What attribution is given at one tick. Immutable. */
@Value.Immutable
@MrsValue
public interface AttributionTask {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the moment of the run} */
  Instant tick();

  /** {@return the reports, by id} */
  List<AttributionInput> reports();

  /** {@return all campaigns known at the tick; absent if that source is missing} */
  Optional<List<Candidate>> campaigns();

  /** {@return all context events known at the tick; absent if that source is missing} */
  Optional<List<Candidate>> contextEvents();

  /** {@return the context events that people recorded before the tick and did not withdraw} */
  List<Candidate> recorded();

  /** {@return what people confirmed until the tick; empty without decisions} */
  List<ConfirmedCauses> confirmed();

  /** {@return limits} */
  AttributionSettings settings();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AttributionTask}; one thread at a time. */
  final class Builder extends ImmutableAttributionTask.Builder {
    Builder() {}
  }
}
