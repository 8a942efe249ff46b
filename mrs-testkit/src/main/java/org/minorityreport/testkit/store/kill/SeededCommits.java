package org.minorityreport.testkit.store.kill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;

/**
 * Commits whose content follows from a seed and their number: 3 to 5 slices of 1 to 40 rows, in two
 * runs, with new versions, retractions and duplicates among them. The first row is always new, so
 * that commit n stands at position n. Immutable.
 */
final class SeededCommits {
  static final List<RunId> RUNS = List.of(RunId.of("main"), RunId.of("other"));

  static final List<Log<?>> LOGS =
      List.of(
          Logs.REPORTS_DETECTED,
          Logs.REPORTS_ENDED,
          Logs.REPORTS_CLUSTERED,
          Logs.REPORTS_ATTRIBUTED,
          Logs.REPORTS_COHORTED,
          Logs.EVENTS);

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int MOST_ROWS = 40;
  private static final int STORES = 1_000_000;

  private final long seed;

  SeededCommits(long seed) {
    this.seed = seed;
  }

  /** The commits of one of many stores. */
  static SeededCommits of(long seed, int store) {
    return new SeededCommits(seed * STORES + store);
  }

  /** Loads the classes that making commits takes, before anybody counts time. */
  static void loadWhatTheyNeed() {
    new SeededCommits(0).commit(1);
  }

  long seed() {
    return seed;
  }

  Commit commit(long number) {
    SplittableRandom random = new SplittableRandom(seed ^ (number * GOLDEN));
    int slices = 3 + random.nextInt(3);
    int first = random.nextInt(LOGS.size());
    List<LogSlice> made = new ArrayList<>();
    for (int i = 0; i < slices; i++) {
      made.add(slice(LOGS.get((first + i) % LOGS.size()), number, random));
    }
    return Commit.of(made);
  }

  private static LogSlice slice(Log<?> log, long number, SplittableRandom random) {
    Writer writer = log.writers().stream().sorted().findFirst().orElseThrow();
    int rows = 1 + random.nextInt(1 + random.nextInt(MOST_ROWS));
    List<LogRow> made = new ArrayList<>();
    made.add(content(log, RUNS.get(0), number + "-0", number, random));
    for (int i = 1; i < rows; i++) {
      made.add(row(log, number, i, random));
    }
    return LogSlice.of(log, writer, made);
  }

  private static LogRow row(Log<?> log, long number, int index, SplittableRandom random) {
    RunId run = RUNS.get(random.nextInt(RUNS.size()));
    int kind = random.nextInt(10);
    if (kind < 6) {
      return content(log, run, number + "-" + index, number, random);
    }
    String earlier = random.nextLong(number) + "-" + random.nextInt(3);
    if (kind < 8) {
      return content(log, run, earlier, number, random);
    }
    if (kind < 9) {
      return make(log, run, earlier, "\"retracted\":true");
    }
    return make(log, run, "same-" + random.nextInt(10), "\"content\":\"always the same\"");
  }

  private static LogRow content(
      Log<?> log, RunId run, String key, long number, SplittableRandom random) {
    String filling = Long.toHexString(random.nextLong()).repeat(1 + random.nextInt(12));
    return make(log, run, key, "\"content\":\"" + number + " " + filling + "\"");
  }

  /** Seed and store, as they are chosen. */
  @Override
  public String toString() {
    return "mrs.seed " + Math.floorDiv(seed, STORES) + ", store " + Math.floorMod(seed, STORES);
  }

  private static LogRow make(Log<?> log, RunId run, String key, String rest) {
    String json =
        String.format(
            Locale.ROOT,
            "{\"run_id\":\"%s\",\"written_at\":\"1970-01-01T00:00:00Z\",\"version\":1,\"%s\":\"%s\",%s}",
            run,
            log.keyFields().get(0),
            key,
            rest);
    return LogRow.of(log, json.getBytes(StandardCharsets.UTF_8));
  }
}
