package org.minorityreport.examples.benchmarks.child;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process uses. */
public final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final int COLLECTIONS = 2;

  private Memory() {}

  /** {@return bytes of the heap that are in use after garbage was collected} */
  public static long heapAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < COLLECTIONS; i++) {
      runtime.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /**
   * The most bytes of memory that the process ever had.
   *
   * @return bytes, 0 where the system does not tell
   * @throws IOException if the system does not let it be read
   */
  public static long peakResident() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    for (String line : Files.readAllLines(STATUS, StandardCharsets.UTF_8)) {
      if (line.startsWith(PEAK)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
      }
    }
    return 0;
  }
}
