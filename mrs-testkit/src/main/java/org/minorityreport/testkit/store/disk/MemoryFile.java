package org.minorityreport.testkit.store.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes of a file as programs see them, and as a loss of power would leave them. */
final class MemoryFile {
  private byte[] bytes;
  private byte[] lasting;
  private final List<Written> unforced = new ArrayList<>();

  /** A part of the file that was written since the last time that forcing was tried. */
  private record Written(int from, int to) {}

  private MemoryFile(byte[] bytes, byte[] lasting) {
    this.bytes = bytes;
    this.lasting = lasting;
  }

  static MemoryFile empty() {
    return new MemoryFile(new byte[0], new byte[0]);
  }

  static MemoryFile lasting(byte[] bytes) {
    return new MemoryFile(bytes, bytes.clone());
  }

  byte[] bytes() {
    return bytes;
  }

  void write(byte[] added, int at) {
    if (added.length > 0) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length, at + added.length));
      System.arraycopy(added, 0, bytes, at, added.length);
      unforced.add(new Written(at, at + added.length));
    }
  }

  void truncate(int size) {
    bytes = Arrays.copyOf(bytes, Math.min(size, bytes.length));
  }

  void force() {
    lasting = Arrays.copyOf(lasting, bytes.length);
    for (Written part : unforced) {
      int to = Math.min(part.to(), bytes.length);
      if (part.from() < to) {
        System.arraycopy(bytes, part.from(), lasting, part.from(), to - part.from());
      }
    }
    unforced.clear();
  }

  /**
   * As Linux does it: the pages are marked clean although they never reached the disk, so a later
   * force succeeds and writes nothing of them.
   */
  void failToForce() {
    unforced.clear();
  }

  MemoryFile afterPowerLoss(boolean keepsContent, boolean keepsLength) {
    if (keepsContent) {
      return lasting(bytes.clone());
    }
    int length = keepsLength ? Math.max(bytes.length, lasting.length) : lasting.length;
    return lasting(Arrays.copyOf(lasting, length));
  }
}
