package org.minorityreport.testkit.model;

import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.model.KnownDriver;

/** Measurements beside the sales, all of one driver. */
final class Measured {
  private Measured() {}

  static KnownDriver of(String kind, Instant time, double value, Optional<Instant> recorded) {
    return KnownDriver.builder()
        .driver(
            Driver.builder()
                .driverId("D")
                .kind(kind)
                .timestamp(time)
                .value(value)
                .recordedAt(recorded)
                .build())
        .since(recorded)
        .build();
  }
}
