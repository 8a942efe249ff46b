package org.minorityreport.core.log.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;

/**
 * What the journal says, in memory: about 60 bytes a slice. One writer adds; readers need no lock,
 * for the head is published last.
 */
final class CommitHistory {
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final Map<Log<?>, LogHistory> logs = new LinkedHashMap<>();
  private final LongRows times = new LongRows(3);
  private final List<Finding> damages = new CopyOnWriteArrayList<>();
  private volatile long head;

  CommitHistory() {
    Logs.all().forEach(log -> logs.put(log, new LogHistory(log)));
  }

  /** How many bytes {@link #write} needs. */
  long bytes() {
    return times.bytes()
        + Integer.BYTES
        + written().stream().mapToLong(log -> Integer.BYTES + name(log).length + log.bytes()).sum();
  }

  void write(ByteBuffer to) {
    times.write(to);
    to.putInt(written().size());
    for (LogHistory log : written()) {
      to.putInt(name(log).length).put(name(log));
      log.write(to);
    }
  }

  /** Logs without rows may be unknown to the library that reads it. */
  private List<LogHistory> written() {
    return logs.values().stream().filter(log -> log.last() != null).toList();
  }

  /** Takes commits into an empty history. */
  void load(ByteBuffer from, long position) {
    times.load(from);
    int count = from.getInt();
    for (int i = 0; i < count; i++) {
      byte[] name = new byte[from.getInt()];
      from.get(name);
      of(Logs.byWireName(new String(name, StandardCharsets.UTF_8))).load(from);
    }
    publish(position);
  }

  private static byte[] name(LogHistory log) {
    return log.log().wireName().getBytes(StandardCharsets.UTF_8);
  }

  LogHistory of(Log<?> log) {
    return Objects.requireNonNull(logs.get(log), log::wireName);
  }

  Iterable<LogHistory> logs() {
    return logs.values();
  }

  long head() {
    return head;
  }

  /** Adds the slices of a commit; nobody sees them before it is published. */
  int[] add(JournalEntry entry, Hash hash) {
    fillUpTo(entry.position() - 1);
    Instant at = entry.committedAt();
    times.add(at.getEpochSecond(), at.getNano(), hash.prefix());
    return entry.slices().stream().mapToInt(s -> of(s.log()).add(entry.position(), s)).toArray();
  }

  void publish(long position) {
    head = position;
  }

  void addDamaged(long position, Finding finding) {
    fillUpTo(position);
    damages.add(finding);
    publish(Math.max(head, position));
  }

  void addDamage(Finding finding) {
    damages.add(finding);
  }

  List<Finding> damages() {
    return List.copyOf(damages);
  }

  /** Whether the entry of a commit that there is could be read. */
  boolean isSound(long position) {
    return times.get(Math.toIntExact(position - 1), 0) != UNKNOWN;
  }

  /** The first 64 bits of the chain at a commit. */
  long chain(long position) {
    return times.get(Math.toIntExact(position - 1), 2);
  }

  Optional<Instant> committedAt(long position) {
    if (position < 1 || position > head) {
      return Optional.empty();
    }
    int row = Math.toIntExact(position - 1);
    if (times.get(row, 0) == UNKNOWN) {
      requireSound(null, position - 1, position);
    }
    return Optional.of(Instant.ofEpochSecond(times.get(row, 0), times.get(row, 1)));
  }

  /**
   * Refuses to answer if the answer may lie in a damaged commit.
   *
   * @param log the log asked for; null if only the journal matters
   * @param after a damage up to here does not matter
   * @param to nor does one after this
   */
  void requireSound(@Nullable Log<?> log, long after, long to) {
    List<Finding> found = damagesOf(log, after, to);
    if (!found.isEmpty()) {
      throw new LogStoreException(
          found.get(0)
              + "; commits before and after position "
              + found.get(0).position().orElseThrow()
              + " can be read on their own; restore the file from a copy");
    }
  }

  /** The known damages that may concern rows of a log, of all logs if there is none. */
  List<Finding> damagesOf(@Nullable Log<?> log, long after, long to) {
    List<Finding> found = new ArrayList<>();
    for (Finding damage : damages) {
      Log<?> damaged = damage.log().orElse(null);
      long position = damage.position().orElseThrow().value();
      if (position > after && position <= to && (damaged == null || damaged == log)) {
        found.add(damage);
      }
    }
    return found;
  }

  private void fillUpTo(long position) {
    while (times.size() < position) {
      times.add(UNKNOWN, 0, UNKNOWN);
    }
  }
}
