package org.minorityreport.examples.benchmarks.fold;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is done with the sales. */
public enum FoldKind {
  /** Plain floor: seasonal median and MAD over primitive arrays, not causal, no windows. */
  PLAIN("plain median and MAD over arrays, not causal"),
  /** Baseline, classifier, windows and members, with the rows of each UTC day, kept nowhere. */
  FOLD("detection in one pass, no logs"),
  /** The whole run of all ticks, all logs forced to disk. */
  DURABLE("all stages of all ticks, logs durable"),
  /** The same in a heap of 1 GiB. */
  SMALL_HEAP("the same in a heap of 1 GiB"),
  /** A day of ten times the stores, whose sales are read as asked for, in a heap of 1 GiB. */
  STREAMED("a day of ten times the stores, sales streamed, logs durable, in a heap of 1 GiB"),
  /** Sales read from CSV files and folded, kept nowhere. */
  CSV("CSV files read, then detection in one pass, no logs"),
  /** One tick with reports and events open, durable, and the view refreshed after it. */
  TICK("one tick, durable and hydrated");

  private final String description;

  FoldKind(String description) {
    this.description = description;
  }

  /** {@return what people read} */
  public String description() {
    return description;
  }

  /** {@return the name on the command line} */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return all names} */
  public static List<String> labels() {
    return Arrays.stream(values()).map(FoldKind::label).toList();
  }

  /**
   * The kind of a name.
   *
   * @param label one of {@link #labels()}
   * @return the kind
   * @throws IllegalArgumentException if there is none, with those that there are
   */
  public static FoldKind byLabel(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + label + "' is none of " + labels()));
  }
}
