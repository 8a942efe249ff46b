package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.core.log.disk.DiskFile;

/** Walks through the journal from a place whose hash is known. One thread at a time. */
final class JournalCursor {
  private static final int WINDOW = 1 << 20;

  private final DiskFile file;
  private final long size;
  private final JournalPlace place;
  private byte[] window = new byte[0];
  private long windowStart;

  /**
   * A cursor.
   *
   * @param file the journal
   * @param size how much of it to look at
   * @param place where to begin; it moves with the cursor
   */
  JournalCursor(DiskFile file, long size, JournalPlace place) {
    this.file = file;
    this.size = size;
    this.place = place;
  }

  JournalStep next() throws IOException {
    long offset = place.offset();
    if (offset >= size) {
      return new JournalStep.End(offset);
    }
    long left = size - offset;
    if (left < EntryFrame.HEADER) {
      return new JournalStep.Torn(offset);
    }
    int length = EntryFrame.length(bytes(offset, EntryFrame.HEADER));
    if (length < 0) {
      return isZeroToTheEnd(offset) ? new JournalStep.Torn(offset) : damagedHeader(offset);
    }
    if (left < length) {
      return new JournalStep.Torn(offset);
    }
    return entry(bytes(offset, length));
  }

  private JournalStep entry(byte[] bytes) {
    byte[] json = EntryFrame.json(bytes);
    Hash stated = new Hash(EntryFrame.hash(bytes));
    if (!place.linksTo(json, stated) || !EntryFrame.isSeparated(bytes)) {
      return damaged(bytes, "its SHA-256 does not match what it says");
    }
    JournalEntry entry;
    try {
      entry = EntryText.read(json);
    } catch (ContractException e) {
      return damaged(bytes, String.valueOf(e.getMessage()));
    }
    if (!place.expects(entry.position())) {
      return damaged(bytes, "it says position " + entry.position());
    }
    long offset = place.offset();
    place.pass(bytes.length, entry.position(), stated);
    return new JournalStep.Whole(entry, offset, stated);
  }

  private JournalStep damagedHeader(long offset) throws IOException {
    long end = offset;
    byte found = 0;
    while (end < size && found != '\n') {
      found = bytes(end, 1)[0];
      end++;
    }
    return damaged(bytes(offset, Math.toIntExact(end - offset)), "its length does not check");
  }

  private JournalStep damaged(byte[] bytes, String why) {
    long offset = place.offset();
    place.passDamaged(bytes.length, EntryFrame.json(bytes), new Hash(EntryFrame.hash(bytes)));
    return new JournalStep.Damaged(place.position(), offset, why);
  }

  private boolean isZeroToTheEnd(long offset) throws IOException {
    for (long at = offset; at < size; at++) {
      if (bytes(at, 1)[0] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of the file, through a window of it. */
  private byte[] bytes(long from, int length) throws IOException {
    if (from < windowStart || from + length > windowStart + window.length) {
      int want = (int) Math.min(Math.max(WINDOW, length), size - from);
      ByteBuffer buffer = ByteBuffer.allocate(want);
      file.read(buffer, from);
      if (buffer.hasRemaining()) {
        throw new IOException("the journal became shorter than " + size + " while it was read");
      }
      window = buffer.array();
      windowStart = from;
    }
    int at = (int) (from - windowStart);
    return Arrays.copyOfRange(window, at, at + length);
  }
}
