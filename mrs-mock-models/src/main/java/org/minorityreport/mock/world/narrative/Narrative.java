package org.minorityreport.mock.world.narrative;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** A scripted, fictional happening: where, when, shape, size and cause. Immutable. */
@Value.Immutable
@MrsValue
public interface Narrative {
  /** Times and lengths are whole multiples of it, so that no step of it is hit in part. */
  Duration GRAIN = Duration.ofMinutes(15);

  /** {@return the id, unique in its library} */
  String id();

  /** {@return what happened, in a line for people} */
  String title();

  /** {@return the true category, by the wire names of the cause taxonomy} */
  String category();

  /** {@return the true subtype} */
  Optional<String> subtype();

  /** {@return the day on which it starts, counted from the first day after the warm-up, from 0} */
  int startDay();

  /** {@return the local time at which it starts, on a quarter of an hour} */
  LocalTime startTime();

  /** {@return how long it lasts, in whole quarters of an hour} */
  Duration duration();

  /** {@return its course} */
  ShapeFamily shape();

  /** {@return what expected sales are multiplied by where the shape is full; never 1} */
  double size();

  /** {@return where} */
  Places places();

  /** {@return the share of the products concerned, at least one of them} */
  @Value.Default
  default double productShare() {
    return 1;
  }

  /**
   * {@return what the price is multiplied by while sales are lifted; 1 unless it is a promotion}
   */
  @Value.Default
  default double price() {
    return 1;
  }

  /**
   * How sure a look-up in the script is that this is the cause.
   *
   * @return 0 to 1
   */
  @Value.Default
  default double confidence() {
    return 0.9;
  }

  /** {@return from its start to the moment at which a look-up knows of it} */
  @Value.Default
  default Duration knownAfter() {
    return Duration.ZERO;
  }

  /** {@return the rows that it leaves among campaigns and context events; possibly none} */
  List<ContextTrace> leaves();

  /** {@return the side to which sales go at first} */
  default Direction direction() {
    return size() > 1 ? Direction.UPLIFT : Direction.DROP;
  }

  /**
   * What expected sales are multiplied by.
   *
   * @param phase 0 at the start, 1 at the end
   * @return the factor, 1 outside [0, 1)
   */
  default double factorAt(double phase) {
    return 1 + (size() - 1) * shape().at(phase);
  }

  /**
   * What the price is multiplied by.
   *
   * @param phase 0 at the start, 1 at the end
   * @return the factor, 1 outside [0, 1) and where sales are not lifted
   */
  default double priceAt(double phase) {
    return factorAt(phase) > 1 ? price() : 1;
  }

  /** Checks names and ranges, and that size and shape agree. */
  @Value.Check
  default void check() {
    Rules.name("id", id());
    Rules.name("title", title());
    WireWord.check("category", category());
    subtype().ifPresent(word -> WireWord.check("subtype", word));
    Rules.check(startDay() >= 0, "start_day", startDay(), "0 or more");
    Rules.check(
        startTime().toNanoOfDay() % GRAIN.toNanos() == 0,
        "start_time",
        startTime(),
        "on a quarter of an hour");
    Rules.check(
        duration().compareTo(Duration.ZERO) > 0 && duration().toNanos() % GRAIN.toNanos() == 0,
        "duration",
        duration(),
        "above zero, in whole quarters of an hour");
    Rules.check(
        size() >= 0 && size() <= 10 && size() != 1, "size", size(), "within [0, 10] and not 1");
    Rules.check(
        productShare() > 0 && productShare() <= 1,
        "product_share",
        productShare(),
        "above 0 and at most 1");
    Rules.check(price() > 0 && price() <= 1, "price", price(), "above 0 and at most 1");
    Rules.share("confidence", confidence());
    Rules.check(!knownAfter().isNegative(), "known_after", knownAfter(), "0 or more");
    checkSizeFitsShape();
  }

  private void checkSizeFitsShape() {
    switch (shape()) {
      case DIP -> Rules.check(size() < 1, "size", size(), "below 1 for a dip");
      case CLOSURE -> Rules.check(size() <= 0.1, "size", size(), "at most 0.1 for a closure");
      case PULL_FORWARD ->
          Rules.check(
              size() > 1 && size() <= 3, "size", size(), "above 1 and at most 3 for pull_forward");
      case SPIKE, PLATEAU, RAMP, DECAY, DOUBLE -> {
        // either side
      }
    }
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Narrative}; one thread at a time. */
  final class Builder extends ImmutableNarrative.Builder {
    Builder() {}
  }
}
