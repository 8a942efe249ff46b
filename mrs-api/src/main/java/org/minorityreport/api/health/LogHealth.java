package org.minorityreport.api.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How fresh a log is, by its two clocks. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableLogHealth.class)
@JsonPropertyOrder({"log", "rows", "ticks_behind", "last_commit"})
public interface LogHealth {
  /** {@return wire name of the log} */
  String log();

  /** {@return its rows, every version and retraction counted} */
  long rows();

  /**
   * {@return of logs that a stage writes: how many ticks of the run came after the last one at
   * which the stage ran; no more are counted than the long window has}
   */
  OptionalInt ticksBehind();

  /** {@return wall time of the newest commit that has rows of it} */
  Optional<Instant> lastCommit();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LogHealth}; one thread at a time. */
  final class Builder extends ImmutableLogHealth.Builder {
    Builder() {}
  }
}
