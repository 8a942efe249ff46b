package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Where a row stands, and how it came about. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRowTrace.class)
@JsonPropertyOrder({
  "log",
  "row",
  "position",
  "committed_at",
  "tick",
  "version",
  "is_retraction",
  "written_by",
  "model_versions",
  "actor"
})
public interface RowTrace {
  /** {@return wire name of the log} */
  String log();

  /** {@return its number among the rows of the run in that log, from 1} */
  long row();

  /** {@return the commit that brought it} */
  long position();

  /**
   * {@return when that commit arrived, by the clock of the host; absent if the store does not know}
   */
  Optional<Instant> committedAt();

  /** {@return the tick; in rows of people the moment they acted} */
  Instant tick();

  /** {@return which appearance of its key it is, from 1} */
  int version();

  /** {@return whether it takes its key back} */
  @JsonProperty("is_retraction")
  boolean isRetraction();

  /** {@return the stage, or who else wrote it, lower case} */
  String writtenBy();

  /** {@return role to name@version of the models that it names} */
  @Value.NaturalOrder
  SortedMap<String, String> modelVersions();

  /** {@return the person or program that it names} */
  Optional<String> actor();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RowTrace}; one thread at a time. */
  final class Builder extends ImmutableRowTrace.Builder {
    Builder() {}
  }
}
