package org.minorityreport.mock.world.narrative;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** A scripted time in which the model of a role does not answer. Immutable. */
@Value.Immutable
@MrsValue
public interface Outage {
  /** {@return the id, unique in its library} */
  String id();

  /** {@return what went wrong, in a line for people} */
  String title();

  /** {@return the role: baseline, classifier, cluster, attribution or cohort} */
  String role();

  /** {@return the day on which it starts, counted from the first day after the warm-up, from 0} */
  int startDay();

  /** {@return the local time at which it starts} */
  LocalTime startTime();

  /** {@return how long it lasts} */
  Duration duration();

  /** Checks names and ranges. */
  @Value.Check
  default void check() {
    Rules.name("id", id());
    Rules.name("title", title());
    List<String> roles = List.of("baseline", "classifier", "cluster", "attribution", "cohort");
    Rules.check(roles.contains(role()), "role", role(), "one of " + roles);
    Rules.check(startDay() >= 0, "start_day", startDay(), "0 or more");
    Rules.check(duration().compareTo(Duration.ZERO) > 0, "duration", duration(), "above zero");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Outage}; one thread at a time. */
  final class Builder extends ImmutableOutage.Builder {
    Builder() {}
  }
}
