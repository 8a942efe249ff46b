package org.minorityreport.core.log.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file of the operating system. */
final class RealFile implements DiskFile {
  /**
   * The JDK keeps for every thread a direct buffer as large as the largest that was ever read or
   * written at once.
   */
  private static final int CHUNK = 1 << 20;

  private final FileChannel channel;

  RealFile(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public void read(ByteBuffer into, long offset) throws IOException {
    int end = into.limit();
    long at = offset;
    try {
      while (into.position() < end) {
        limit(into, end);
        int count = channel.read(into, at);
        if (count < 0) {
          return;
        }
        at += count;
      }
    } finally {
      into.limit(end);
    }
  }

  @Override
  public void write(ByteBuffer bytes, long offset) throws IOException {
    int end = bytes.limit();
    long at = offset;
    try {
      while (bytes.position() < end) {
        limit(bytes, end);
        at += channel.write(bytes, at);
      }
    } finally {
      bytes.limit(end);
    }
  }

  /** Leaves no more than a chunk between position and limit. */
  private static void limit(ByteBuffer buffer, int end) {
    buffer.limit(buffer.position() + Math.min(CHUNK, end - buffer.position()));
  }

  @Override
  public void force() throws IOException {
    channel.force(false); // with the length, which is needed to read it; not with times
  }

  @Override
  public void truncate(long size) throws IOException {
    channel.truncate(size);
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public ByteBuffer map() throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
