package org.minorityreport.mock.world;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;

/** A store of the simulated world and its format. */
record WorldStore(Store store, StoreFormat format) {
  static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** The first stores of an endless row: a larger world has the stores of a smaller one. */
  static List<WorldStore> first(int count) {
    List<WorldStore> stores = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      stores.add(numbered(i));
    }
    return List.copyOf(stores);
  }

  /** Rounds over the cities, the chains moving on by one each round, so that they mix evenly. */
  private static WorldStore numbered(int index) {
    City[] cities = City.values();
    int place = index % cities.length;
    int round = index / cities.length;
    City city = cities[place];
    Retailer[] chains = Retailer.values();
    Retailer retailer = chains[(round + place) % chains.length];
    StoreFormat format = retailer.format(round / chains.length + place);
    String id = String.format(Locale.ROOT, "STORE_%s_%03d", city.code(), round + 1);
    Store store =
        Store.builder()
            .storeId(StoreId.of(id))
            .retailer(retailer.title())
            .name(retailer.title() + " " + city.title() + " " + (round + 1))
            .city(city.title())
            .region(city.region())
            .country("GB")
            .lat(near(city.lat(), id, "lat"))
            .lon(near(city.lon(), id, "lon"))
            .format(format.wireName())
            .timeZone(ZONE.getId())
            .build();
    return new WorldStore(store, format);
  }

  /** A coordinate a few kilometres about the middle of the city, the same in every world. */
  private static double near(double middle, String id, String axis) {
    double shifted = middle + 0.08 * (Draws.share(0, id, axis) - 0.5);
    return Math.rint(shifted * 1e4) / 1e4;
  }
}
