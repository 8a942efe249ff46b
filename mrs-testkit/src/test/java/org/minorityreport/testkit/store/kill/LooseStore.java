package org.minorityreport.testkit.store.kill;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.core.log.LogStores;

/**
 * A store of one file and a lock, which can be told to be wrong: a line for each slice, and a line
 * {@code commit} after the last one of a commit. Everything is read into memory when it is opened.
 */
final class LooseStore implements LogStore {
  private static final String COMMIT = "commit";

  private final Set<LooseFault> faults;
  private final Path file;
  private final @Nullable FileChannel channel;
  private final Closeable lock;
  private final LogStore memory = LogStores.inMemory();
  private final List<String> report = new ArrayList<>();
  private final List<String> unwritten = new ArrayList<>();

  private LooseStore(Path directory, Set<LooseFault> faults, boolean mayWrite) throws IOException {
    this.faults = faults;
    this.file = directory.resolve("log");
    this.lock =
        mayWrite && !faults.contains(LooseFault.TAKES_NO_LOCK) ? LooseLock.of(directory) : () -> {};
    byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    int end = load(new String(content, StandardCharsets.ISO_8859_1));
    if (mayWrite && end < content.length) {
      cut(content, end);
    }
    this.channel =
        mayWrite
            ? FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
            : null;
  }

  static LooseStore open(Path directory, Set<LooseFault> faults, boolean mayWrite) {
    try {
      Files.createDirectories(directory);
      return new LooseStore(directory, faults, mayWrite);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> report() {
    return report;
  }

  @Override
  public AppendResult append(Commit commit) {
    AppendResult result = memory.append(commit);
    for (LogSlice slice : commit.slices()) {
      StringBuilder line = new StringBuilder(slice.log() + "\t" + slice.writer());
      slice.rows().forEach(row -> line.append('\t').append(text(row)));
      put(line + "\n");
    }
    put(COMMIT + "\n");
    return result;
  }

  private static String text(LogRow row) {
    return new String(row.json(1), StandardCharsets.UTF_8);
  }

  private void put(String line) {
    unwritten.add(line);
    boolean keeps = faults.contains(LooseFault.WRITES_LATER) && unwritten.size() < 20;
    if (!keeps) {
      try {
        for (String one : unwritten) {
          channel.write(ByteBuffer.wrap(one.getBytes(StandardCharsets.ISO_8859_1)));
          channel.force(false);
        }
        unwritten.clear();
      } catch (IOException e) {
        throw new LogStoreException(file + " cannot be written: " + e, e);
      }
    }
  }

  /** Takes in what is whole, and says where that ends. */
  private int load(String content) {
    List<LogSlice> slices = new ArrayList<>();
    int end = 0;
    int at = 0;
    for (int next = content.indexOf('\n'); next >= 0; next = content.indexOf('\n', at)) {
      String line = content.substring(at, next);
      at = next + 1;
      if (line.equals(COMMIT)) {
        memory.append(Commit.of(slices));
        slices.clear();
        end = at;
      } else {
        slices.add(slice(line.split("\t", -1)));
      }
    }
    if (faults.contains(LooseFault.TAKES_HALF_A_COMMIT) && !slices.isEmpty()) {
      memory.append(Commit.of(slices));
      return at;
    }
    return end;
  }

  private static LogSlice slice(String[] parts) {
    Log<?> log = Logs.byWireName(parts[0]);
    List<LogRow> rows =
        Arrays.stream(parts)
            .skip(2)
            .map(json -> LogRow.of(log, json.getBytes(StandardCharsets.UTF_8)))
            .toList();
    return LogSlice.of(log, Writer.valueOf(parts[1]), rows);
  }

  private void cut(byte[] content, int end) throws IOException {
    if (!faults.contains(LooseFault.CUTS_SILENTLY)) {
      Path aside = file.resolveSibling("torn-at-" + end + "-" + content.length);
      Files.write(aside, Arrays.copyOfRange(content, end, content.length));
      report.add("log: moved to " + aside);
    }
    try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
      open.truncate(end);
    }
  }

  @Override
  public CommitPosition head() {
    return memory.head();
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    return memory.committedAt(position);
  }

  @Override
  public List<RunId> runs() {
    return memory.runs();
  }

  @Override
  public void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    memory.read(log, run, after, to, reader);
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf) {
    return memory.latest(log, keys, asOf);
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    return memory.count(log, run, asOf);
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
