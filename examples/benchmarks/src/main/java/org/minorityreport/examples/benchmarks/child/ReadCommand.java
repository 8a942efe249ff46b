package org.minorityreport.examples.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.examples.benchmarks.reading.Reading;
import org.minorityreport.examples.benchmarks.reading.ReadingKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code read}: reads a store once, in one way. */
@Command(name = "read", hidden = true, description = "Times one reading once; for children.")
public final class ReadCommand implements Callable<Integer> {
  private static final double MILLIS = 1e3;

  @Option(names = "--reading", required = true)
  private String reading = "";

  @Option(names = "--threads", required = true)
  private int threads;

  @Option(names = "--started", required = true)
  private long startedMillis;

  @Option(names = "--dir", required = true)
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  public ReadCommand() {}

  @Override
  public Integer call() throws Exception {
    Map<String, Object> figures = new TreeMap<>();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    try (Reading read = ReadingKind.byLabel(reading).open(directory, threads)) {
      long processorsBefore = system.getProcessCpuTime();
      long start = System.nanoTime();
      read.run();
      figures.put("seconds", (System.nanoTime() - start) / 1e9);
      figures.put("processor_seconds", (system.getProcessCpuTime() - processorsBefore) / 1e9);
      figures.put("seconds_from_start", (System.currentTimeMillis() - startedMillis) / MILLIS);
      figures.put("peak_resident", Memory.peakResident());
      read.answer().ifPresent(answer -> figures.putAll(answer.figures()));
    }
    if (spec != null) {
      spec.commandLine().getOut().println(new Figures(figures).json());
    }
    return 0;
  }
}
