package org.minorityreport.core.cohorting;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Direction;
import org.minorityreport.core.event.CauseShare;

/** Names of events: that of the cause, or what is unexplained and where. */
final class EventName {
  private EventName() {}

  static String of(CauseShare cause, Direction direction, Collection<Store> stores) {
    return cause.isUnknown()
        ? "Unexplained " + direction.name().toLowerCase(Locale.ROOT) + ", " + place(stores)
        : cause.cause();
  }

  /** The smallest place that holds all stores. */
  private static String place(Collection<Store> stores) {
    return shared(stores, Store::city)
        .or(() -> shared(stores, Store::region))
        .or(
            () ->
                shared(stores, store -> Optional.of(store.name().orElse(store.storeId().value()))))
        .or(() -> shared(stores, Store::country))
        .orElse("several places");
  }

  private static Optional<String> shared(
      Collection<Store> stores, Function<Store, Optional<String>> property) {
    List<Optional<String>> values = stores.stream().map(property).distinct().toList();
    return values.size() == 1 ? values.get(0) : Optional.empty();
  }
}
