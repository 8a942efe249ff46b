package org.minorityreport.api.input;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One measurement of something that may move sales: a price, the temperature, what a campaign
 * spent. Measurements of one {@link #driverId} follow each other in time; each holds until the
 * next. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableDriver.class)
@JsonPropertyOrder({
  "driver_id",
  "kind",
  "campaign_id",
  "context_id",
  "store_ids",
  "regions",
  "skus",
  "timestamp",
  "value",
  "recorded_at"
})
public interface Driver extends KeepsUnknownFields {
  /** {@return the id of what is measured; it names no measurement without its time} */
  String driverId();

  /**
   * {@return what is measured: spend, reach, clicks, price, discount, stock, temperature, rain,
   * mentions, or an own word}
   */
  String kind();

  /** {@return the campaign that it belongs to} */
  Optional<String> campaignId();

  /** {@return the context event that it belongs to} */
  Optional<String> contextId();

  /** {@return the stores it touches; with regions empty too: everywhere} */
  List<StoreId> storeIds();

  /** {@return the regions it touches, beside the stores} */
  List<String> regions();

  /** {@return the products it touches; empty: all} */
  List<Sku> skus();

  /** {@return from when on the value holds} */
  Instant timestamp();

  /** {@return the value in the unit of its source; absent means unknown} */
  OptionalDouble value();

  /** {@return when it became known, which may be before its time; absent means known all along} */
  Optional<Instant> recordedAt();

  /** {@return the id of this measurement, as logs name it: the driver, a bar and its time} */
  default String ref() {
    return driverId() + "|" + timestamp();
  }

  /** {@return this value, its rules checked and its number rounded} */
  @Value.Check
  default Driver check() {
    Rules.name("driver_id", driverId());
    Rules.name("kind", kind());
    campaignId().ifPresent(id -> Rules.name("campaign_id", id));
    contextId().ifPresent(id -> Rules.name("context_id", id));
    value()
        .ifPresent(v -> Rules.check(Double.isFinite(v), "value", v, "a finite number, or absent"));
    return Num.isRounded(value()) ? this : builder().from(this).value(Num.round(value())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Driver}; one thread at a time. */
  final class Builder extends ImmutableDriver.Builder {
    Builder() {}
  }
}
