package org.minorityreport.examples.benchmarks.candidate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;

/** The log store as a host uses it, with all that it promises. */
public final class StoreCandidate implements Candidate {
  private final Path directory;
  private final DirectoryLogStore store;
  private final SideBySide encoders;
  private List<ReportDetected> records = List.of();

  StoreCandidate(Path directory, SideBySide encoders) {
    this.directory = directory;
    this.store = LogStores.directory(directory);
    this.encoders = encoders;
  }

  /**
   * Opens the store in a directory, rows made by the calling thread.
   *
   * @param directory the directory
   * @return the store as a candidate
   */
  public static StoreCandidate open(Path directory) {
    return new StoreCandidate(directory, new SideBySide(1));
  }

  @Override
  public void prepare(List<ReportDetected> next) {
    records = next;
  }

  @Override
  public int commit() throws Exception {
    List<LogRow> rows =
        encoders.map(records, record -> LogCodec.row(Logs.REPORTS_DETECTED, record));
    AppendResult result =
        store.append(
            Commit.of(List.of(LogSlice.of(Logs.REPORTS_DETECTED, Writer.DETECTION, rows))));
    if (result.newRows() + result.duplicates() != rows.size()) {
      throw new IllegalStateException("expected new rows and duplicates only, but got " + result);
    }
    return (int) result.newRows();
  }

  @Override
  public long bytes() {
    try {
      return segmentBytes(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How much a store holds.
   *
   * @param directory the directory of a store
   * @return bytes of all its segments
   * @throws IOException if they cannot be looked at
   */
  public static long segmentBytes(Path directory) throws IOException {
    long sum = 0;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
  }

  @Override
  public void close() {
    encoders.close();
    store.close();
  }
}
