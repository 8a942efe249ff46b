package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A stretch of time that is to be left out in some stores for some products: in each of them for
 * each of these. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableMaskScope.class)
@JsonPropertyOrder({"start", "end", "store_ids", "skus", "report_ids"})
public interface MaskScope {
  /** {@return start of its first step} */
  Instant start();

  /** {@return end of its last step} */
  Instant end();

  /** {@return the stores, sorted} */
  List<StoreId> storeIds();

  /** {@return the products, sorted} */
  List<Sku> skus();

  /** {@return the reports, sorted} */
  List<ReportId> reportIds();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default MaskScope check() {
    Rules.ascending("store_ids", storeIds());
    Rules.ascending("skus", skus());
    Rules.ascending("report_ids", reportIds());
    Rules.check(end().isAfter(start()), "end", end(), "after start (" + start() + ")");
    return this;
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MaskScope}; one thread at a time. */
  final class Builder extends ImmutableMaskScope.Builder {
    Builder() {}
  }
}
