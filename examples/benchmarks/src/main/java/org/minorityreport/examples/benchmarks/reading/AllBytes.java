package org.minorityreport.examples.benchmarks.reading;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.minorityreport.api.log.Logs;

/** Reads all segments into a buffer and does nothing with them: no way of reading is faster. */
final class AllBytes implements Reading {
  private static final int BUFFER = 1 << 20;

  private final Path store;
  private final int threads;

  AllBytes(Path store, int threads) {
    this.store = store;
    this.threads = threads;
  }

  @Override
  public void run() throws Exception {
    Segments.share(
        Segments.of(store, Logs.all()),
        threads,
        () -> {
          byte[] buffer = new byte[BUFFER];
          return (Segments.Worker)
              (number, file) -> {
                try (InputStream in = Files.newInputStream(file)) {
                  int got = 0;
                  while (got >= 0) {
                    got = in.read(buffer);
                  }
                }
              };
        });
  }

  @Override
  public Optional<Answer> answer() {
    return Optional.empty();
  }
}
