package org.minorityreport.testkit.store.kill;

/** What a loose store can do wrong. */
enum LooseFault {
  /** Keeps rows in its own memory after it has acknowledged them. */
  WRITES_LATER,
  /** Takes slices for a commit that has no end. */
  TAKES_HALF_A_COMMIT,
  /** Says nothing about what it cuts off. */
  CUTS_SILENTLY,
  /** Lets anybody write. */
  TAKES_NO_LOCK
}
