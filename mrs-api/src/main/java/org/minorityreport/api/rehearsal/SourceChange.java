package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A part of the inputs that is not what it was when the run saw it. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSourceChange.class)
@JsonPropertyOrder({"source", "item", "day", "logged", "present"})
public interface SourceChange {
  /** {@return the source, or context_log and stores_log for what is kept there} */
  String source();

  /** {@return the store, campaign or context event; a tick if no more is known} */
  String item();

  /** {@return the UTC day; absent unless sales of a store changed} */
  Optional<String> day();

  /** {@return digest in the logs; absent if it was not there} */
  Optional<String> logged();

  /** {@return digest now; absent if it is gone} */
  Optional<String> present();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SourceChange}; one thread at a time. */
  final class Builder extends ImmutableSourceChange.Builder {
    Builder() {}
  }
}
