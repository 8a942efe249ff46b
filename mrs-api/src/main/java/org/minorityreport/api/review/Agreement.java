package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How often people who judged the same report agreed. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAgreement.class)
@JsonPropertyOrder({"category", "judged", "agreed"})
public interface Agreement {
  /** {@return category of the cause that was proposed} */
  String category();

  /** {@return reports that two people or more judged} */
  int judged();

  /** {@return those of them about which all said the same} */
  int agreed();

  /** {@return the share that agreed; empty if nothing was judged by two} */
  default OptionalDouble rate() {
    return judged() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) agreed() / judged());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Agreement}; one thread at a time. */
  final class Builder extends ImmutableAgreement.Builder {
    Builder() {}
  }
}
