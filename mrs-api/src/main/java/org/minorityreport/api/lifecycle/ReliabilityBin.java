package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The judged proposals of about one confidence. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReliabilityBin.class)
@JsonPropertyOrder({
  "lower",
  "upper",
  "proposals",
  "confirmed",
  "mean_confidence",
  "share_confirmed"
})
public interface ReliabilityBin {
  /** {@return least confidence, included} */
  double lower();

  /** {@return greatest confidence, excluded but for the last bin} */
  double upper();

  /** {@return how many proposals of such a confidence were judged} */
  int proposals();

  /** {@return how many of them were confirmed} */
  int confirmed();

  /** {@return what the model said on average; absent without proposals} */
  OptionalDouble meanConfidence();

  /** {@return how many of them were confirmed, as a share; absent without proposals} */
  OptionalDouble shareConfirmed();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReliabilityBin}; one thread at a time. */
  final class Builder extends ImmutableReliabilityBin.Builder {
    Builder() {}
  }
}
