package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.minorityreport.core.log.disk.DiskFile;

/**
 * What the journal says, as numbers in one file, so that opening a store does not read its whole
 * journal. It counts only if its checksums match, the entry where it ends is in the journal and
 * sound, and all segments are as long as it says; otherwise the journal is read. One thread at a
 * time.
 */
final class CommitCache {
  private static final String NAME = "commits";
  private static final long MAGIC = 0x4d52532d434f4d31L; // MRS-COM1

  /** The number above and CRC32C of all that follows. */
  private static final int HEADER = Long.BYTES + Integer.BYTES;

  /** Beyond that many bytes the journal is read. */
  private static final long LARGEST = 1L << 30;

  private final StoreFiles files;

  CommitCache(StoreFiles files) {
    this.files = files;
  }

  /** What is in the cache, if it counts. */
  Optional<Known> load() {
    try {
      Optional<ByteBuffer> content = content();
      if (content.isEmpty()) {
        return Optional.empty();
      }
      CommitCacheEnd end = CommitCacheEnd.read(content.get());
      if (!isInJournal(end)) {
        return Optional.empty();
      }
      CommitHistory history = new CommitHistory();
      history.load(content.get(), end.position());
      return areThere(history) ? Optional.of(new Known(history, end)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // of another library, perhaps; the journal has it all
    }
  }

  /** Writes what a history knows; if that fails, opening takes longer. */
  void write(CommitHistory history, CommitCacheEnd end) {
    long size = HEADER + CommitCacheEnd.BYTES + history.bytes();
    if (size > LARGEST) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.allocate((int) size).position(HEADER);
      end.write(bytes);
      history.write(bytes);
      bytes.putLong(0, MAGIC).putInt(Long.BYTES, crc(bytes)).position(0);
      files.replace(folder(), NAME, bytes);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return; // a cache must not stop what needs none
    }
  }

  /** The cache, if it changed since it was written. */
  Optional<Finding> fault() throws IOException {
    return files.disk().exists(path()) && content().isEmpty()
        ? Optional.of(KeyCache.damaged(StoreFiles.CACHE + "/" + NAME))
        : Optional.empty();
  }

  /** What follows the header, if the header is right. */
  private Optional<ByteBuffer> content() throws IOException {
    if (!files.disk().exists(path())) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(files.content(path()));
    return bytes.limit() > HEADER + CommitCacheEnd.BYTES
            && bytes.getLong(0) == MAGIC
            && bytes.getInt(Long.BYTES) == crc(bytes)
        ? Optional.of(bytes.position(HEADER))
        : Optional.empty();
  }

  private static int crc(ByteBuffer bytes) {
    return KeyFileHeader.crc(bytes.duplicate().position(HEADER).limit(bytes.capacity()));
  }

  private Path folder() {
    return files.at(StoreFiles.CACHE);
  }

  private Path path() {
    return folder().resolve(NAME);
  }

  private boolean isInJournal(CommitCacheEnd end) throws IOException {
    try (DiskFile journal = files.disk().openToRead(files.at(StoreFiles.JOURNAL))) {
      if (journal.size() < end.offset()) {
        return false;
      }
      ByteBuffer entry = ByteBuffer.allocate(Math.toIntExact(end.offset() - end.lastOffset()));
      journal.read(entry, end.lastOffset());
      byte[] bytes = entry.array();
      return EntryFrame.length(Arrays.copyOf(bytes, EntryFrame.HEADER)) == bytes.length
          && EntryFrame.isSeparated(bytes)
          && new Hash(EntryFrame.hash(bytes)).equals(end.hash())
          && end.before().next(EntryFrame.json(bytes)).equals(end.hash());
    }
  }

  /** In a copy taken while the store was written, segments may be shorter. */
  private boolean areThere(CommitHistory found) throws IOException {
    for (LogHistory log : found.logs()) {
      SlicePlace last = log.last();
      for (int segment = 1; last != null && segment <= last.segment(); segment++) {
        if (files.size(files.segment(log.log(), segment)) < log.covered(segment)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * What a cache knows.
   *
   * @param history all commits up to the end
   * @param end where that is
   */
  record Known(CommitHistory history, CommitCacheEnd end) {}
}
