package org.minorityreport.api.stage;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;

/** An event that a report is in, and the acts about it. Immutable. */
@Value.Immutable
@MrsValue
public interface EventActs {
  /** {@return the acts about it, in the order of their commits} */
  List<NumberedAct> acts();

  /** {@return the number of the commit's step since which the report is in it} */
  long since();

  /** {@return whether another event of the report was merged into it then} */
  boolean isMerged();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link EventActs}; one thread at a time. */
  final class Builder extends ImmutableEventActs.Builder {
    Builder() {}
  }
}
