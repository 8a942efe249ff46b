package org.minorityreport.mock.world;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.value.MrsValue;

/** Rows that arrive after the others, late or as a correction. Immutable. */
@Value.Immutable
@MrsValue
public interface SalesDelivery {
  /** {@return what was delivered, and when} */
  Delivery delivery();

  /** {@return the steps that it is about, of each of its series, by store and SKU} */
  List<SalesSeries> sales();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SalesDelivery}; one thread at a time. */
  final class Builder extends ImmutableSalesDelivery.Builder {
    Builder() {}
  }
}
