package org.minorityreport.mock.world.narrative;

import java.util.Arrays;
import java.util.Locale;
import org.minorityreport.api.value.Rules;

/** The table in which a narrative leaves a row. */
public enum TraceKind {
  /** A row among the campaigns. */
  CAMPAIGN,
  /** A row among the context events. */
  CONTEXT_EVENT;

  /**
   * The name as it stands in files.
   *
   * @return lower-case with underscores
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TraceKind parse(String field, String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName().equals(text))
        .findFirst()
        .orElseThrow(() -> Rules.broken(field, text, "campaign or context_event"));
  }
}
