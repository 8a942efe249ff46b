package org.minorityreport.api.figures;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How many, and which. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableCountedFigure.class)
@JsonPropertyOrder({"ids"})
public interface CountedFigure {
  /** {@return ids of reports or events, sorted} */
  List<String> ids();

  /** {@return how many they are} */
  default int count() {
    return ids().size();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CountedFigure}; one thread at a time. */
  final class Builder extends ImmutableCountedFigure.Builder {
    Builder() {}
  }
}
