package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What speaks for a cause. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableEvidence.class)
@JsonPropertyOrder({"kind", "ref", "content_hash", "note", "weight"})
public interface Evidence extends KeepsUnknownFields {
  /** {@return what sort of thing it is} */
  EvidenceKind kind();

  /** {@return its id, an address, or the digest of a file that the host keeps} */
  String ref();

  /** {@return digest of the row as it was when it was used} */
  Optional<String> contentHash();

  /** {@return why it counts} */
  Optional<String> note();

  /** {@return how much it counts, 0 to 1} */
  double weight();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default Evidence check() {
    Rules.name("ref", ref());
    Rules.share("weight", weight());
    return Num.isRounded(weight())
        ? this
        : builder().from(this).weight(Num.round(weight())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Evidence}; one thread at a time. */
  final class Builder extends ImmutableEvidence.Builder {
    Builder() {}
  }
}
