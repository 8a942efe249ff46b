package org.minorityreport.mock.world.narrative;

import java.time.Duration;
import java.time.LocalTime;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** A scripted fault of the feed: what was sold is not what arrives, or not when. Immutable. */
@Value.Immutable
@MrsValue
public interface FeedFault {
  /** {@return the id, unique in its library} */
  String id();

  /** {@return what went wrong, in a line for people} */
  String title();

  /** {@return what goes wrong} */
  FeedFaultKind kind();

  /** {@return the day on which it starts, counted from the first day after the warm-up, from 0} */
  int startDay();

  /** {@return the local time at which it starts} */
  LocalTime startTime();

  /** {@return how long it lasts} */
  Duration duration();

  /** {@return the stores whose rows are concerned} */
  Places places();

  /** {@return what units and revenue are multiplied by in what arrives first; 1 if it is right} */
  @Value.Default
  default double factor() {
    return 1;
  }

  /** {@return from the start to the moment at which the right rows arrive; zero for a gap} */
  Duration deliveredAfter();

  /** Checks names and ranges, and that kind, factor and delivery agree. */
  @Value.Check
  default void check() {
    Rules.name("id", id());
    Rules.name("title", title());
    Rules.check(startDay() >= 0, "start_day", startDay(), "0 or more");
    Rules.check(duration().compareTo(Duration.ZERO) > 0, "duration", duration(), "above zero");
    boolean corrected = kind() == FeedFaultKind.CORRECTED;
    Rules.check(
        factor() >= 0 && (factor() != 1) == corrected,
        "factor",
        factor(),
        "0 or more, and other than 1 for corrected alone");
    Rules.check(
        kind() == FeedFaultKind.GAP
            ? deliveredAfter().isZero()
            : deliveredAfter().compareTo(duration()) >= 0,
        "delivered_after",
        deliveredAfter(),
        "absent for a gap, else not before the end");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FeedFault}; one thread at a time. */
  final class Builder extends ImmutableFeedFault.Builder {
    Builder() {}
  }
}
