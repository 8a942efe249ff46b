package org.minorityreport.examples.benchmarks.workload;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.series.Direction;

/**
 * An event: reports of neighbouring places that deviate to one side and began within some ticks of
 * each other, two or three on average. Immutable.
 *
 * @param group number of the group of places
 * @param epoch number of the span of ticks in which its reports began
 * @param direction the side
 */
record EventOfReports(int group, long epoch, Direction direction) {
  private static final int PLACES = 5;
  private static final int TICKS = 10;

  static EventOfReports of(ReportLife life) {
    return new EventOfReports(
        life.place() / PLACES, Math.floorDiv(life.first(), TICKS), life.direction());
  }

  long seed() {
    return Mix.of(((long) group << 32) ^ (epoch << 1) ^ (direction == Direction.UPLIFT ? 0 : 1));
  }

  EventId id() {
    HexFormat hex = HexFormat.of();
    return EventId.of("ME-" + hex.toHexDigits(Mix.of(seed())) + hex.toHexDigits(Mix.of(~seed())));
  }

  /** The reports of the event that began up to a tick, by place. */
  List<ReportLife> reports(ReportTicks ticks, long tick) {
    List<ReportLife> found = new ArrayList<>();
    int end = Math.min(ticks.rowsPerTick(), (group + 1) * PLACES);
    for (int place = group * PLACES; place < end; place++) {
      ReportLife life = ticks.life(place, tick);
      while (life.first() >= epoch * TICKS) {
        if (equals(of(life))) {
          found.add(life);
        }
        if (life.generation() == 0) {
          break;
        }
        life = life.before();
      }
    }
    return found;
  }
}
