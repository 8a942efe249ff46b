package org.minorityreport.api.model;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** What was sold and expected during a report, step by step and SKU by SKU. Immutable. */
@Value.Immutable
@MrsValue
public interface ReportSlice {
  /** {@return from the onset to the latest of the last deviating steps} */
  Steps steps();

  /** {@return one per member, by SKU, each over all these steps} */
  List<SkuSlice> skus();

  /**
   * The units sold by the members of one direction together.
   *
   * @param direction the side of the expectation
   * @return the sum per step; unknown where a member is unknown
   */
  default UnitsColumn actual(Direction direction) {
    return SliceSums.of(this, direction, SkuSlice::actual);
  }

  /**
   * The units expected of the members of one direction together.
   *
   * @param direction the side of the expectation
   * @return the sum per step; unknown where a member is unknown
   */
  default UnitsColumn expected(Direction direction) {
    return SliceSums.of(this, direction, SkuSlice::expected);
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    for (SkuSlice sku : skus()) {
      Rules.check(
          sku.actual().size() == steps().count() && sku.expected().size() == steps().count(),
          "skus",
          sku.sku(),
          "of " + steps());
    }
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportSlice}; one thread at a time. */
  final class Builder extends ImmutableReportSlice.Builder {
    Builder() {}
  }
}
