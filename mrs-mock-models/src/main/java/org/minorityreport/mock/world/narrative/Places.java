package org.minorityreport.mock.world.narrative;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/**
 * Which stores a narrative is about, by what they are and never by id.
 *
 * <p>A store is covered if it belongs to one of the retailers and lies in one of the regions or
 * cities; an empty list of retailers, or of regions and cities both, excludes nobody. Immutable.
 */
@Value.Immutable
@MrsValue
public interface Places {
  /** {@return the retailers; empty: all} */
  List<String> retailers();

  /** {@return the regions; with cities empty too: everywhere} */
  List<String> regions();

  /** {@return the cities, beside those of the regions} */
  List<String> cities();

  /** {@return the share of the covered stores at which it happens, above 0 up to 1} */
  @Value.Default
  default double share() {
    return 1;
  }

  /**
   * Whether a store is one of those that the share is drawn from.
   *
   * @param store any store
   * @return true if retailer and place agree
   */
  default boolean covers(Store store) {
    boolean retailer = retailers().isEmpty() || retailers().contains(store.retailer());
    boolean anywhere = regions().isEmpty() && cities().isEmpty();
    return retailer
        && (anywhere
            || store.region().filter(regions()::contains).isPresent()
            || store.city().filter(cities()::contains).isPresent());
  }

  /** Checks the names and the share. */
  @Value.Check
  default void check() {
    retailers().forEach(name -> Rules.name("places.retailers", name));
    regions().forEach(name -> Rules.name("places.regions", name));
    cities().forEach(name -> Rules.name("places.cities", name));
    Rules.check(share() > 0 && share() <= 1, "places.share", share(), "above 0 and at most 1");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Places}; one thread at a time. */
  final class Builder extends ImmutablePlaces.Builder {
    Builder() {}
  }
}
