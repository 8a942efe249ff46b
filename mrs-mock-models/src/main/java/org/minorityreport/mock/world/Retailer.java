package org.minorityreport.mock.world;

import java.util.Arrays;
import java.util.List;

/** The fictional chains; the format of their stores goes with the chain. */
enum Retailer {
  NORTHWAY("Northway", StoreFormat.SUPERSTORE, StoreFormat.SUPERSTORE),
  FAIRFIELD_MARKET("Fairfield Market", StoreFormat.SUPERSTORE, StoreFormat.CONVENIENCE),
  CORNER("Corner & Co", StoreFormat.CONVENIENCE, StoreFormat.CONVENIENCE),
  PLATFORM("Platform Pantry", StoreFormat.EXPRESS, StoreFormat.EXPRESS);

  private final String title;
  private final StoreFormat even;
  private final StoreFormat odd;

  Retailer(String title, StoreFormat even, StoreFormat odd) {
    this.title = title;
    this.even = even;
    this.odd = odd;
  }

  String title() {
    return title;
  }

  /** The format of a store of the chain, which alternates where the chain has two. */
  StoreFormat format(int number) {
    return number % 2 == 0 ? even : odd;
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(Retailer::title).toList();
  }
}
