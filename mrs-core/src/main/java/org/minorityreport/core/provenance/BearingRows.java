package org.minorityreport.core.provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * The rows that bear on one report or event.
 *
 * @param about those that are about it or name it, in commit order
 * @param all all rows that its hydrated form may depend on, in commit order
 */
record BearingRows(List<StoredRow> about, List<StoredRow> all) {
  /** Commit order; within a commit the order of the logs. */
  static final Comparator<StoredRow> BY_COMMIT =
      Comparator.comparing(StoredRow::position)
          .thenComparing(row -> Logs.all().indexOf(row.log()))
          .thenComparingLong(StoredRow::rowNumber);

  /**
   * Picks the rows out of the logs.
   *
   * @param reads what can be read of them
   * @param subject full id of a report or event
   * @return the rows; none if no row names it
   */
  static BearingRows on(SoundReads reads, String subject) {
    List<StoredRow> about = new ArrayList<>();
    for (Log<?> log : Mentions.logs()) {
      about.addAll(reads.read(log, row -> Mentions.names(row, subject)));
    }
    Set<String> events = new TreeSet<>();
    about.forEach(row -> events.addAll(Mentions.events(row)));
    mergers(reads, events);
    Set<String> subjects = new TreeSet<>(events);
    subjects.add(subject);
    for (Log<?> log : Mentions.joiningLogs()) {
      reads
          .read(log, row -> namesOneOf(row, events))
          .forEach(row -> subjects.addAll(Mentions.reports(row)));
    }
    subjects.addAll(splitEvents(reads, subjects));
    List<StoredRow> all = new ArrayList<>();
    for (Log<?> log : Mentions.hydratedLogs()) {
      boolean joins = Mentions.joiningLogs().contains(log);
      all.addAll(reads.read(log, row -> isAbout(row, subjects) || (joins && lists(row, subjects))));
    }
    all.addAll(stores(reads, all));
    all.addAll(stageRuns(reads, all));
    about.sort(BY_COMMIT);
    all.sort(BY_COMMIT);
    return new BearingRows(about, all);
  }

  /** Adds the events that were merged into one of some, or took one in. */
  private static void mergers(SoundReads reads, Set<String> events) {
    if (events.isEmpty()) {
      return;
    }
    List<StoredRow> rows =
        new ArrayList<>(reads.read(Logs.EVENTS, row -> row.text().contains("\"merged_into\":")));
    rows.addAll(
        reads.read(Logs.USER_EVENT_EDITS, row -> row.text().contains("\"action\":\"merge\"")));
    List<Set<String>> pairs = rows.stream().map(Mentions::events).toList();
    boolean more = true;
    while (more) {
      more = false;
      for (Set<String> pair : pairs) {
        more |= !Collections.disjoint(pair, events) && events.addAll(pair);
      }
    }
  }

  /** The events that people did something about which names one of some reports. */
  private static Set<String> splitEvents(SoundReads reads, Set<String> subjects) {
    Set<String> split = new TreeSet<>();
    reads
        .read(Logs.USER_EVENT_EDITS, row -> !Collections.disjoint(Mentions.reports(row), subjects))
        .forEach(row -> row.subject().ifPresent(split::add));
    return split;
  }

  private static boolean isAbout(StoredRow row, Set<String> subjects) {
    return row.subject().filter(subjects::contains).isPresent();
  }

  private static boolean lists(StoredRow row, Set<String> subjects) {
    return row.log().equals(Logs.EVENTS) && !Collections.disjoint(Mentions.reports(row), subjects);
  }

  private static boolean namesOneOf(StoredRow row, Set<String> events) {
    return !Collections.disjoint(Mentions.events(row), events);
  }

  private static List<StoredRow> stores(SoundReads reads, Collection<StoredRow> rows) {
    Set<String> reports = new HashSet<>();
    Set<String> stores = new TreeSet<>();
    for (StoredRow row : rows) {
      if (!row.isRetracted() && row.subject().filter(reports::add).isPresent()) {
        storeOf(row).ifPresentOrElse(stores::add, () -> reports.remove(row.subject().get()));
      }
    }
    return reads.read(Logs.STORES, row -> row.subject().filter(stores::contains).isPresent());
  }

  private static Optional<String> storeOf(StoredRow row) {
    return Optional.ofNullable(CanonicalJson.fields(row.json()).get("store_id"))
        .map(Object::toString);
  }

  /**
   * The runs of stages up to the newest tick of these rows; of later ones those that left something
   * out and those that first did not any more.
   */
  private static List<StoredRow> stageRuns(SoundReads reads, Collection<StoredRow> rows) {
    Instant last =
        rows.stream().map(StoredRow::writtenAt).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    Map<String, Instant> gaps = new HashMap<>();
    Set<String> keys = new HashSet<>();
    reads.read(
        Logs.STAGE_RUNS,
        row -> {
          if (isGap(row, gaps) || !row.writtenAt().isAfter(last)) {
            keys.add(row.key());
          }
          return false;
        });
    return reads.read(Logs.STAGE_RUNS, row -> keys.contains(row.key()));
  }

  /** {@return whether a run leaves something out, or its stage did so when it last ran} */
  private static boolean isGap(StoredRow row, Map<String, Instant> gaps) {
    String stage = row.subject().orElse("");
    if (leftSomethingOut(row)) {
      gaps.merge(stage, row.writtenAt(), (a, b) -> a.isAfter(b) ? a : b);
      return true;
    }
    Instant gap = gaps.get(stage);
    return gap != null && row.writtenAt().isAfter(gap) && gaps.remove(stage, gap);
  }

  private static boolean leftSomethingOut(StoredRow row) {
    if (row.isRetracted()) {
      return false;
    }
    StageRun run = LogCodec.read(Logs.STAGE_RUNS, row);
    return switch (run.outcome()) {
      case FAILED, DEGRADED -> true;
      case OK, SKIPPED -> !run.degradedReasons().isEmpty();
    };
  }
}
