package org.minorityreport.examples.benchmarks.reading;

import java.nio.file.Path;
import java.util.Arrays;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;

/** All ways of reading that can be measured. */
public enum ReadingKind {
  /** Every byte, looked at by nobody. */
  BYTES("bytes", "reading the bytes"),
  /** Key fields only, by hand. */
  KEYSCAN("keyscan", "scanning the key fields by hand"),
  /** Whole rows, by Jackson. */
  JACKSON("jackson", "parsing every row with Jackson"),
  /** A query over the same files. */
  DUCKDB("duckdb", "DuckDB over the same files"),
  /** Hydration from the plain logs. */
  REBUILD("rebuild", "hydration without the store's cache"),
  /** Hydration with what the store keeps beside the logs. */
  REBUILD_CACHED("rebuild-cached", "hydration with the store's cache"),
  /** Hydration as of the commit in the middle. */
  ASOF_MIDDLE("asof-middle", "hydration as of the middle, without the cache"),
  /** Hydration and the top of the work list, from the start of the process. */
  FIRST_PAGE("first-page", "start of the process to the first page");

  private final String label;
  private final String description;

  ReadingKind(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** {@return the name on the command line} */
  public String label() {
    return label;
  }

  /** {@return what it does, in a few words} */
  public String description() {
    return description;
  }

  /** {@return whether it is measured without the folder {@code cache} of the store} */
  public boolean isWithoutCache() {
    return this == REBUILD || this == ASOF_MIDDLE;
  }

  /** {@return whether it looks at all rows and so must find what the others find} */
  public boolean isComparable() {
    return this != BYTES && this != ASOF_MIDDLE && this != FIRST_PAGE;
  }

  /**
   * Opens a reading. Not timed.
   *
   * @param store directory of a store
   * @param threads threads of a reading that says how many it takes
   * @return the reading
   * @throws Exception if it cannot be opened
   */
  public Reading open(Path store, int threads) throws Exception {
    return switch (this) {
      case BYTES -> new AllBytes(store, threads);
      case KEYSCAN -> new KeyScan(store, threads);
      case JACKSON -> new JacksonRows(store, threads);
      case DUCKDB -> DuckDbQuery.open(store, threads);
      case REBUILD, REBUILD_CACHED -> new HydratedStore(store, head -> AsOf.now());
      case ASOF_MIDDLE ->
          new HydratedStore(
              store, head -> AsOf.atPosition(CommitPosition.of((head.value() + 1) / 2)));
      case FIRST_PAGE -> new FirstPage(store);
    };
  }

  /**
   * Looks a kind up.
   *
   * @param label its name on the command line
   * @return the kind
   * @throws IllegalArgumentException if there is none, listing those there are
   */
  public static ReadingKind byLabel(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + label
                        + "' is nothing that can be measured; there are "
                        + Arrays.stream(values()).map(ReadingKind::label).toList()));
  }
}
