package org.minorityreport.testkit.quality;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.mock.world.GroundTruth;
import org.minorityreport.mock.world.World;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;

/**
 * A world that went through all stages, tick by tick, and what is true of it. Immutable.
 *
 * @param world the world
 * @param library what may happen in it
 * @param truth what truly happens in it
 * @param reports what was found, as hydrated after the last tick
 */
public record PlayedWorld(
    World world, NarrativeLibrary library, GroundTruth truth, List<MinorityReport> reports) {
  /**
   * Runs a tick per step of a world, with the settings as shipped.
   *
   * @param world the world
   * @param library what may happen in it
   * @param models chooses models and threads; the builder it is given has logs and inputs
   * @return the world with what was found
   */
  public static PlayedWorld play(
      World world, NarrativeLibrary library, UnaryOperator<Mrs.Builder> models) {
    Duration step = world.steps().cadence().step();
    Mrs.Builder builder =
        Mrs.builder().logs(LogStores.inMemory()).inputs(world.inputs()).startedBy("quality");
    try (Mrs mrs = models.apply(builder).build()) {
      world.ticks(step).forEach(mrs::tick);
      return new PlayedWorld(world, library, world.truth(), mrs.reports().all());
    }
  }
}
