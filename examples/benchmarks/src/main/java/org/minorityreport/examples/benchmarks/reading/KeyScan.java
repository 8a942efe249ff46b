package org.minorityreport.examples.benchmarks.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the first fields of every row, knowing their order, and for the end of its line; keeps
 * the newest row of each report. No checksum is verified and nothing else is read: what anybody
 * must at least do who has no index.
 */
final class KeyScan implements Reading {
  private final Path store;
  private final int threads;
  private final NewestRows newest = new NewestRows();
  private List<Path> files = List.of();

  KeyScan(Path store, int threads) {
    this.store = store;
    this.threads = threads;
  }

  @Override
  public void run() throws Exception {
    files = Segments.of(store, NewestRows.LOGS);
    Segments.share(files, threads, Scanner::new).forEach(each -> newest.addAll(each.rows));
  }

  @Override
  public Optional<Answer> answer() throws IOException {
    return Optional.of(newest.answer(files));
  }

  /** One thread's part. */
  private static final class Scanner implements Segments.Worker {
    private static final int BUFFER = 1 << 20;
    private static final byte[] ID = bytes("{\"report_id\":\"MR-");
    private static final byte[] VERSION = bytes("\",\"version\":");
    private static final byte[] RUN = bytes(",\"run_id\":\"");
    private static final byte[] WRITTEN_AT = bytes("\",\"written_at\":\"");
    private static final int DIGITS_OF_HALF = 16;
    private static final int LENGTH_OF_TIME = "2025-01-01T00:00:00".length();

    private final NewestRows rows = new NewestRows();
    private byte[] buffer = new byte[BUFFER];

    @Override
    public void read(int number, Path file) throws IOException {
      Map<NewestRows.Id, NewestRows.Row> ofLog = rows.of(file);
      long offset = 0;
      int filled = 0;
      try (InputStream in = Files.newInputStream(file)) {
        for (int got = in.read(buffer); got >= 0; ) {
          int searched = filled;
          filled += got;
          int line = 0;
          for (int i = searched; i < filled; i++) {
            if (buffer[i] == '\n') {
              row(ofLog, number, offset + line, line, i);
              line = i + 1;
            }
          }
          System.arraycopy(buffer, line, buffer, 0, filled - line);
          offset += line;
          filled -= line;
          if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
          }
          got = in.read(buffer, filled, buffer.length - filled);
        }
      }
    }

    private void row(
        Map<NewestRows.Id, NewestRows.Row> ofLog, int file, long offset, int from, int to) {
      int at = skip(from, ID);
      long high = hex(at);
      long low = hex(at + DIGITS_OF_HALF);
      at = skip(at + 2 * DIGITS_OF_HALF, VERSION);
      long version = 0;
      for (; buffer[at] != ','; at++) {
        version = version * 10 + buffer[at] - '0';
      }
      at = skip(at, RUN);
      while (buffer[at] != '"') {
        at++;
      }
      at = skip(at, WRITTEN_AT);
      long time = 0;
      for (int i = at; i < at + LENGTH_OF_TIME; i++) {
        if (buffer[i] >= '0' && buffer[i] <= '9') {
          time = time * 10 + buffer[i] - '0';
        }
      }
      if (buffer[at + LENGTH_OF_TIME] != 'Z') {
        throw new IllegalStateException("no whole second at " + offset);
      }
      NewestRows.add(
          ofLog,
          new NewestRows.Id(high, low),
          new NewestRows.Row(time, version, file, offset, to - from));
    }

    private int skip(int at, byte[] expected) {
      int end = at + expected.length;
      if (!Arrays.equals(buffer, at, end, expected, 0, expected.length)) {
        throw new IllegalStateException(
            "expected " + new String(expected, StandardCharsets.UTF_8) + " in the row");
      }
      return end;
    }

    private long hex(int at) {
      long value = 0;
      for (int i = at; i < at + DIGITS_OF_HALF; i++) {
        int digit = buffer[i];
        value = (value << 4) | (digit <= '9' ? digit - '0' : digit - 'a' + 10);
      }
      return value;
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
