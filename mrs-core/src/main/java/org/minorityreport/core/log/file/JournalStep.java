package org.minorityreport.core.log.file;

/** What stands at a place of the journal. */
sealed interface JournalStep {
  /**
   * A commit.
   *
   * @param entry what it says
   * @param offset where it begins
   * @param hash its hash
   */
  record Whole(JournalEntry entry, long offset, Hash hash) implements JournalStep {}

  /**
   * A complete entry that does not check.
   *
   * @param position the position it should have
   * @param offset where it begins
   * @param why what is wrong
   */
  record Damaged(long position, long offset, String why) implements JournalStep {}

  /**
   * What a write that did not end has left.
   *
   * @param offset where it begins; it goes to the end
   */
  record Torn(long offset) implements JournalStep {}

  /**
   * Nothing more.
   *
   * @param offset the end
   */
  record End(long offset) implements JournalStep {}
}
