package org.minorityreport.core.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.stage.Placements;
import org.minorityreport.core.hydrate.MadeEvent;
import org.minorityreport.core.json.LogCodec;

/**
 * What moves, splits, mergers and their reverts come to: of the acts about a report or an event
 * that stand, the one committed last counts, as in hydrated views. Other acts are not kept.
 * Mutable, one thread.
 */
final class PlacingActs {
  private static final List<String> WORDS =
      List.of("\"move\"", "\"split\"", "\"merge\"", "\"revert\"");
  private static final Comparator<StoredRow> BY_COMMIT =
      Comparator.comparing(StoredRow::position)
          .thenComparing(row -> row.log().wireName())
          .thenComparing(StoredRow::rowNumber);

  private final Map<Log<?>, TreeMap<Long, StoredRow>> rows = new HashMap<>();
  private long seenEdits = -1;
  private long seenEventEdits = -1;
  private Placements seen = Placements.none();

  PlacingActs() {
    rows.put(Logs.USER_EDITS, new TreeMap<>());
    rows.put(Logs.USER_EVENT_EDITS, new TreeMap<>());
  }

  /**
   * Takes note of a row of a log of people.
   *
   * @param row any row
   * @param index its number in its log, from 0
   */
  void add(StoredRow row, long index) {
    TreeMap<Long, StoredRow> of = rows.get(row.log());
    if (of != null && (row.isRetracted() || WORDS.stream().anyMatch(row.text()::contains))) {
      of.put(index, row);
    }
  }

  /**
   * Where people put reports and events.
   *
   * @param edits how many acts about reports were seen
   * @param eventEdits how many about events
   */
  Placements after(long edits, long eventEdits) {
    if (edits != seenEdits || eventEdits != seenEventEdits) {
      seen = place(of(Logs.USER_EDITS, edits), of(Logs.USER_EVENT_EDITS, eventEdits));
      seenEdits = edits;
      seenEventEdits = eventEdits;
    }
    return seen;
  }

  /** Whether there is any such act among those seen, be it taken back. */
  boolean isAny(long edits, long eventEdits) {
    return !of(Logs.USER_EDITS, edits).isEmpty()
        || !of(Logs.USER_EVENT_EDITS, eventEdits).isEmpty();
  }

  private List<StoredRow> of(Log<UserEdit> log, long count) {
    TreeMap<Long, StoredRow> all = rows.getOrDefault(log, new TreeMap<>());
    return List.copyOf(all.headMap(count).values());
  }

  private static Placements place(List<StoredRow> edits, List<StoredRow> eventEdits) {
    Placements.Builder placements = Placements.builder();
    Map<ReportId, StoredRow> last = new HashMap<>();
    TreeMap<ReportId, EventId> reports = new TreeMap<>();
    List<Standing> acts = new ArrayList<>(standing(Logs.USER_EDITS, edits));
    List<Standing> ofEvents = standing(Logs.USER_EVENT_EDITS, eventEdits);
    acts.addAll(ofEvents);
    for (Standing act : acts) {
      target(act)
          .ifPresent(
              event -> {
                for (ReportId report : goers(act)) {
                  if (last.merge(report, act.row(), PlacingActs::later) == act.row()) {
                    reports.put(report, event);
                  }
                }
              });
    }
    Map<EventId, Optional<EventId>> mergers = new TreeMap<>();
    for (Standing act : ofEvents) {
      if (is(act.edit(), EditAction.MERGE)) {
        id(act.edit().targetId(), EventId::of)
            .ifPresent(
                event ->
                    mergers.put(
                        event, act.edit().reportGroupId().flatMap(to -> id(to, EventId::of))));
      }
    }
    mergers.forEach((event, into) -> into.ifPresent(to -> placements.putMergers(event, to)));
    return placements.reports(reports).build();
  }

  /**
   * An act that stands.
   *
   * @param row its row
   * @param edit what it says
   */
  private record Standing(StoredRow row, UserEdit edit) {}

  /** Of each target the acts that stand, in the order of their commits. */
  private static List<Standing> standing(Log<UserEdit> log, List<StoredRow> rows) {
    Map<String, StoredRow> kept = new HashMap<>();
    for (StoredRow row : rows) {
      if (row.isRetracted()) {
        kept.remove(row.key());
      } else {
        kept.put(row.key(), row);
      }
    }
    Map<AnnotationId, StoredRow> rowOf = new HashMap<>();
    Map<String, List<UserEdit>> byTarget = new TreeMap<>();
    kept.values().stream()
        .sorted(BY_COMMIT)
        .forEachOrdered(
            row -> {
              UserEdit edit = LogCodec.read(log, row);
              rowOf.put(edit.annotationId(), row);
              byTarget.computeIfAbsent(edit.targetId(), k -> new ArrayList<>()).add(edit);
            });
    List<Standing> standing = new ArrayList<>();
    for (List<UserEdit> acts : byTarget.values()) {
      for (UserEdit edit : Ruling.standing(acts)) {
        StoredRow row = rowOf.get(edit.annotationId());
        if (row != null) {
          standing.add(new Standing(row, edit));
        }
      }
    }
    return standing;
  }

  private static StoredRow later(StoredRow one, StoredRow other) {
    return BY_COMMIT.compare(one, other) < 0 ? other : one;
  }

  /** The event that an act puts reports into. */
  private static Optional<EventId> target(Standing act) {
    boolean places =
        act.row().log() == Logs.USER_EDITS
            ? is(act.edit(), EditAction.MOVE)
            : is(act.edit(), EditAction.SPLIT);
    if (!places) {
      return Optional.empty();
    }
    Optional<EventId> made = MadeEvent.by(act.edit());
    return made.isPresent() || is(act.edit(), EditAction.SPLIT)
        ? made
        : act.edit().reportGroupId().flatMap(to -> id(to, EventId::of));
  }

  private static List<ReportId> goers(Standing act) {
    return is(act.edit(), EditAction.SPLIT)
        ? act.edit().reportIds()
        : id(act.edit().targetId(), ReportId::of).stream().toList();
  }

  private static boolean is(UserEdit edit, EditAction action) {
    return EditAction.of(edit.action()).filter(a -> a == action).isPresent();
  }

  /** The id that a text is, if it is one. */
  private static <T> Optional<T> id(String text, Function<String, T> of) {
    try {
      return Optional.of(of.apply(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }
}
