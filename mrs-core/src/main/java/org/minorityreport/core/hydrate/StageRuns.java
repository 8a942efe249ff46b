package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.json.LazyRecord;

/**
 * When each stage was due and when detection left something out, folded from stage_runs_log; grows
 * by some hundred bytes a tick. Not thread-safe while rows come in.
 */
final class StageRuns {
  private final Map<Stage, NavigableMap<Instant, Run>> runs = new EnumMap<>(Stage.class);
  private final NavigableMap<Instant, Run> gaps = new TreeMap<>();
  private boolean corrected;
  private boolean gapped;
  private @Nullable Finalisation finalisation;

  StageRuns() {
    for (Stage stage : Stage.values()) {
      runs.put(stage, new TreeMap<>());
    }
  }

  /** Takes a row in; rows of what is no stage of reports are of no account. */
  void accept(StoredRow row) {
    for (Stage stage : Stage.values()) {
      if (row.subject().equals(Optional.of(stage.wireName()))) {
        accept(stage, row);
      }
    }
    if (row.subject().equals(Optional.of(Stage.FINALISATION))) {
      acceptFinalisation(row);
    }
  }

  private void acceptFinalisation(StoredRow row) {
    Finalisation known = finalisation;
    Finalisation now = Finalisation.of(row);
    if (known == null || known.isBefore(now)) {
      corrected |= (known != null && known.withoutEdits()) || now.withoutEdits();
      finalisation = now;
    }
  }

  /** {@return the newest run of finalisation, if it could not read what people did} */
  Optional<RowPlace> withoutEdits() {
    Finalisation newest = finalisation;
    return newest != null && newest.withoutEdits() ? Optional.of(newest.place()) : Optional.empty();
  }

  private void accept(Stage stage, StoredRow row) {
    NavigableMap<Instant, Run> ofStage = of(stage);
    Run known = ofStage.get(row.writtenAt());
    if (known != null && known.version() > row.version()) {
      return;
    }
    corrected |= known != null;
    Run run = Run.of(row);
    ofStage.put(row.writtenAt(), run);
    if (stage == Stage.DETECTION) {
      gaps.remove(row.writtenAt());
      if (!run.gaps().isEmpty()) {
        gaps.put(row.writtenAt(), run);
        gapped = true;
      }
    }
  }

  /** {@return whether detection left something out since this was last asked} */
  boolean takeGapped() {
    boolean was = gapped;
    gapped = false;
    return was;
  }

  /** {@return whether a run that was known was corrected since this was last asked} */
  boolean takeCorrected() {
    boolean was = corrected;
    corrected = false;
    return was;
  }

  /**
   * The run of a stage that should have written a row about a report, and left none: it failed, or
   * the row got lost. A stage that has not run, or had nothing to do, is not due.
   *
   * @param stage the stage
   * @param detectedAt the newest tick with a row of detection about the report
   * @param completeAt the newest tick with a complete row of the stage
   * @return the newest such run
   */
  Optional<RowPlace> owed(Stage stage, Optional<Instant> detectedAt, Optional<Instant> completeAt) {
    if (detectedAt.isEmpty()
        || completeAt.filter(at -> !at.isBefore(detectedAt.get())).isPresent()) {
      return Optional.empty();
    }
    NavigableMap<Instant, Run> until = of(stage).headMap(detectedAt.get(), true);
    NavigableMap<Instant, Run> within =
        completeAt.map(at -> until.tailMap(at, false)).orElse(until);
    return within.descendingMap().values().stream().filter(Run::due).findFirst().map(Run::place);
  }

  /**
   * The runs of detection that left something out, after a tick.
   *
   * @param tick the newest tick at which detection wrote about the report
   * @return the runs, oldest first
   */
  List<Run> detectionGapsAfter(Instant tick) {
    return gaps.isEmpty() ? List.of() : List.copyOf(gaps.tailMap(tick, false).values());
  }

  private NavigableMap<Instant, Run> of(Stage stage) {
    return runs.computeIfAbsent(stage, s -> new TreeMap<>());
  }

  /**
   * How a stage fared at a tick.
   *
   * @param place the row
   * @param version its version
   * @param due whether the stage should have written rows
   * @param gaps codes for reports that a run of detection left out
   */
  record Run(RowPlace place, int version, boolean due, List<String> gaps) {
    static Run of(StoredRow stored) {
      RowPlace place = RowPlace.of(stored);
      if (stored.isRetracted()) {
        return new Run(place, stored.version(), false, List.of());
      }
      StageRun run = LazyRecord.of(StageRun.class, stored.json());
      List<String> said = run.degradedReasons().stream().filter(Stage.DETECTION::isGap).toList();
      List<String> gaps =
          said.isEmpty() && run.outcome() == StageOutcome.FAILED
              ? List.of(Stage.DETECTION.down())
              : said;
      boolean due = run.outcome() != StageOutcome.SKIPPED;
      return new Run(place, stored.version(), due, due ? gaps : List.of());
    }
  }

  /**
   * How finalisation fared at a tick. A retracted run says nothing, like one that could read
   * everything.
   *
   * @param place the row
   * @param version its version
   * @param withoutEdits whether it could not read what people did
   */
  private record Finalisation(RowPlace place, int version, boolean withoutEdits) {
    static Finalisation of(StoredRow row) {
      return new Finalisation(
          RowPlace.of(row),
          row.version(),
          !row.isRetracted()
              && LazyRecord.of(StageRun.class, row.json())
                  .degradedReasons()
                  .contains(Stage.EDITS_DOWN));
    }

    boolean isBefore(Finalisation other) {
      int order = place.writtenAt().compareTo(other.place.writtenAt());
      return order < 0 || (order == 0 && version < other.version);
    }
  }
}
