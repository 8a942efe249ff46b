package org.minorityreport.examples.benchmarks.candidate;

import java.nio.file.Path;
import java.util.Arrays;

/** All that can be measured. */
public enum CandidateKind {
  /** Ready bytes, written and forced: nothing durable is faster. */
  WRITE("write", "write and force of ready bytes"),
  /** JSON by Jackson, thrown away. */
  SERIALISE("serialise", "canonical JSON by Jackson, nothing kept"),
  /** JSON by Jackson, written and forced. */
  JACKSON("jackson", "canonical JSON by Jackson, write and force"),
  /** JSON by a Jackson without our settings, written and forced. */
  PLAIN_JACKSON("jackson-plain", "JSON by Jackson as it comes, write and force"),
  /** The log store with all that it promises. */
  STORE("store", "the log store"),
  /** The log store, given rows that it has. */
  REPLAY("replay", "the log store, given the rows that it has"),
  /** SQLite, keyed by time. */
  SQLITE("sqlite", "SQLite keyed by time, WAL, synchronous=FULL"),
  /** RocksDB, asked before each put. */
  ROCKSDB("rocksdb", "RocksDB with get before put, synced");

  private final String label;
  private final String description;

  CandidateKind(String label, String description) {
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

  /** {@return whether it is measured on several threads too if nothing else is asked for} */
  public boolean isAlsoSideBySide() {
    return this == SERIALISE || this == JACKSON || this == STORE || this == REPLAY;
  }

  /** {@return whether it has work to do when it is closed} */
  public boolean isStore() {
    return this == STORE || this == SQLITE || this == ROCKSDB;
  }

  /** {@return whether the rows are put in once before they are timed} */
  public boolean isReplay() {
    return this == REPLAY;
  }

  /**
   * Opens the candidate.
   *
   * @param directory an empty directory for what it keeps
   * @param threads threads that make JSON
   * @return the candidate
   * @throws Exception if it cannot be opened
   */
  public Candidate open(Path directory, int threads) throws Exception {
    SideBySide encoders = new SideBySide(threads);
    return switch (this) {
      case WRITE -> new ReadyBytes(directory);
      case SERIALISE -> new SerialisedOnly(encoders);
      case JACKSON -> SerialisedFile.canonical(directory, encoders);
      case PLAIN_JACKSON -> SerialisedFile.plain(directory, encoders);
      case STORE, REPLAY -> new StoreCandidate(directory, encoders);
      case SQLITE -> new SqliteCandidate(directory, encoders);
      case ROCKSDB -> new RocksDbCandidate(directory, encoders);
    };
  }

  /**
   * Looks a kind up.
   *
   * @param label its name on the command line
   * @return the kind
   * @throws IllegalArgumentException if there is none, listing those there are
   */
  static CandidateKind byLabel(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + label
                        + "' is nothing that can be measured; there are "
                        + Arrays.stream(values()).map(CandidateKind::label).toList()));
  }
}
