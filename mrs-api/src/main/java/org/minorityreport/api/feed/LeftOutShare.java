package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How much of a store, product and week is left out. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableLeftOutShare.class)
@JsonPropertyOrder({"store_id", "sku", "week", "known_steps", "left_out", "share"})
public interface LeftOutShare {
  /** {@return where} */
  StoreId storeId();

  /** {@return what} */
  Sku sku();

  /** {@return the Monday (UTC) on which the week begins} */
  LocalDate week();

  /** {@return its known steps} */
  long knownSteps();

  /** {@return sum of 1 - weight over them} */
  double leftOut();

  /** {@return their ratio, 0 to 1} */
  double share();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default LeftOutShare check() {
    return Num.isRounded(leftOut()) && Num.isRounded(share())
        ? this
        : builder().from(this).leftOut(Num.round(leftOut())).share(Num.round(share())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LeftOutShare}; one thread at a time. */
  final class Builder extends ImmutableLeftOutShare.Builder {
    Builder() {}
  }
}
