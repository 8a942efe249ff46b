package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.core.log.disk.DiskFile;

/** Reads slices and checks them; keeps the file it read last open. One thread at a time. */
final class SegmentReader implements Closeable {
  private final StoreFiles files;
  private @Nullable SlicePlace open;
  private @Nullable DiskFile file;

  SegmentReader(StoreFiles files) {
    this.files = files;
  }

  /**
   * The bytes of a slice.
   *
   * @throws LogStoreException if they are not those that were written
   */
  byte[] read(SlicePlace place) {
    return read(place, new byte[place.length()]);
  }

  /**
   * The bytes of a slice in an array that may be longer.
   *
   * @param into takes them
   */
  byte[] read(SlicePlace place, byte[] into) {
    byte[] bytes = bytes(place, into);
    int crc = crc(bytes, 0, place.length());
    if (crc != place.crc()) {
      throw new DamagedSliceException(
          place.finding(
              String.format(
                  Locale.ROOT,
                  "CRC32C of %d bytes is %08x, the journal says %08x",
                  place.length(),
                  crc,
                  place.crc())));
    }
    return bytes;
  }

  static int crc(byte[] bytes) {
    return crc(bytes, 0, bytes.length);
  }

  static int crc(byte[] bytes, int start, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, start, length);
    return (int) crc.getValue();
  }

  private byte[] bytes(SlicePlace place, byte[] into) {
    ByteBuffer buffer = ByteBuffer.wrap(into, 0, place.length());
    try {
      open(place).read(buffer, place.offset());
    } catch (NoSuchFileException e) {
      throw new DamagedSliceException(place.finding("the file is missing"));
    } catch (IOException e) {
      abandon(e);
      throw new LogStoreException(
          place
              .finding("cannot be read from " + path(place) + ": " + DiskComplaint.of(e))
              .toString(),
          e);
    }
    if (buffer.hasRemaining()) {
      throw new DamagedSliceException(
          place.finding(buffer.remaining() + " of its bytes are missing"));
    }
    return buffer.array();
  }

  /** A file that failed once may be closed: an interrupt does that. */
  private void abandon(IOException why) {
    try {
      closeFile();
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private DiskFile open(SlicePlace place) throws IOException {
    DiskFile current = file;
    if (current == null || open == null || !open.isInSegmentOf(place)) {
      closeFile();
      current = files.disk().openToRead(path(place));
      file = current;
      open = place;
    }
    return current;
  }

  private Path path(SlicePlace place) {
    return files.segment(place.log(), place.segment());
  }

  /**
   * Closes the file that is open.
   *
   * @throws LogStoreException if that fails
   */
  @Override
  public void close() {
    try {
      closeFile();
    } catch (IOException e) {
      throw new LogStoreException("closing a segment failed: " + DiskComplaint.of(e), e);
    }
  }

  private void closeFile() throws IOException {
    DiskFile current = file;
    file = null;
    if (current != null) {
      current.close();
    }
  }
}
