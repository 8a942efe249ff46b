package org.minorityreport.examples.benchmarks.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minorityreport.api.log.Log;
import org.minorityreport.examples.benchmarks.candidate.SideBySide;

/** Files of logs, and threads that share them. */
final class Segments {
  /** Does the work of one thread. */
  interface Worker {
    /** Reads one file; {@code number} is its place in the list. */
    void read(int number, Path file) throws IOException;
  }

  private Segments() {}

  /** The files of some logs, in the order of the logs. */
  static List<Path> of(Path store, List<Log<?>> logs) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Log<?> log : logs) {
      Path folder = store.resolve(log.wireName());
      if (Files.exists(folder)) {
        try (Stream<Path> found = Files.list(folder)) {
          found.filter(file -> file.toString().endsWith(".jsonl")).sorted().forEach(files::add);
        }
      }
    }
    return files;
  }

  /** Each thread gets a worker of its own and takes one file after the other. */
  static <W extends Worker> List<W> share(List<Path> files, int threads, Supplier<W> workers)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    try (SideBySide pool = new SideBySide(threads)) {
      return pool.map(
          IntStream.range(0, threads).boxed().toList(),
          thread -> {
            W worker = workers.get();
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
              try {
                worker.read(i, files.get(i));
              } catch (IOException e) {
                throw new UncheckedIOException(files.get(i).toString(), e);
              }
            }
            return worker;
          });
    }
  }
}
