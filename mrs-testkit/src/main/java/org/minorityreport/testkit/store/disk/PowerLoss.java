package org.minorityreport.testkit.store.disk;

/** What a loss of power leaves of what was not forced. All of these happen on real machines. */
public enum PowerLoss {
  /** Nothing: no content, no truncation, no name of a file whose directory was not forced. */
  KEEPS_NOTHING,
  /** Names and lengths of files; bytes that were not forced are zero. */
  KEEPS_LENGTHS,
  /** This file and not that one, in any combination: the order of writing means nothing. */
  KEEPS_SOME
}
