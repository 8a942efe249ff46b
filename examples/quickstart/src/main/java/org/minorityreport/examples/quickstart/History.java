package org.minorityreport.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.mock.world.World;

/**
 * What a run goes through: sales and all that goes with them. Immutable.
 *
 * @param title what it is, for people
 * @param inputs sales, stores, campaigns and context
 * @param firstTick the first moment worth looking at
 */
record History(String title, InputTables inputs, Instant firstTick) {
  /** So long a step, so that the whole run is a matter of a minute. */
  private static final Cadence SIMULATED = Cadence.of(Duration.ofMinutes(15));

  /** {@return two quiet and six eventful days of a simulated world, after its warm-up} */
  static History simulated(Optional<Cadence> cadence) {
    World world = World.builder().cadence(cadence.orElse(SIMULATED)).build();
    return new History(
        "a simulated world (warm-up of "
            + World.WARM_UP.toDays()
            + " days, then two quiet and six eventful ones)",
        world.inputs(),
        world.firstTick());
  }

  /** {@return the history that some tables hold, looked at from its first step on} */
  static History of(String title, InputTables inputs) {
    Instant start = inputs.covers().from();
    return new History(title, inputs, inputs.source().cadence().plus(start, 1));
  }

  /**
   * The ticks of a run: one at the end of each step.
   *
   * @param from no tick is earlier
   * @param to no tick is later
   * @return the ticks, ascending, at least one
   * @throws UsageException if there is none
   */
  List<Instant> ticks(Optional<Instant> from, Optional<Instant> to) {
    Instant end = inputs.covers().to();
    if (firstTick.isAfter(end)) {
      throw new UsageException(
          "there is nothing to look at in " + title + ": no row of sales could be used");
    }
    List<Instant> ticks = new ArrayList<>();
    Cadence cadence = inputs.source().cadence();
    for (Instant tick = firstTick; !tick.isAfter(end); tick = cadence.plus(tick, 1)) {
      boolean isEarly = from.isPresent() && tick.isBefore(from.get());
      boolean isLate = to.isPresent() && tick.isAfter(to.get());
      if (!isEarly && !isLate) {
        ticks.add(tick);
      }
    }
    if (ticks.isEmpty()) {
      throw new UsageException(
          "no tick lies from "
              + from.map(Instant::toString).orElse("the start")
              + " to "
              + to.map(Instant::toString).orElse("the end")
              + ", expected times from "
              + firstTick
              + " to "
              + end);
    }
    return ticks;
  }
}
