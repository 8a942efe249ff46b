package org.minorityreport.core.provenance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minorityreport.core.provenance.Place.RefRow;

/**
 * Where a shown value comes from.
 *
 * @param rule how it is computed from the places; empty if it stands there as it is shown
 * @param places fields of rows; empty if no row gives it
 */
record Origin(Optional<String> rule, List<Place> places) {

  /** A value that stands in a row. */
  static Origin standsIn(RefRow row, String path) {
    return new Origin(Optional.empty(), List.of(new Place(row, path)));
  }

  /** A value that is computed from what stands in some rows. */
  static Origin computed(String rule, String path, Stream<RefRow> rows) {
    return new Origin(Optional.of(rule), rows.map(row -> new Place(row, path)).toList());
  }

  /** A value that is computed from what others come from; places they share count once. */
  static Origin computed(String rule, Stream<Origin> parts) {
    LinkedHashSet<Place> places = new LinkedHashSet<>();
    parts.forEach(part -> places.addAll(part.places()));
    return new Origin(Optional.of(rule), List.copyOf(places));
  }

  /** {@return the one row that the value comes from, if there is just one} */
  Optional<RefRow> row() {
    return places.size() == 1 ? Optional.of(places.get(0).row()) : Optional.empty();
  }
}
