package org.minorityreport.core.decision;

import java.util.Comparator;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.model.Season;

/**
 * What reports have in common that are counted together. Immutable.
 *
 * @param category of the cause that people confirmed
 * @param store where
 * @param season when it began
 */
public record ConfirmedIn(String category, StoreId store, Season season)
    implements Comparable<ConfirmedIn> {
  private static final Comparator<ConfirmedIn> ORDER =
      Comparator.comparing(ConfirmedIn::category)
          .thenComparing(ConfirmedIn::store)
          .thenComparing(ConfirmedIn::season);

  @Override
  public int compareTo(ConfirmedIn other) {
    return ORDER.compare(this, other);
  }
}
