package org.minorityreport.api.stage;

import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.MrsValue;

/** What a person did, where it stands in the order of commits, and what cause it comes to. */
@Value.Immutable
@MrsValue
public interface NumberedAct {
  /** {@return the row} */
  UserEdit act();

  /** {@return its number: acts and changes of events count in the order of their commits} */
  long number();

  /** {@return the cause that it decides for: what it says, else what it was shown with} */
  Optional<String> cause();

  /** {@return the category of that} */
  Optional<String> category();

  /** {@return how sure that is, 0 to 1} */
  OptionalDouble confidence();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link NumberedAct}; one thread at a time. */
  final class Builder extends ImmutableNumberedAct.Builder {
    Builder() {}
  }
}
