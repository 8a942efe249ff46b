package org.minorityreport.api.model;

import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;

/** A run of deviating steps that is an anomaly. Immutable. */
@Value.Immutable
@MrsValue
public interface Alarm {
  /** {@return the first step of the unbroken run of deviating known steps that led to it} */
  Instant onset();

  /** {@return start of the last step of that run} */
  Instant lastDeviating();

  /** {@return the side of the expectation} */
  Direction direction();

  /** {@return intensity, 0 to 1} */
  double severity();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default Alarm check() {
    Rules.share("severity", severity());
    Rules.check(
        !lastDeviating().isBefore(onset()),
        "last_deviating",
        lastDeviating(),
        "not before onset (" + onset() + ")");
    return Num.isRounded(severity())
        ? this
        : builder().from(this).severity(Num.round(severity())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Alarm}; one thread at a time. */
  final class Builder extends ImmutableAlarm.Builder {
    Builder() {}
  }
}
