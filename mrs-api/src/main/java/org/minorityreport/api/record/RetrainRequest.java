package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A row of model_retrain_request_log: a model ought to be trained again. Training itself is outside
 * of MRS. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRetrainRequest.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "request_id",
  "role",
  "model_name",
  "model_version",
  "reason",
  "metric",
  "value",
  "threshold"
})
public interface RetrainRequest extends LogRecord {
  /** {@return {@code RQ-} and 32 hex digits} */
  String requestId();

  /** {@return the role of the model, lower case} */
  String role();

  /** {@return name of the model} */
  String modelName();

  /** {@return version of the model} */
  String modelVersion();

  /** {@return drift, accuracy, feedback or schedule, or a word of a newer library} */
  String reason();

  /** {@return the measure that crossed its threshold; absent if none did} */
  Optional<String> metric();

  /** {@return the measure; of several subjects that crossed at once the worst} */
  OptionalDouble value();

  /** {@return what it crossed} */
  OptionalDouble threshold();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default RetrainRequest check() {
    Rules.check(
        requestId().matches("RQ-[0-9a-f]{32}"), "request_id", requestId(), "RQ- and 32 hex digits");
    Rules.name("role", role());
    Rules.name("reason", reason());
    return Num.isRounded(value()) && Num.isRounded(threshold())
        ? this
        : builder().from(this).value(Num.round(value())).threshold(Num.round(threshold())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RetrainRequest}; one thread at a time. */
  final class Builder extends ImmutableRetrainRequest.Builder {
    Builder() {}
  }
}
