package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of the classifier prediction log: a candidate window at a tick. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableClassifierPrediction.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "store_id",
  "sku",
  "window_start",
  "window_end",
  "severity_score",
  "direction",
  "model_name",
  "model_version",
  "role",
  "route",
  "input_digest",
  "quality_score",
  "outcome",
  "message"
})
public interface ClassifierPrediction extends LogRecord, ModelColumns {
  /** {@return where} */
  StoreId storeId();

  /** {@return what} */
  Sku sku();

  /** {@return the onset} */
  Instant windowStart();

  /** {@return the end; absent while open} */
  Optional<Instant> windowEnd();

  /** {@return intensity, 0 to 1; absent if the call failed} */
  OptionalDouble severityScore();

  /** {@return the side of the expectation; absent if the call failed} */
  Optional<Direction> direction();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ClassifierPrediction check() {
    Rules.share("severity_score", severityScore());
    return Num.isRounded(qualityScore()) && Num.isRounded(severityScore())
        ? this
        : builder()
            .from(this)
            .qualityScore(Num.round(qualityScore()))
            .severityScore(Num.round(severityScore()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClassifierPrediction}; one thread at a time. */
  final class Builder extends ImmutableClassifierPrediction.Builder {
    Builder() {}
  }
}
