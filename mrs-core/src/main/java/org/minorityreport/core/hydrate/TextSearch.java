package org.minorityreport.core.hydrate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.view.MinorityReport;

/**
 * Finds a text in others, whatever the case of letters. Names come again in many reports and are
 * looked through once; ids do not, and are looked through only for what can be part of one. One
 * thread at a time.
 */
final class TextSearch {
  private static final Pattern PART_OF_ID = Pattern.compile("[mre0-9a-f-]{1,35}");

  private final String text;
  private final boolean canBeInId;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<StoreId, Boolean> knownPlaces = new HashMap<>();

  TextSearch(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
    this.canBeInId = PART_OF_ID.matcher(this.text).matches();
  }

  boolean in(Optional<String> value) {
    return value.isPresent() && in(value.get());
  }

  boolean in(String value) {
    return known.computeIfAbsent(value, this::contains);
  }

  boolean inAny(List<Sku> skus) {
    for (Sku sku : skus) {
      if (in(sku.value())) {
        return true;
      }
    }
    return false;
  }

  /** Looks through a store and where it is: in one view all its reports say the same of it. */
  boolean inPlace(MinorityReport report) {
    return knownPlaces.computeIfAbsent(
        report.storeId(),
        store ->
            contains(store.value())
                || in(report.retailer())
                || in(report.city())
                || in(report.region()));
  }

  /** {@return whether it is part of the id of a report or an event} */
  boolean inId(String id) {
    return canBeInId && contains(id);
  }

  private boolean contains(String value) {
    return value.toLowerCase(Locale.ROOT).contains(text);
  }
}
