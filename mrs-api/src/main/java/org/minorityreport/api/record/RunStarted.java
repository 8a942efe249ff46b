package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of runs_log: a run began. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRunStarted.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "parent",
  "parent_cut",
  "currency",
  "governed",
  "configuration",
  "configuration_digest",
  "tzdata",
  "started_by"
})
public interface RunStarted extends LogRecord {
  /** {@return the run whose decisions are read as this run's own; absent: it begins without} */
  Optional<RunId> parent();

  /** {@return up to where the decisions of the parent are read} */
  Optional<Cut> parentCut();

  /** {@return currency of all money in the run} */
  Optional<String> currency();

  /** {@return whether choices of models need an approval} */
  boolean governed();

  /** {@return canonical JSON of the configuration} */
  String configuration();

  /** {@return SHA-256 of that text, as hex} */
  String configurationDigest();

  /** {@return version of the time zone data} */
  String tzdata();

  /** {@return who started it} */
  String startedBy();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RunStarted}; one thread at a time. */
  final class Builder extends ImmutableRunStarted.Builder {
    Builder() {}
  }
}
