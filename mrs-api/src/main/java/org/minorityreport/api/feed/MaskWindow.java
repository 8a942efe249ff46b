package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A stretch of a series that is to be left out. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableMaskWindow.class)
@JsonPropertyOrder({"store_id", "sku", "start", "end", "open", "report_id", "event_id", "weight"})
public interface MaskWindow {
  /** {@return where} */
  StoreId storeId();

  /** {@return what} */
  Sku sku();

  /** {@return start of its first step} */
  Instant start();

  /** {@return end of its last step} */
  Instant end();

  /** {@return whether it still goes on} */
  boolean open();

  /** {@return the report} */
  ReportId reportId();

  /** {@return its event} */
  Optional<EventId> eventId();

  /** {@return the weight of its steps, 0 to 1} */
  double weight();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default MaskWindow check() {
    Rules.share("weight", weight());
    Rules.check(end().isAfter(start()), "end", end(), "after start (" + start() + ")");
    return Num.isRounded(weight())
        ? this
        : builder().from(this).weight(Num.round(weight())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MaskWindow}; one thread at a time. */
  final class Builder extends ImmutableMaskWindow.Builder {
    Builder() {}
  }
}
