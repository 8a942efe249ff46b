package org.minorityreport.mock.world.narrative;

import java.util.Arrays;
import java.util.Locale;
import org.minorityreport.api.value.Rules;

/** What goes wrong on the way from a till to the system. */
public enum FeedFaultKind {
  /** Rows that never arrive. */
  GAP,
  /** Rows that arrive later, in a delivery of their own. */
  LATE,
  /** Rows that arrive wrong and are sent again right. */
  CORRECTED;

  /**
   * The name as it stands in files.
   *
   * @return lower-case
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FeedFaultKind parse(String field, String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> Rules.broken(field, text, "gap, late or corrected"));
  }
}
