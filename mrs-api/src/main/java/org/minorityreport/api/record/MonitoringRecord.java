package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of model_monitoring_log: how well a model fares, by one measure. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableMonitoringRecord.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "role",
  "model_name",
  "model_version",
  "metric",
  "subject",
  "window",
  "reference",
  "samples",
  "value",
  "threshold",
  "crossed"
})
public interface MonitoringRecord extends LogRecord {
  /** {@return the role of the model, lower case} */
  String role();

  /** {@return name of the model} */
  String modelName();

  /** {@return version of the model} */
  String modelVersion();

  /**
   * {@return the measure: a word of {@link org.minorityreport.api.lifecycle.Metric}, or of a newer
   * library}
   */
  String metric();

  /** {@return the feature, category of causes or cluster measured; absent if all are together} */
  Optional<String> subject();

  /** {@return what was measured: an ISO 8601 interval, the end excluded} */
  String window();

  /** {@return what it was measured against, likewise; absent if against nothing} */
  Optional<String> reference();

  /** {@return how many observations the window held, 1 or more} */
  long samples();

  /** {@return the measure} */
  double value();

  /** {@return where it begins to be bad; absent if nobody said} */
  OptionalDouble threshold();

  /** {@return whether it is bad} */
  boolean crossed();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default MonitoringRecord check() {
    Rules.name("role", role());
    Rules.name("metric", metric());
    subject().ifPresent(subject -> Rules.name("subject", subject));
    Rules.check(samples() >= 1, "samples", samples(), "1 or more");
    return Num.isRounded(value()) && Num.isRounded(threshold())
        ? this
        : builder().from(this).value(Num.round(value())).threshold(Num.round(threshold())).build();
  }

  /**
   * A stretch of time as rows name it.
   *
   * @param span the stretch
   * @return start and end with a slash between them
   */
  static String interval(TimeSpan span) {
    return span.from() + "/" + span.to();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MonitoringRecord}; one thread at a time. */
  final class Builder extends ImmutableMonitoringRecord.Builder {
    Builder() {}
  }
}
