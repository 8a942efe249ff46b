package com.example.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.mock.world.World;

/** Nothing is configured: our jar is on the class path, so its models serve their roles. */
class DemandRunTest {
  @Test
  void run_usesOurModelsAndTheMocksForTheOtherRoles() {
    World world = World.builder().stores(8).skus(1).cadence(Cadence.parse("PT1H")).build();
    try (Mrs mrs = Mrs.builder().logs(LogStores.inMemory()).inputs(world.inputs()).build()) {
      world.ticks(Duration.ofHours(1)).forEach(mrs::tick);

      assertFalse(mrs.reports().all().isEmpty());
      Set<String> classifiers =
          mrs.reports().all().stream()
              .map(report -> report.modelVersions().get("classifier"))
              .collect(Collectors.toSet());
      assertEquals(Set.of("demand-classifier@1"), classifiers, mrs.models().toString());
    }
  }
}
