package org.minorityreport.mock.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.id.Sku;

/** A product with its price, the same at every store. */
record Product(Sku sku, long priceCents) {
  /** The first products of an endless row, the same in every world. */
  static List<Product> first(int count) {
    List<Product> products = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      String name = String.format(Locale.ROOT, "SKU-%03d", i);
      long tens = 12 + (long) (50 * Draws.share(0, name, "price"));
      products.add(new Product(Sku.of(name), 10 * tens + 9)); // 1.29 to 6.19, as shelves show them
    }
    return List.copyOf(products);
  }
}
