package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.value.MrsValue;

/** What detection is given for one store at one tick. Immutable. */
@Value.Immutable
@MrsValue
public interface DetectionTask {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the moment of the run} */
  Instant tick();

  /** {@return the tick before; absent at the first one, which adds one step} */
  Optional<Instant> previousTick();

  /** {@return the store} */
  Store store();

  /** {@return its series, by SKU} */
  List<SeriesInput> series();

  /** {@return what the tick before left} */
  StoreCarry carry();

  /** {@return bounds} */
  DetectionSettings settings();

  /** {@return the suppression rules in force, by name} */
  List<SuppressionRule> rules();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DetectionTask}; one thread at a time. */
  final class Builder extends ImmutableDetectionTask.Builder {
    Builder() {}
  }
}
