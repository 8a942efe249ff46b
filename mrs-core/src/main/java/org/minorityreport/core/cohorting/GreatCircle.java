package org.minorityreport.core.cohorting;

import java.util.OptionalDouble;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.value.Num;

/** Distances on the globe. */
final class GreatCircle {
  private static final double EARTH_RADIUS_KM = 6371.0088;

  private GreatCircle() {}

  /**
   * The distance of two stores by the haversine formula.
   *
   * @return kilometres, rounded as rows hold numbers; empty if either lacks a coordinate
   */
  static OptionalDouble km(Store one, Store other) {
    if (one.lat().isEmpty()
        || one.lon().isEmpty()
        || other.lat().isEmpty()
        || other.lon().isEmpty()) {
      return OptionalDouble.empty();
    }
    double latOne = StrictMath.toRadians(one.lat().getAsDouble());
    double latOther = StrictMath.toRadians(other.lat().getAsDouble());
    double lon = StrictMath.toRadians(other.lon().getAsDouble() - one.lon().getAsDouble());
    double sinLat = StrictMath.sin((latOther - latOne) / 2);
    double sinLon = StrictMath.sin(lon / 2);
    double h =
        sinLat * sinLat + StrictMath.cos(latOne) * StrictMath.cos(latOther) * sinLon * sinLon;
    double arc = 2 * StrictMath.asin(Math.sqrt(Math.min(1, h)));
    return OptionalDouble.of(Num.round(EARTH_RADIUS_KM * arc));
  }
}
