package org.minorityreport.core.log.file;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.minorityreport.core.log.disk.DiskFile;

/** Writes entries at the end of the journal. One thread at a time. */
final class JournalWriter implements Closeable {
  private final DiskFile file;
  private long end;
  private Hash hash;
  private Hash before;
  private long last;
  private final ByteArrayOutputStream staged = new ByteArrayOutputStream();
  private Hash stagedHash;
  private Hash stagedBefore;
  private long stagedLast;

  private JournalWriter(DiskFile file, long last, long end, Hash before, Hash hash) {
    this.file = file;
    this.end = end;
    this.hash = hash;
    this.before = before;
    this.last = last;
    this.stagedHash = hash;
    this.stagedBefore = before;
    this.stagedLast = last;
  }

  /**
   * Opens the journal where its last entry ends.
   *
   * <p>All of it is forced first: a process that was killed may have left an entry that readers see
   * and a loss of power would take. It is written again before, because a disk whose force failed
   * once may think that it has nothing left to write.
   *
   * @param last where the last entry begins
   * @param end where it ends
   * @param before hash of the entry before
   * @param hash its hash
   */
  static JournalWriter open(StoreFiles files, long last, long end, Hash before, Hash hash)
      throws IOException {
    DiskFile file = files.disk().openToWrite(files.at(StoreFiles.JOURNAL));
    try {
      if (last < end) {
        ByteBuffer entry = ByteBuffer.allocate(Math.toIntExact(end - last));
        file.read(entry, last);
        file.write(entry.flip(), last);
      }
      file.force();
      return new JournalWriter(file, last, end, before, hash);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  Hash hash() {
    return hash;
  }

  long end() {
    return end;
  }

  /**
   * Puts an entry behind the last one; it is in no file yet.
   *
   * @return its hash
   */
  Hash stage(JournalEntry entry) {
    byte[] json = EntryText.json(entry);
    Hash next = stagedHash.next(json);
    stagedLast = end + staged.size();
    staged.writeBytes(EntryFrame.bytes(next.bytes(), json));
    stagedBefore = stagedHash;
    stagedHash = next;
    return next;
  }

  /** Writes the staged entries and makes them last: from then on their commits exist. */
  void write() throws IOException {
    file.write(ByteBuffer.wrap(staged.toByteArray()), end);
    file.force();
    end += staged.size();
    last = stagedLast;
    before = stagedBefore;
    hash = stagedHash;
    staged.reset();
  }

  /** Where it stands. */
  CommitCacheEnd place(long position) {
    return new CommitCacheEnd(position, last, end, before, hash);
  }

  /** Takes back what was staged and what a failed write may have left. */
  void cut() throws IOException {
    staged.reset();
    stagedHash = hash;
    file.truncate(end);
    file.force();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
