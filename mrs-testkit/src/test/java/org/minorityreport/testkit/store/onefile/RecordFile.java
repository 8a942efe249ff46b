package org.minorityreport.testkit.store.onefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.disk.DiskFile;

/** The one file: a line that says what it is, then records. */
final class RecordFile implements AutoCloseable {
  static final String NAME = "commits";

  private static final byte[] BEGINNING = "one file of commits\n".getBytes(UTF_8);

  private final DiskFile file;
  private final Set<Slip> slips;
  private long last = BEGINNING.length;
  private long end = BEGINNING.length;

  RecordFile(DiskFile file, Set<Slip> slips) throws IOException {
    this.file = file;
    this.slips = slips;
    if (!Arrays.equals(bytes(0, BEGINNING.length), BEGINNING)) {
      throw new LogStoreException(NAME + " is no file of commits");
    }
  }

  /** Makes the file under another name first, so that it is never seen without its beginning. */
  static void make(Disk disk, Path directory, Set<Slip> slips) throws IOException {
    Path draft = directory.resolve(NAME + ".new");
    try (DiskFile made = disk.openToWrite(draft)) {
      made.write(ByteBuffer.wrap(BEGINNING), 0);
      if (!slips.contains(Slip.FORGETS_FSYNC_ORDER)) {
        made.force();
      }
      disk.rename(draft, directory.resolve(NAME));
      disk.forceDirectory(directory);
      made.force();
    }
  }

  /** Hands out what was added since the last time; stops before what was not written to its end. */
  void readOn(Consumer<CommitRecord> reader) throws IOException {
    long size = file.size();
    if (size <= end) {
      return;
    }
    long from = end;
    byte[] rest = bytes(from, (int) (size - from));
    ByteBuffer buffer = ByteBuffer.wrap(rest);
    int at = 0;
    CommitRecord pending = null;
    while (rest.length - at >= CommitRecord.HEADER && !isZero(rest, at)) {
      int length = buffer.getInt(at);
      check(CommitRecord.checksum(rest, at, 4) == buffer.getInt(at + 4), from + at);
      int next = at + CommitRecord.HEADER + length;
      int room = slips.contains(Slip.LOSES_THE_TAIL) ? rest.length - 1 : rest.length;
      if (next > room) {
        break;
      }
      int content = at + CommitRecord.HEADER;
      check(CommitRecord.checksum(rest, content, length) == buffer.getInt(at + 8), from + at);
      CommitRecord record = CommitRecord.of(Arrays.copyOfRange(rest, content, next));
      if (pending != null && pending.position() != record.position()) {
        reader.accept(pending);
        pending = null;
      }
      pending = record.after(pending);
      last = from + at;
      end = from + next;
      at = next;
    }
    if (pending != null) {
      reader.accept(pending);
    }
  }

  private void check(boolean matches, long offset) {
    if (!matches && !slips.contains(Slip.HIDES_A_FLIPPED_BIT)) {
      throw new LogStoreException(NAME + ", offset " + offset + ": the checksum does not match");
    }
  }

  private static boolean isZero(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Makes what was read last, and cuts what is behind it; a failed force may have dropped it. */
  void settle() throws IOException {
    file.truncate(end);
    file.write(ByteBuffer.wrap(bytes(last, (int) (end - last))), last);
    file.force();
  }

  void append(byte[] record) throws IOException {
    file.write(ByteBuffer.wrap(record), end);
    last = end;
    end += record.length;
  }

  void force() throws IOException {
    if (!slips.contains(Slip.LIES_ABOUT_DURABILITY)) {
      file.force();
    }
  }

  long end() {
    return end;
  }

  void cut(long to) throws IOException {
    file.truncate(to);
    end = to;
  }

  private byte[] bytes(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    file.read(buffer, from);
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
