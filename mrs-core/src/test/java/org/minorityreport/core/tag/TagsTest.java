package org.minorityreport.core.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.TagRecord;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;

class TagsTest {
  private static final RunId RUN = RunId.of("main");
  private static final Instant THEN = Instant.parse("2025-06-30T17:00:00Z");
  private static final Instant LATER = Instant.parse("2025-07-01T08:00:00Z");

  private final LogStore store = LogStores.inMemory();
  private final Tags tags = new Tags(store, RUN);

  /** Three commits, so that there are positions to name. */
  @BeforeEach
  void threeCommits() {
    for (String key : List.of("a", "b", "c")) {
      store.append(report(key));
    }
  }

  /** A commit of one report. */
  private static Commit report(String id) {
    String json =
        "{\"run_id\":\"main\",\"written_at\":\"1970-01-01T00:00:00Z\",\"version\":1,\"report_id\":\""
            + id
            + "\"}";
    LogRow row = LogRow.of(Logs.REPORTS_DETECTED, json.getBytes(StandardCharsets.UTF_8));
    LogSlice slice = LogSlice.of(Logs.REPORTS_DETECTED, Writer.DETECTION, List.of(row));
    return Commit.of(List.of(slice));
  }

  @Nested
  class Setting {
    @Test
    void positionFromTheFuture_isRefused() {
      assertThatThrownBy(() -> set("June", 4))
          .isInstanceOf(UsageException.class)
          .hasMessage("position 4 is not there yet: the newest commit is at 3");
      assertThat(rows()).isEmpty();
    }

    /** The key of the row holds the clock: at the same moment it is the same key, later another. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2025-06-30T17:00:00Z", "2025-07-01T08:00:00Z"})
    void nameOfAnotherPosition_isRefusedWithBoth(Instant when) {
      set("June", 2);

      assertThatThrownBy(() -> tags.set("June", CommitPosition.of(3), null, "ann", when))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "tag 'June' names position 2 for good, so it cannot name position 3; take another"
                  + " name");
      assertThat(rows()).hasSize(1);
    }

    @Test
    void valuesOutOfTheirRules_areRefused() {
      assertThatThrownBy(() -> set(" ", 2))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageStartingWith("name is ' ' but must be ");
      assertThatThrownBy(() -> tags.set("June", CommitPosition.of(2), "", "ann", THEN))
          .isInstanceOf(InvalidValueException.class)
          .hasMessage("note is '' but must be not blank, if it is said");
      assertThat(rows()).isEmpty();
    }

    @Test
    void newName_isARowOfTheLog() {
      TagRecord tag = tags.set("June", CommitPosition.of(2), "budget", "ann", THEN);

      assertThat(rows())
          .extracting(StoredRow::text)
          .containsExactly(
              "{\"run_id\":\"main\",\"written_at\":\"2025-06-30T17:00:00Z\",\"version\":1,"
                  + "\"name\":\"June\",\"position\":2,\"note\":\"budget\",\"actor\":\"ann\"}");
      assertThat(LogCodec.read(Logs.TAGS, rows().get(0))).isEqualTo(tag);
      assertThat(store.head()).isEqualTo(CommitPosition.of(4));
    }

    @Test
    void theSameAgain_appendsNothingAndAnswersTheFirst() {
      TagRecord first = tags.set("June", CommitPosition.of(2), "budget", "ann", THEN);

      assertThat(tags.set("June", CommitPosition.of(2), "other", "bob", LATER)).isEqualTo(first);
      assertThat(store.head()).isEqualTo(CommitPosition.of(4));
    }

    @Test
    void start_isTheStateBeforeTheFirstCommit() {
      set("empty", 0);

      assertThat(tags.position(AsOf.atTag("empty"))).isEqualTo(CommitPosition.START);
    }

    @Test
    void nameOfAnotherRun_isFree() {
      new Tags(store, RunId.of("other")).set("June", CommitPosition.of(1), null, "ann", THEN);

      set("June", 2);

      assertThat(tags.position(AsOf.atTag("June"))).isEqualTo(CommitPosition.of(2));
      assertThat(tags.all(store.head())).hasSize(1);
    }

    /** Nothing in the library does either, but a name that is not for good is worth nothing. */
    @Test
    void rowsAppendedPastTheRules_changeNoName() {
      set("June", 2);
      StoredRow first = rows().get(0);
      TagRecord other = TagRecord.builder().from(tag(first)).position(3).build();
      append(LogCodec.row(Logs.TAGS, other));
      append(LogCodec.retraction(first));

      assertThat(tags.position(AsOf.atTag("June"))).isEqualTo(CommitPosition.of(2));
      assertThatThrownBy(() -> set("June", 3)).hasMessageContaining("names position 2 for good");
    }
  }

  @Nested
  class Racing {
    @Test
    void otherPositionMeanwhile_isRefusedWithBoth() {
      Tags late = interferedBy(() -> set("June", 2));

      assertThatThrownBy(() -> late.set("June", CommitPosition.of(3), null, "bob", LATER))
          .isInstanceOf(UsageException.class)
          .isNotInstanceOf(LogStoreException.class)
          .hasMessageStartingWith("tag 'June' names position 2 for good, so it cannot name");
      assertThat(rows()).hasSize(1);
    }

    @Test
    void samePositionMeanwhile_answersTheFirst() {
      Tags late = interferedBy(() -> set("June", 2));

      assertThat(late.set("June", CommitPosition.of(2), null, "bob", LATER).actor())
          .isEqualTo("ann");
      assertThat(rows()).hasSize(1);
    }

    /** Guards know subjects of any log: a report may be called what the tag is called. */
    @Test
    void rowOfAnotherLogAboutThatNameMeanwhile_doesNotMatter() {
      Tags late = interferedBy(() -> store.append(report("June")));

      late.set("June", CommitPosition.of(3), null, "bob", LATER);

      assertThat(tags.position(AsOf.atTag("June"))).isEqualTo(CommitPosition.of(3));
    }

    @Test
    void storeThatFails_saysSo() {
      Tags failing =
          interferedBy(
              () -> {
                throw new LogStoreException("no space left");
              });

      assertThatThrownBy(() -> failing.set("June", CommitPosition.of(3), null, "bob", LATER))
          .isInstanceOf(LogStoreException.class)
          .hasMessage("no space left");
    }

    @Test
    void manyThreads_oneWins() throws Exception {
      List<Callable<Long>> askers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        long position = i % 4;
        askers.add(() -> winner("June", position));
      }
      ExecutorService threads = Executors.newFixedThreadPool(askers.size());
      try {
        List<Future<Long>> answers = threads.invokeAll(askers);

        long position = tags.get("June", store.head()).position();
        for (Future<Long> answer : answers) {
          assertThat(answer.get()).isEqualTo(position);
        }
      } finally {
        threads.shutdownNow();
      }
      assertThat(rows()).hasSize(1);
    }

    /** The position that the name has in the end, from the answer or from the error. */
    private long winner(String name, long position) {
      try {
        return set(name, position).position();
      } catch (UsageException e) {
        return Long.parseLong(e.getMessage().replaceAll(".* names position (\\d+) .*", "$1"));
      }
    }

    private Tags interferedBy(Runnable interference) {
      return new Tags(new InterferingStore(store, interference), RUN);
    }
  }

  @Nested
  class Finding {
    @Test
    void unknownName_listsThoseThereAre() {
      set("May", 1);
      set("June", 2);

      assertThatThrownBy(() -> tags.position(AsOf.atTag("july")))
          .isInstanceOf(UsageException.class)
          .hasMessage("run 'main' has no tag 'july' at position 5; its tags are 'June', 'May'");
    }

    @Test
    void unknownName_ofARunWithoutTags_saysSo() {
      assertThatThrownBy(() -> tags.position(AsOf.atTag("july")))
          .hasMessage("run 'main' has no tag 'july' at position 3; it has none: set one first");
    }

    @Test
    void unknownName_amongMany_listsSome() {
      for (int i = 10; i < 32; i++) {
        set("t" + i, 1);
      }

      assertThatThrownBy(() -> tags.get("t", store.head()))
          .hasMessageContaining("its tags are 't10', 't11', ")
          .hasMessageEndingWith("'t29' and 2 more");
    }

    @Test
    void positionFromTheFuture_isRefused() {
      assertThatThrownBy(() -> tags.position(AsOf.atPosition(CommitPosition.of(4))))
          .isInstanceOf(UsageException.class)
          .hasMessage("position 4 is not there yet: the newest commit is at 3");
    }

    @Test
    void moment_isItsPosition() {
      set("June", 2);

      assertThat(tags.position(AsOf.now())).isEqualTo(CommitPosition.of(4));
      assertThat(tags.position(AsOf.atPosition(CommitPosition.of(1)))).isEqualTo(at(1));
      assertThat(tags.position(AsOf.atTag("June").untilTick(THEN))).isEqualTo(at(2));
    }

    @Test
    void tags_areThereFromTheirCommitOn() {
      set("May", 3);
      set("April", 1);

      assertThat(tags.all(at(3))).isEmpty();
      assertThat(tags.all(at(4))).extracting(TagRecord::name).containsExactly("May");
      assertThat(tags.all(at(5))).extracting(TagRecord::name).containsExactly("May", "April");
      assertThatThrownBy(() -> tags.get("April", at(4)))
          .hasMessage("run 'main' has no tag 'April' at position 4; its tags are 'May'");
    }

    private static CommitPosition at(long position) {
      return CommitPosition.of(position);
    }
  }

  private TagRecord set(String name, long position) {
    return tags.set(name, CommitPosition.of(position), null, "ann", THEN);
  }

  private void append(LogRow row) {
    store.append(Commit.of(List.of(LogSlice.of(Logs.TAGS, Writer.ADMINISTRATION, List.of(row)))));
  }

  private static TagRecord tag(StoredRow row) {
    return LogCodec.read(Logs.TAGS, row);
  }

  private List<StoredRow> rows() {
    List<StoredRow> rows = new ArrayList<>();
    store.read(Logs.TAGS, RUN, CommitPosition.START, store.head(), rows::add);
    return rows;
  }
}
