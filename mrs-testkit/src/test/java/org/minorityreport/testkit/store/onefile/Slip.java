package org.minorityreport.testkit.store.onefile;

/** What the author of a store may get wrong, each in a line or two. */
public enum Slip {
  /** A guard is never looked at. */
  IGNORES_GUARDS,
  /**
   * Opening takes the last commit for one that was not written to its end: {@code >=} for {@code
   * >}.
   */
  LOSES_THE_TAIL,
  /** Opening fills what is read, but not what versions are taken from. */
  FORGETS_VERSIONS,
  /** The lock is asked for, its answer not looked at. */
  ACCEPTS_TWO_WRITERS,
  /** A commit is shown to readers before it is written. */
  SHOWS_BEFORE_WRITING,
  /** After a failure the store goes on as if nothing had happened. */
  GOES_ON_AFTER_A_FAILURE,
  /** A full disk is somebody else's problem. */
  SWALLOWS_A_FULL_DISK,
  /** Each slice is written as a record of its own. */
  TEARS_A_BATCH,
  /** What was written is not forced. */
  LIES_ABOUT_DURABILITY,
  /** A new file gets its name before its content is forced. */
  FORGETS_FSYNC_ORDER,
  /** The checksum is written and never compared. */
  HIDES_A_FLIPPED_BIT
}
