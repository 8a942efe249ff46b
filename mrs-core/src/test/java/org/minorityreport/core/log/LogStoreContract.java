package org.minorityreport.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minorityreport.core.log.TestRows.MAIN;
import static org.minorityreport.core.log.TestRows.OTHER;
import static org.minorityreport.core.log.TestRows.commit;
import static org.minorityreport.core.log.TestRows.retraction;
import static org.minorityreport.core.log.TestRows.row;
import static org.minorityreport.core.log.TestRows.slice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;

/** What every log store does. */
public abstract class LogStoreContract {
  private static final Log<?> LOG = Logs.REPORTS_DETECTED;
  private static final CommitPosition END = CommitPosition.of(Long.MAX_VALUE);

  private LogStore store;

  protected LogStoreContract() {}

  /** An empty store. */
  protected abstract LogStore create(InstantSource clock);

  @BeforeEach
  void open() {
    store = create(InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Nested
  class Versions {
    @Test
    void append_newKeys_startAtOne() {
      AppendResult result = store.append(commit(row("a", 'x'), row("b", 'x')));

      assertThat(result).isEqualTo(AppendResult.of(CommitPosition.of(1), 2, 0, 0));
      assertThat(texts()).containsExactly("a 1 x", "b 1 x");
    }

    @Test
    void append_sameContent_isADuplicateAndMakesNoCommit() {
      store.append(commit(row("a", 'x'), row("b", 'x')));

      AppendResult result = store.append(commit(row("b", 'x'), row("a", 'x')));

      assertThat(result).isEqualTo(AppendResult.of(CommitPosition.of(1), 0, 0, 2));
      assertThat(store.head()).isEqualTo(CommitPosition.of(1));
      assertThat(store.committedAt(CommitPosition.of(2))).isEmpty();
      assertThat(texts()).hasSize(2);
    }

    @Test
    void append_emptyCommit_makesNoCommit() {
      assertThat(store.append(Commit.of(List.of())).position()).isEqualTo(CommitPosition.START);
    }

    /** A duplicate is one of the newest version only: after A and B, the row A is news. */
    @Test
    void append_contentOfAnOlderVersion_isNews() {
      store.append(commit(row("a", 'x')));
      store.append(commit(row("a", 'y')));

      AppendResult result = store.append(commit(row("a", 'x')));

      assertThat(result).isEqualTo(AppendResult.of(CommitPosition.of(3), 0, 1, 0));
      assertThat(texts()).containsExactly("a 1 x", "a 2 y", "a 3 x");
    }

    @Test
    void append_oneKeyTwiceInOneCommit_seesTheRowBefore() {
      AppendResult result =
          store.append(commit(row("a", 'x'), row("a", 'x'), row("a", 'y'), row("a", 'x')));

      assertThat(result).isEqualTo(AppendResult.of(CommitPosition.of(1), 1, 2, 1));
      assertThat(texts()).containsExactly("a 1 x", "a 2 y", "a 3 x");
    }

    @Test
    void append_retraction_isAVersionAndTheKeyMayComeBack() {
      store.append(commit(row("a", 'x')));

      assertThat(store.append(commit(retraction("a"))).newVersions()).isEqualTo(1);
      assertThat(store.append(commit(retraction("a"))).duplicates()).isEqualTo(1);
      assertThat(latest("a", END).isRetracted()).isTrue();
      assertThat(store.append(commit(row("a", 'x'))).newVersions()).isEqualTo(1);
      assertThat(latest("a", END).isRetracted()).isFalse();
      assertThat(texts()).containsExactly("a 1 x", "a 2 -", "a 3 x");
    }

    /** Equal keys of two logs or two runs are different keys. */
    @Test
    void append_sameKeyInAnotherLogOrRun_startsAtOne() {
      store.append(commit(row("a", 'x')));

      AppendResult result =
          store.append(
              Commit.of(
                  List.of(
                      slice(Logs.REPORTS_ENDED, row(Logs.REPORTS_ENDED, MAIN, "a", 'x')),
                      slice(LOG, row(LOG, OTHER, "a", 'x')))));

      assertThat(result.newRows()).isEqualTo(2);
      assertThat(texts()).containsExactly("a 1 x");
    }
  }

  @Nested
  class Refusals {
    @Test
    void append_wrongWriter_isRefusedWhole() {
      Commit commit =
          Commit.of(
              List.of(
                  slice(LOG, row("a", 'x')),
                  LogSlice.of(
                      Logs.EVENTS, Writer.DETECTION, List.of(row(Logs.EVENTS, MAIN, "e", 'x')))));

      assertThatThrownBy(() -> store.append(commit))
          .isInstanceOf(LogStoreException.class)
          .hasMessage(
              "DETECTION may not write minority_events_log; its writers are [COHORTING];"
                  + " nothing was appended");
      assertThat(store.head()).isEqualTo(CommitPosition.START);
      assertThat(texts()).isEmpty();
      assertThat(store.runs()).isEmpty();
    }

    @Test
    void append_meelByReconciliation_isAccepted() {
      LogSlice slice =
          LogSlice.of(
              Logs.REPORTS_ENDED,
              Writer.RECONCILIATION,
              List.of(row(Logs.REPORTS_ENDED, MAIN, "a", 'x')));

      assertThat(store.append(Commit.of(List.of(slice))).newRows()).isEqualTo(1);
    }

    @Test
    void append_rowOfAnotherLogThanItsSlice_isRefusedWhole() {
      Commit commit =
          Commit.of(List.of(slice(LOG, row("a", 'x'), row(Logs.EVENTS, MAIN, "e", 'x'))));

      assertThatThrownBy(() -> store.append(commit))
          .isInstanceOf(LogStoreException.class)
          .hasMessage(
              "minority_events_log [\"main\",\"e\",\"1970-01-01T00:00:00Z\"] stands in a slice of"
                  + " minority_reports_detected_log;"
                  + " nothing was appended");
      assertThat(texts()).isEmpty();
    }

    @Test
    void append_guardedAndSomethingCameSince_isRefusedAndNamesIt() {
      store.append(commit(row("a", 'x')));
      store.append(commit(row("b", 'x')));
      Commit guarded =
          commit(row("c", 'x')).ifNothingAbout(MAIN, Set.of("a", "b"), CommitPosition.of(1));

      assertThatThrownBy(() -> store.append(guarded))
          .isInstanceOf(LogStoreException.class)
          .hasMessage(
              "b changed at position 2, after position 1 that the caller had seen; nothing was"
                  + " appended: look again and repeat");
      assertThat(texts()).containsExactly("a 1 x", "b 1 x");
    }

    /** Other subjects, other runs and duplicates are no reason to refuse. */
    @Test
    void append_guardedAndNothingCameSince_isAccepted() {
      store.append(commit(row("a", 'x')));
      store.append(commit(row("b", 'x')));
      store.append(Commit.of(List.of(slice(LOG, row(LOG, OTHER, "a", 'x')))));
      store.append(commit(row("a", 'x')));
      Commit guarded =
          commit(row("a", 'y')).ifNothingAbout(MAIN, Set.of("a"), CommitPosition.of(1));

      assertThatCode(() -> store.append(guarded)).doesNotThrowAnyException();
    }

    @Test
    void append_guardedAboutWhatNoRowEverNamed_isAccepted() {
      Commit guarded =
          commit(row("a", 'x')).ifNothingAbout(MAIN, Set.of("never"), CommitPosition.START);

      assertThatCode(() -> store.append(guarded)).doesNotThrowAnyException();
    }

    @Test
    void anything_afterClosing_isRefused() {
      store.close();

      assertThatThrownBy(() -> store.append(commit(row("a", 'x'))))
          .isInstanceOf(LogStoreException.class)
          .hasMessage("the store is closed");
      assertThatThrownBy(LogStoreContract.this::texts).hasMessage("the store is closed");
    }

    /** All or nothing holds for whatever fails, a host's clock too. */
    @Test
    void append_clockFails_leavesNoRows() {
      Deque<Instant> times = new ArrayDeque<>(List.of(Instant.EPOCH));
      store.close();
      store = create(times::remove);
      LogStore timed = store;
      timed.append(commit(row("a", 'x')));

      assertThatThrownBy(() -> timed.append(commit(row("b", 'x'))))
          .isInstanceOf(java.util.NoSuchElementException.class);
      times.add(Instant.MAX);
      timed.append(commit(row("c", 'x')));

      assertThat(read(timed, LOG, MAIN, CommitPosition.START, END))
          .extracting(TestRows::name)
          .containsExactly("a", "c");
      assertThat(timed.committedAt(CommitPosition.of(2))).contains(Instant.MAX);
    }
  }

  @Nested
  class Reads {
    @Test
    void read_between_isAfterTheOneUpToTheOther() {
      store.append(commit(row("a", 'x')));
      store.append(commit(row("b", 'x'), row("c", 'x')));
      store.append(commit(row("d", 'x')));

      List<StoredRow> rows = read(store, LOG, MAIN, CommitPosition.of(1), CommitPosition.of(2));

      assertThat(rows).extracting(TestRows::name).containsExactly("b", "c");
      assertThat(rows).extracting(StoredRow::rowNumber).containsExactly(2L, 3L);
      assertThat(rows).extracting(StoredRow::position).containsOnly(CommitPosition.of(2));
      assertThat(read(store, LOG, MAIN, CommitPosition.of(2), CommitPosition.of(1))).isEmpty();
    }

    @Test
    void latest_asOfAPosition_isWhatStoodThen() {
      store.append(commit(row("a", 'x')));
      store.append(commit(row("b", 'x')));
      store.append(commit(row("a", 'y')));

      assertThat(latest("a", CommitPosition.of(2)).version()).isEqualTo(1);
      assertThat(latest("a", END).version()).isEqualTo(2);
      assertThat(store.latest(LOG, List.of(key("b"), key("z")), CommitPosition.of(1))).isEmpty();
      assertThat(store.latest(LOG, List.of(key("b"), key("z")), END)).containsOnlyKeys(key("b"));
    }

    /** Row numbers and counts are of one run in one log: they are what rows may name. */
    @Test
    void count_isPerLogAndRun() {
      store.append(commit(row("a", 'x')));
      store.append(Commit.of(List.of(slice(LOG, row(LOG, OTHER, "a", 'x'), row("b", 'x')))));

      assertThat(store.count(LOG, MAIN, CommitPosition.of(1))).isEqualTo(1);
      assertThat(store.count(LOG, MAIN, END)).isEqualTo(2);
      assertThat(store.count(LOG, OTHER, END)).isEqualTo(1);
      assertThat(store.count(Logs.EVENTS, MAIN, END)).isZero();
      assertThat(read(store, LOG, OTHER, CommitPosition.START, END))
          .extracting(StoredRow::rowNumber)
          .containsExactly(1L);
      assertThat(store.runs()).containsExactly(MAIN, OTHER);
    }

    @Test
    void committedAt_isTheClockOfTheCommit() {
      Deque<Instant> times = new ArrayDeque<>(List.of(Instant.EPOCH, Instant.MAX));
      store.close();
      store = create(times::remove);
      LogStore timed = store;
      timed.append(commit(row("a", 'x')));
      timed.append(commit(row("a", 'y')));

      assertThat(timed.committedAt(CommitPosition.START)).isEmpty();
      assertThat(timed.committedAt(CommitPosition.of(1))).contains(Instant.EPOCH);
      assertThat(timed.committedAt(CommitPosition.of(2))).contains(Instant.MAX);
      assertThat(timed.committedAt(END)).isEmpty();
    }
  }

  private List<String> texts() {
    return read(store, LOG, MAIN, CommitPosition.START, END).stream()
        .map(r -> TestRows.name(r) + " " + r.version() + " " + content(r))
        .toList();
  }

  /** The version must stand in the row itself, not only beside it. */
  private static char content(StoredRow row) {
    assertThat(row.text()).contains("\"version\":" + row.version() + ",");
    return TestRows.content(row);
  }

  private static String key(String name) {
    return TestRows.key(MAIN, name);
  }

  private StoredRow latest(String key, CommitPosition asOf) {
    Map<String, StoredRow> found = store.latest(LOG, List.of(key(key)), asOf);
    return found.values().iterator().next();
  }

  private static List<StoredRow> read(
      LogStore store, Log<?> log, RunId run, CommitPosition after, CommitPosition to) {
    List<StoredRow> rows = new ArrayList<>();
    store.read(log, run, after, to, rows::add);
    return rows;
  }
}
