package org.minorityreport.core.log.file;

import java.util.List;

/**
 * How far the journal was read. One thread at a time.
 *
 * <p>Behind a damaged entry it goes on: an entry is checked against the hash that the damaged one
 * states and against the one that its JSON makes, of which a single fault leaves one right.
 */
final class JournalPlace {
  private long offset;
  private long position;
  private long wholePosition;
  private List<Hash> hashes;
  private boolean seenDamage;

  private JournalPlace(JournalPlace from) {
    this.offset = from.offset;
    this.position = from.position;
    this.wholePosition = from.wholePosition;
    this.hashes = from.hashes;
    this.seenDamage = from.seenDamage;
  }

  /** The beginning of a journal. */
  JournalPlace(Hash first) {
    this.hashes = List.of(first);
  }

  JournalPlace copy() {
    return new JournalPlace(this);
  }

  long offset() {
    return offset;
  }

  /** Position of the last entry passed, damaged or not. */
  long position() {
    return position;
  }

  /** Hash of the last entry passed, or what it states. */
  Hash hash() {
    return hashes.get(0);
  }

  /** Whether an entry before this place was damaged, so that counts may have a gap. */
  boolean hasSeenDamage() {
    return seenDamage;
  }

  void moveTo(JournalPlace other) {
    offset = other.offset;
    position = other.position;
    wholePosition = other.wholePosition;
    hashes = other.hashes;
    seenDamage = other.seenDamage;
  }

  boolean linksTo(byte[] json, Hash stated) {
    return hashes.stream().anyMatch(hash -> hash.next(json).equals(stated));
  }

  boolean expects(long next) {
    return position == wholePosition ? next == position + 1 : next > wholePosition;
  }

  void pass(int length, long passed, Hash hash) {
    offset += length;
    position = passed;
    wholePosition = passed;
    hashes = List.of(hash);
  }

  /** Goes to where a cache ends. */
  void skipTo(CommitCacheEnd end) {
    offset = end.offset();
    position = end.position();
    wholePosition = end.position();
    hashes = List.of(end.hash());
  }

  void passDamaged(int length, byte[] json, Hash stated) {
    offset += length;
    position++;
    hashes = List.of(stated, hash().next(json));
    seenDamage = true;
  }
}
