package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A limit that is exceeded. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSafetyFinding.class)
@JsonPropertyOrder({
  "measure",
  "action",
  "value",
  "bound",
  "store_id",
  "sku",
  "week",
  "place",
  "message"
})
public interface SafetyFinding {
  /** {@return what was measured} */
  SafetyMeasure measure();

  /** {@return what comes of it} */
  LimitAction action();

  /** {@return what it came to} */
  double value();

  /** {@return the limit} */
  double bound();

  /** {@return where} */
  Optional<StoreId> storeId();

  /** {@return what} */
  Optional<Sku> sku();

  /** {@return the Monday on which the week begins} */
  Optional<LocalDate> week();

  /** {@return the region} */
  Optional<String> place();

  /** {@return the same for people} */
  String message();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default SafetyFinding check() {
    return Num.isRounded(value()) && Num.isRounded(bound())
        ? this
        : builder().from(this).value(Num.round(value())).bound(Num.round(bound())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SafetyFinding}; one thread at a time. */
  final class Builder extends ImmutableSafetyFinding.Builder {
    Builder() {}
  }
}
