package org.minorityreport.examples.benchmarks.figure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that figures were measured on. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private Machine() {}

  /**
   * Describes this machine.
   *
   * @param folder a folder on the file system that is measured
   * @return processors, memory, JDK, operating system, file system and free space, in one line
   * @throws IOException if the file system cannot be looked at
   */
  public static String line(Path folder) throws IOException {
    FileStore disk = Files.getFileStore(folder);
    return String.format(
        Locale.ROOT,
        "Machine: %d processors%s, %.1f GiB of memory; JDK %s (%s); %s %s %s; %s, %.0f GiB free",
        Runtime.getRuntime().availableProcessors(),
        model(),
        gibibytes(memory()),
        System.getProperty("java.runtime.version"),
        System.getProperty("java.vm.name"),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        disk.type(),
        gibibytes(disk.getUsableSpace()));
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  private static double gibibytes(long bytes) {
    return bytes / (double) (1L << 30);
  }

  private static String model() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return "";
    }
    return Files.readAllLines(PROCESSORS, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith(MODEL))
        .findFirst()
        .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
        .orElse("");
  }
}
