package org.minorityreport.examples.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.mock.world.GroundTruth;
import org.minorityreport.mock.world.World;

/**
 * A world that went through all stages, tick by tick, and what is true of it.
 *
 * @param world the world
 * @param truth what truly happens in it
 * @param reports what was found, as hydrated after the last tick
 */
record PlayedWorld(World world, GroundTruth truth, List<MinorityReport> reports) {
  /**
   * Runs a tick per step of a world with the shipped models and settings.
   *
   * @param narratives the parameter of the attribution model that says which narratives it looks up
   * @param threads stores looked at side by side
   */
  static PlayedWorld play(World world, String narratives, int threads) {
    ModelConfig attribution =
        ModelConfig.builder().seed(0).putParameters("narratives", narratives).build();
    Duration step = world.steps().cadence().step();
    try (Mrs mrs =
        Mrs.builder()
            .logs(LogStores.inMemory())
            .inputs(world.inputs())
            .startedBy("quality")
            .model(ModelRole.ATTRIBUTION, "mock", attribution)
            .threads(threads)
            .build()) {
      for (Instant tick : world.ticks(step)) {
        mrs.tick(tick);
      }
      return new PlayedWorld(world, world.truth(), mrs.reports().all());
    }
  }
}
