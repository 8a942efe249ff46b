package org.minorityreport.core.log.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in pieces is whole, and costs no memory for long. */
class RealFileTest {
  private static final int LARGE = 16 << 20;
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path temporary;

  private final byte[] content = content(LARGE);

  @Test
  void heapBuffer_partOfItAndAtAnOffset_isWrittenAndReadWhole() throws IOException {
    assertWrittenAndRead(ByteBuffer.wrap(content, 5, LARGE - 12), ByteBuffer.allocate(LARGE));
  }

  @Test
  void directBuffer_partOfItAndAtAnOffset_isWrittenAndReadWhole() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(LARGE).put(content).position(5).limit(LARGE - 7);
    assertWrittenAndRead(bytes, ByteBuffer.allocateDirect(LARGE));
  }

  /** Lengths around those of the pieces. */
  @Test
  void lengthsAroundAMebibyte_areWrittenAndReadWhole() throws IOException {
    for (int length : new int[] {0, 1, MEBIBYTE - 1, MEBIBYTE, MEBIBYTE + 1, 2 * MEBIBYTE}) {
      Path path = temporary.resolve("of-" + length);
      try (DiskFile file = Disk.real().openToWrite(path)) {
        file.write(ByteBuffer.wrap(content, 0, length), 0);
        ByteBuffer read = ByteBuffer.allocate(length);
        file.read(read, 0);
        assertThat(read.hasRemaining()).isFalse();
        assertThat(Arrays.mismatch(read.array(), Arrays.copyOf(content, length))).isEqualTo(-1);
      }
      assertThat(Files.size(path)).isEqualTo(length);
    }
  }

  /** The JDK keeps for the thread a direct buffer as large as the largest transfer. */
  @Test
  void largeTransfer_asksForAMebibyteAtOnceAndGoesOnWhereLessWasDone() throws IOException {
    PieceChannel channel = new PieceChannel(LARGE);
    try (DiskFile file = new RealFile(channel)) {
      ByteBuffer read = ByteBuffer.allocate(LARGE);
      file.write(ByteBuffer.wrap(content), 0);
      file.read(read, 0);

      assertThat(Arrays.mismatch(read.array(), content)).isEqualTo(-1);
      assertThat(channel.largest()).isEqualTo(MEBIBYTE);
    }
  }

  private void assertWrittenAndRead(ByteBuffer bytes, ByteBuffer into) throws IOException {
    int from = bytes.position();
    int to = bytes.limit();
    int offset = 3;
    try (DiskFile file = Disk.real().openToWrite(temporary.resolve("file"))) {
      file.write(bytes, offset);
      assertThat(bytes.position()).isEqualTo(to);
      assertThat(bytes.limit()).isEqualTo(to);
      assertThat(file.size()).isEqualTo((long) offset + to - from);

      file.read(into.position(2), offset); // ends before the buffer is full
      assertThat(into.position()).isEqualTo(2 + to - from);
      assertThat(into.limit()).isEqualTo(LARGE);
      byte[] read = new byte[to - from];
      into.get(2, read);
      assertThat(Arrays.mismatch(read, Arrays.copyOfRange(content, from, to))).isEqualTo(-1);

      file.read(into.position(1).limit(LARGE / 2), offset + 1); // ends before the file does
      assertThat(into.hasRemaining()).isFalse();
      assertThat(into.limit()).isEqualTo(LARGE / 2);
      assertThat(into.get(LARGE / 2 - 1)).isEqualTo(content[from + LARGE / 2 - 1]);
    }
  }

  private static byte[] content(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
