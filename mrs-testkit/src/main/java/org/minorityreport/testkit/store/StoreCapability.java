package org.minorityreport.testkit.store;

/** What a store can do beyond keeping rows. All are expected of it unless it declines them. */
public enum StoreCapability {
  /** Tells the time of a commit by the clock it is given, not by one of its own. */
  TAKES_A_CLOCK,
  /** Keeps what was appended when it is closed and opened again. */
  LASTS,
  /** Refuses a second writer at the same place. */
  HAS_ONE_WRITER,
  /** Can be opened for reading beside its writer, as another process would. */
  IS_READ_ELSEWHERE,
  /** Finds what was changed in its storage behind its back. */
  VERIFIES,
  /** Does all reading and writing through the disk that it is given. */
  TAKES_A_DISK
}
