package org.minorityreport.core.hydrate;

import static org.minorityreport.api.view.ValueSource.ATTRIBUTION;
import static org.minorityreport.api.view.ValueSource.CLUSTERED;
import static org.minorityreport.api.view.ValueSource.COHORT;
import static org.minorityreport.api.view.ValueSource.DETECTED;
import static org.minorityreport.api.view.ValueSource.ENDED;
import static org.minorityreport.api.view.ValueSource.FINALISED;
import static org.minorityreport.api.view.ValueSource.REREVIEW;
import static org.minorityreport.api.view.ValueSource.UI;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.view.ValueSource;

/**
 * Fields of a hydrated row that come from one row together. The first eight are those of spec 4.6,
 * with their sources in the order of precedence; the others are computed, and have none.
 */
public enum FieldGroup {
  /** The start of the window. */
  WINDOW_START(UI, DETECTED),
  /** The end of the window, and how it came to it. */
  WINDOW_END(UI, ENDED, DETECTED),
  /** Store, products, severity and direction. */
  STRUCTURE(DETECTED, CLUSTERED, ATTRIBUTION, COHORT),
  /** Units, money and members. */
  TOTALS(UI, DETECTED, CLUSTERED, ATTRIBUTION, COHORT),
  /** The cluster. */
  CLUSTER(REREVIEW, CLUSTERED),
  /** Three causes and what speaks for the first. */
  PROPOSED(REREVIEW, ATTRIBUTION),
  /** The event. */
  GROUP_ID(UI, COHORT),
  /** The decision. */
  FINAL(FINALISED),
  /** What makes the row this row. */
  IDENTITY(),
  /** What was said first, by the rows of the stages that came first. */
  FIRST(),
  /** What stores_log says of the store. */
  STORE(),
  /** How far people are: edits, decisions and later looks together. */
  REVIEW(),
  /** What was missing and how far it got: all rows and stage runs together. */
  STATUS(),
  /** Where the rest comes from. */
  PROVENANCE();

  private final ImmutableList<ValueSource> sources;

  FieldGroup(ValueSource... sources) {
    this.sources = ImmutableList.copyOf(sources);
  }

  /** {@return its name in source_used_ fields} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return its sources, the one that wins first; none if it is computed} */
  public List<ValueSource> sources() {
    return sources;
  }
}
