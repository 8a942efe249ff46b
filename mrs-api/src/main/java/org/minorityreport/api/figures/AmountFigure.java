package org.minorityreport.api.figures;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A sum, and what went into it. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAmountFigure.class)
@JsonPropertyOrder({"amount", "ids"})
public interface AmountFigure {
  /** {@return units, or money in the currency of the run} */
  BigDecimal amount();

  /** {@return ids of the reports or campaigns that went into the sum, sorted} */
  List<String> ids();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AmountFigure}; one thread at a time. */
  final class Builder extends ImmutableAmountFigure.Builder {
    Builder() {}
  }
}
