package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How much a feed leaves out, and whether that is too much. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSafetyReport.class)
@JsonPropertyOrder({
  "position",
  "known_steps",
  "left_out",
  "share",
  "shares",
  "longest_left_out",
  "longest_kept",
  "places",
  "imbalance",
  "findings"
})
public interface SafetyReport {
  /** {@return the commit up to which it looks} */
  long position();

  /** {@return known steps} */
  long knownSteps();

  /** {@return sum of 1 - weight over them} */
  double leftOut();

  /** {@return their ratio, 0 to 1} */
  double share();

  /** {@return per store, product and week of which something is left out} */
  List<LeftOutShare> shares();

  /** {@return the longest stretch that is left out without a kept step in it} */
  Optional<StepRun> longestLeftOut();

  /** {@return the longest stretch of known steps that is kept without a gap} */
  Optional<StepRun> longestKept();

  /** {@return per region} */
  List<PlaceShare> places();

  /** {@return greatest distance of a share in them from that of all} */
  double imbalance();

  /** {@return limits that are exceeded} */
  List<SafetyFinding> findings();

  /** {@return whether a limit is exceeded beyond which the feed is refused} */
  default boolean refused() {
    return findings().stream().anyMatch(f -> f.action() == LimitAction.REFUSE);
  }

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default SafetyReport check() {
    return Num.isRounded(leftOut()) && Num.isRounded(share()) && Num.isRounded(imbalance())
        ? this
        : builder()
            .from(this)
            .leftOut(Num.round(leftOut()))
            .share(Num.round(share()))
            .imbalance(Num.round(imbalance()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SafetyReport}; one thread at a time. */
  final class Builder extends ImmutableSafetyReport.Builder {
    Builder() {}
  }
}
