package org.minorityreport.core.log.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file. Reading is thread-safe, writing is for one thread at a time. */
public interface DiskFile extends Closeable {
  /**
   * Reads until the buffer is full or the file ends.
   *
   * @param into takes the bytes
   * @param offset where in the file to begin
   * @throws IOException if reading fails
   */
  void read(ByteBuffer into, long offset) throws IOException;

  /**
   * Writes all bytes of a buffer.
   *
   * @param bytes the bytes
   * @param offset where in the file to begin
   * @throws IOException if writing fails; some of the bytes may be there then
   */
  void write(ByteBuffer bytes, long offset) throws IOException;

  /**
   * Makes what was written last through a loss of power.
   *
   * @throws IOException if that is not certain
   */
  void force() throws IOException;

  /**
   * Cuts the file.
   *
   * @param size how long it shall be
   * @throws IOException if it cannot be done
   */
  void truncate(long size) throws IOException;

  /**
   * How long the file is.
   *
   * @return bytes
   * @throws IOException if that cannot be told
   */
  long size() throws IOException;

  /**
   * The whole file as it is now, for files that are written once and then only read: what happens
   * to the file afterwards may or may not show.
   *
   * @return its bytes, not to be written to; usable after the file is closed
   * @throws IOException if reading fails
   */
  default ByteBuffer map() throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(size()));
    read(content, 0);
    return content.flip().asReadOnlyBuffer();
  }
}
