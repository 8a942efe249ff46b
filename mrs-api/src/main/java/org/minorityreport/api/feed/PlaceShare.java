package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How much of a place is left out. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutablePlaceShare.class)
@JsonPropertyOrder({"place", "stores", "known_steps", "left_out", "share"})
public interface PlaceShare {
  /** {@return a region, or an empty text for stores without one} */
  String place();

  /** {@return its stores with sales} */
  long stores();

  /** {@return their known steps} */
  long knownSteps();

  /** {@return sum of 1 - weight over them} */
  double leftOut();

  /** {@return their ratio, 0 to 1} */
  double share();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default PlaceShare check() {
    return Num.isRounded(leftOut()) && Num.isRounded(share())
        ? this
        : builder().from(this).leftOut(Num.round(leftOut())).share(Num.round(share())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link PlaceShare}; one thread at a time. */
  final class Builder extends ImmutablePlaceShare.Builder {
    Builder() {}
  }
}
