package org.minorityreport.api.stage;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;

/** What finalisation made of a commit. Immutable. */
@Value.Immutable
@MrsValue
public interface FinalisationResult {
  /** {@return the outcomes that differ from the newest ones, by report; each is to be a row} */
  List<FinalOutcome> outcomes();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FinalisationResult}; one thread at a time. */
  final class Builder extends ImmutableFinalisationResult.Builder {
    Builder() {}
  }
}
