package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A stretch of steps of a series. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableStepRun.class)
@JsonPropertyOrder({"store_id", "sku", "start", "end", "steps"})
public interface StepRun {
  /** {@return where} */
  StoreId storeId();

  /** {@return what} */
  Sku sku();

  /** {@return start of its first step} */
  Instant start();

  /** {@return end of its last step} */
  Instant end();

  /** {@return its known steps} */
  long steps();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StepRun}; one thread at a time. */
  final class Builder extends ImmutableStepRun.Builder {
    Builder() {}
  }
}
