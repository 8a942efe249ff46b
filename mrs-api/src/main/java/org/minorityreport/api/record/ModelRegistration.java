package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of model_registry_log: something happened to a version of a model. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableModelRegistration.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "kind",
  "role",
  "model_name",
  "model_version",
  "trained_on",
  "trained_at_tag",
  "source",
  "parameters",
  "metrics",
  "route",
  "share",
  "actor",
  "note"
})
public interface ModelRegistration extends LogRecord {
  /** {@return what happened; see {@link RegistryKind}} */
  String kind();

  /** {@return the role that it serves, lower case} */
  String role();

  /** {@return name of the model} */
  String modelName();

  /** {@return version of the model} */
  String modelVersion();

  /** {@return the newest data it was trained on; absent if it does not learn} */
  Optional<Instant> trainedOn();

  /** {@return the tag of the state of the logs that it was trained on} */
  Optional<String> trainedAtTag();

  /** {@return where it is kept} */
  Optional<String> source();

  /** {@return what it was made from, by name} */
  @Value.NaturalOrder
  SortedMap<String, String> parameters();

  /** {@return how well it did where it was trained, by name} */
  @Value.NaturalOrder
  SortedMap<String, Double> metrics();

  /** {@return of routed: primary, challenger, fallback or shadow} */
  Optional<String> route();

  /** {@return of a challenger: its share in per cent} */
  OptionalInt share();

  /** {@return who did it: an id of a person or program} */
  String actor();

  /** {@return why; not blank} */
  Optional<String> note();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ModelRegistration check() {
    Rules.name("model_name", modelName());
    Rules.name("model_version", modelVersion());
    Rules.name("actor", actor());
    note()
        .ifPresent(note -> Rules.check(!note.isBlank(), "note", note, "not blank, if it is said"));
    SortedMap<String, Double> rounded = new TreeMap<>();
    metrics().forEach((name, value) -> rounded.put(name, Num.round(value)));
    return rounded.equals(metrics()) ? this : builder().from(this).metrics(rounded).build();
  }

  /** {@return name and version, {@code name@version}} */
  default String modelId() {
    return modelName() + "@" + modelVersion();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ModelRegistration}; one thread at a time. */
  final class Builder extends ImmutableModelRegistration.Builder {
    Builder() {}
  }
}
