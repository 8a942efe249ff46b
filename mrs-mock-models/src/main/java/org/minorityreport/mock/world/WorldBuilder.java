package org.minorityreport.mock.world;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.Rules;
import org.minorityreport.mock.world.narrative.FeedFault;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.mock.world.narrative.Places;

/** Collects the settings of a {@link World}; one thread at a time. */
public final class WorldBuilder {
  static final double OVERDISPERSION = 0.002;

  long seed = 1;
  int stores = 60;
  int skus = 3;
  int days = 8;
  LocalDate firstDay = LocalDate.of(2025, 8, 5);
  Cadence cadence = Cadence.of(Duration.ofMinutes(15));
  double overdispersion = OVERDISPERSION;
  NarrativeLibrary narratives = NarrativeLibrary.shipped();
  boolean drivers;

  WorldBuilder() {}

  /**
   * Sets the seed of all chance; 1 unless set.
   *
   * @param seed any number
   * @return this builder
   */
  public WorldBuilder seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Sets whether inputs have drivers; they have none unless set.
   *
   * @param measured whether prices, discounts and weather are handed in with the sales
   * @return this builder
   */
  public WorldBuilder drivers(boolean measured) {
    this.drivers = measured;
    return this;
  }

  /**
   * Sets the number of stores; 60 unless set.
   *
   * @param stores 1 or more; a smaller world has the first stores of a larger one
   * @return this builder
   */
  public WorldBuilder stores(int stores) {
    Rules.check(stores >= 1, "stores", stores, "1 or more");
    this.stores = stores;
    return this;
  }

  /**
   * Sets the number of products; 3 unless set.
   *
   * @param skus 1 or more
   * @return this builder
   */
  public WorldBuilder skus(int skus) {
    Rules.check(skus >= 1, "skus", skus, "1 or more");
    this.skus = skus;
    return this;
  }

  /**
   * Sets the number of days after the warm-up; 8 unless set: two quiet and six eventful ones.
   *
   * @param days 1 or more
   * @return this builder
   */
  public WorldBuilder days(int days) {
    Rules.check(days >= 1, "days", days, "1 or more");
    this.days = days;
    return this;
  }

  /**
   * Sets the first day after the warm-up; 2025-08-05 unless set. Steps begin at its midnight UTC.
   *
   * @param firstDay any date; happenings move along with it
   * @return this builder
   */
  public WorldBuilder firstDay(LocalDate firstDay) {
    this.firstDay = Objects.requireNonNull(firstDay, "firstDay");
    return this;
  }

  /**
   * Sets the length of the steps; 15 minutes unless set.
   *
   * @param cadence any cadence
   * @return this builder
   */
  public WorldBuilder cadence(Cadence cadence) {
    this.cadence = Objects.requireNonNull(cadence, "cadence");
    return this;
  }

  /**
   * Sets by how much counts vary more than by chance of single sales; 0.002 unless set.
   *
   * @param overdispersion 0 (Poisson) to 1; the variance of a count is mean + this x mean squared
   * @return this builder
   */
  public WorldBuilder overdispersion(double overdispersion) {
    Rules.share("overdispersion", overdispersion);
    this.overdispersion = overdispersion;
    return this;
  }

  /**
   * Sets what may happen; the shipped library unless set.
   *
   * @param narratives the library
   * @return this builder
   * @throws InvalidInputException if a narrative or fault names a place that no world has
   */
  public WorldBuilder narratives(NarrativeLibrary narratives) {
    for (Narrative narrative : narratives.narratives()) {
      requireKnown(narratives, "narrative '" + narrative.id() + "'", narrative.places());
    }
    for (FeedFault fault : narratives.feedFaults()) {
      requireKnown(narratives, "feed fault '" + fault.id() + "'", fault.places());
    }
    this.narratives = narratives;
    return this;
  }

  /**
   * The world of these settings.
   *
   * @return a world
   */
  public World build() {
    return new World(this);
  }

  private static void requireKnown(NarrativeLibrary library, String entry, Places places) {
    requireKnown(library, entry, "places.retailers", places.retailers(), Retailer.titles());
    requireKnown(library, entry, "places.regions", places.regions(), City.regions());
    requireKnown(library, entry, "places.cities", places.cities(), City.titles());
  }

  private static void requireKnown(
      NarrativeLibrary library,
      String entry,
      String field,
      List<String> names,
      List<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        throw new InvalidInputException(
            library.source(),
            entry + ": " + Rules.broken(field, name, "one of " + known).getMessage());
      }
    }
  }
}
