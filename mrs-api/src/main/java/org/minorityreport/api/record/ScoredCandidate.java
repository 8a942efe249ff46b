package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A cause that was considered, and how it fared. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableScoredCandidate.class)
@JsonPropertyOrder({"cause", "category", "confidence", "evidence"})
public interface ScoredCandidate extends KeepsUnknownFields {
  /** {@return the cause} */
  String cause();

  /** {@return its category} */
  String category();

  /** {@return how sure the model is of it, 0 to 1} */
  double confidence();

  /** {@return what speaks for it} */
  List<Evidence> evidence();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ScoredCandidate check() {
    Rules.share("confidence", confidence());
    return Num.isRounded(confidence())
        ? this
        : builder().from(this).confidence(Num.round(confidence())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ScoredCandidate}; one thread at a time. */
  final class Builder extends ImmutableScoredCandidate.Builder {
    Builder() {}
  }
}
