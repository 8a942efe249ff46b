package org.minorityreport.examples.benchmarks.candidate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** A file to which lines are added, one write and one force per commit. */
final class ForcedFile implements AutoCloseable {
  private static final int FIRST_SIZE = 1 << 20;

  private final FileChannel channel;
  private byte[] lines = new byte[FIRST_SIZE];
  private int used;
  private long bytes;

  ForcedFile(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  void add(List<byte[]> rows) {
    for (byte[] row : rows) {
      if (lines.length - used < row.length + 1) {
        lines = Arrays.copyOf(lines, Math.max(lines.length * 2, used + row.length + 1));
      }
      System.arraycopy(row, 0, lines, used, row.length);
      used += row.length;
      lines[used++] = '\n';
    }
  }

  void writeAndForce() throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(lines, 0, used);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
    bytes += used;
    used = 0;
  }

  /** {@return bytes written} */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
