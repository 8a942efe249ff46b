package org.minorityreport.mock.world;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.value.Rules;
import org.minorityreport.mock.world.narrative.ContextTrace;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.mock.world.narrative.Places;
import org.minorityreport.mock.world.narrative.ShapeFamily;
import org.minorityreport.mock.world.narrative.TraceKind;

/**
 * Draws happenings for worlds without a script: cause, place, time, length, shape and size are by
 * chance, from a seed.
 *
 * <p>Of four happenings one leaves no row of context, one a misleading row (in turn beside the true
 * one and instead of it), and two the true row. A true row begins between an hour before and a
 * quarter of an hour after the happening and names its places. A misleading row has another
 * category, lies over the same places and begins 3 to 12 hours before or 1 to 3 hours after. Two
 * happenings never touch one store within 12 hours of each other. Stateless.
 */
public final class RandomHappenings {
  private static final int TRIES = 200;
  private static final Duration APART = Duration.ofHours(12);
  private static final long QUARTER = 15;

  /** Sizes in times the noise of a usual store: most lie between 3 and 6. */
  private static final double LEAST = 2.5;

  private static final double MOST = 7;

  private RandomHappenings() {}

  /**
   * Draws a library of happenings.
   *
   * @param seed any number; the same one gives the same happenings
   * @param count how many, 1 or more; fewer are drawn where there is no room for them
   * @param days days after the warm-up in which they lie, 2 or more
   * @return the library
   */
  public static NarrativeLibrary draw(long seed, int count, int days) {
    Rules.check(count >= 1, "count", count, "1 or more");
    Rules.check(days >= 2, "days", days, "2 or more");
    List<Narrative> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        Draws draws = Draws.at(Draws.address(seed, "happening", "" + i), attempt);
        Narrative narrative = narrative(draws, i, days);
        if (drawn.stream().noneMatch(other -> clash(narrative, other))) {
          drawn.add(narrative);
          break;
        }
      }
    }
    return NarrativeLibrary.of("random happenings", WorldStore.ZONE, drawn);
  }

  private static Narrative narrative(Draws draws, int index, int days) {
    CauseKind cause = one(draws, List.of(CauseKind.values()));
    Places places = places(draws);
    ShapeFamily shape = one(draws, cause.shapes());
    int day = (int) (draws.next() * (days - 1));
    LocalTime start = LocalTime.of(8, 0).plusMinutes(QUARTER * (int) (draws.next() * 36));
    Duration duration = Duration.ofMinutes(QUARTER * (12 + (int) (draws.next() * 37)));
    double multiple = LEAST + (MOST - LEAST) * draws.next();
    Narrative.Builder narrative = Narrative.builder();
    narrative
        .id(String.format(Locale.ROOT, "RANDOM-%02d", index + 1))
        .title(cause.title() + " (" + (index + 1) + ")")
        .category(cause.category())
        .subtype(cause.subtype())
        .startDay(day)
        .startTime(start)
        .duration(duration)
        .shape(shape)
        .size(size(cause, shape, places, start, multiple))
        .places(places)
        .productShare(draws.next() < 0.75 ? 1 : 0.33)
        .leaves(rows(draws, index, cause));
    return narrative.build();
  }

  /** A city, a region, a chain in a region or a chain in all the country. */
  private static Places places(Draws draws) {
    Places.Builder places = Places.builder();
    double kind = draws.next();
    City city = one(draws, List.of(City.values()));
    Retailer retailer = one(draws, List.of(Retailer.values()));
    if (kind < 0.3) {
      places.addCities(city.title());
    } else if (kind < 0.55) {
      places.addRegions(city.region());
    } else if (kind < 0.8) {
      places.addRegions(city.region(), one(draws, List.of(City.values())).region());
      places.addRetailers(retailer.title());
    } else {
      places.addRetailers(retailer.title());
    }
    return places.share(0.7 + 0.3 * draws.next()).build();
  }

  /** The factor that makes the first step so many times the noise at a usual store there. */
  private static double size(
      CauseKind cause, ShapeFamily shape, Places places, LocalTime start, double multiple) {
    double[] expected =
        WorldStore.first(60).stream()
            .filter(store -> places.covers(store.store()))
            .mapToDouble(store -> store.format().usualUnits(start))
            .sorted()
            .toArray();
    double usual = expected.length == 0 ? 10 : expected[expected.length / 2];
    double noise = new CountNoise(WorldBuilder.OVERDISPERSION).deviation(usual);
    double size = 1 + cause.side() * multiple * noise / usual / shape.at(0);
    return Math.rint(Math.max(0, Math.min(10, size)) * 100) / 100;
  }

  private static List<ContextTrace> rows(Draws draws, int index, CauseKind cause) {
    boolean misleads = index % 4 == 1;
    boolean explains = index % 4 >= 2 || index % 8 == 1;
    List<ContextTrace> rows = new ArrayList<>();
    long before = quarters(draws, -4, 1);
    long length = quarters(draws, 12, 96);
    long wrongStart = draws.next() < 0.7 ? quarters(draws, -48, -12) : quarters(draws, 4, 12);
    CauseKind other =
        one(
            draws,
            Arrays.stream(CauseKind.values())
                .filter(k -> !k.category().equals(cause.category()))
                .toList());
    if (explains) {
      rows.add(row(draws, cause, before, length));
    }
    if (misleads) {
      rows.add(row(draws, other, wrongStart, length + 48));
    }
    return rows;
  }

  private static ContextTrace row(Draws draws, CauseKind cause, long start, long length) {
    long recorded = start + quarters(draws, -96, 8);
    ContextTrace.Builder row = ContextTrace.builder();
    row.kind(cause.isPaid() ? TraceKind.CAMPAIGN : TraceKind.CONTEXT_EVENT)
        .category(cause.category())
        .name(cause.title())
        .startsAfter(Duration.ofMinutes(QUARTER * start))
        .duration(Duration.ofMinutes(QUARTER * length))
        .recordedAfter(Duration.ofMinutes(QUARTER * recorded));
    if (cause.isPaid()) {
      return row.channel(cause.subtype()).build();
    }
    return row.subtype(cause.subtype())
        .source("simulated source")
        .severity(one(draws, List.of("low", "medium", "high")))
        .confidence(Math.rint((0.5 + draws.next() / 2) * 100) / 100)
        .build();
  }

  private static boolean clash(Narrative one, Narrative other) {
    long start = startMinute(one);
    long otherStart = startMinute(other);
    long apart = APART.toMinutes();
    boolean apartInTime =
        start > otherStart + other.duration().toMinutes() + apart
            || otherStart > start + one.duration().toMinutes() + apart;
    return !apartInTime
        && WorldStore.first(60).stream()
            .anyMatch(s -> one.places().covers(s.store()) && other.places().covers(s.store()));
  }

  private static long startMinute(Narrative narrative) {
    return narrative.startDay() * 1440L + narrative.startTime().toSecondOfDay() / 60;
  }

  private static long quarters(Draws draws, long from, long to) {
    return from + (long) (draws.next() * (to - from + 1));
  }

  private static <T> T one(Draws draws, List<T> of) {
    return of.get((int) (draws.next() * of.size()));
  }
}
