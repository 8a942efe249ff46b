package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.TagRecord;
import org.minorityreport.api.view.MinorityEvents;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;

/** A state gets a name, and is read by it from then on (spec 6.7), through the façade. */
class NamedStatesTest {
  private static final List<Instant> TICKS = SmallWorld.ticks();
  private static final int HALF = TICKS.size() / 2;

  private static InputTables tables;

  @TempDir private Path temporary;

  @BeforeAll
  static void makeInputs() {
    tables = new SmallWorld().tables();
  }

  @Test
  void state_thatWasNamed_isReadByItsNameAfterTheStoreWasOpenedAgain() {
    Path directory = temporary.resolve("store");
    TagRecord tag;
    List<String> then;
    try (LogStore store = LogStores.directory(directory);
        Mrs mrs = SmallWorld.open(store, tables, 2)) {
      TICKS.subList(0, HALF).forEach(mrs::tick);
      then = shown(mrs.reports(), mrs.events());
      tag = mrs.tag("June", "what the budget run used");
      TICKS.subList(HALF, TICKS.size()).forEach(mrs::tick);
    }

    try (LogStore store = LogStores.directory(directory);
        Mrs mrs = SmallWorld.open(store, tables, 2)) {
      AsOf june = AsOf.atTag("June");
      assertThat(shown(mrs.reports(june), mrs.events(june)))
          .isEqualTo(then)
          .isNotEqualTo(shown(mrs.reports(), mrs.events()));
      assertThat(mrs.position(june)).isEqualTo(CommitPosition.of(HALF));
      assertThat(mrs.tags()).containsExactly(tag);
      assertThat(store.count(Logs.STAGE_RUNS, mrs.run(), mrs.position(june)))
          .isLessThan(store.count(Logs.STAGE_RUNS, mrs.run(), mrs.position(AsOf.now())));
    }
  }

  @Test
  void bothAxes_atOnce() {
    try (Mrs mrs = SmallWorld.open(LogStores.inMemory(), tables, 2)) {
      TICKS.subList(0, HALF).forEach(mrs::tick);
      List<String> then = shown(mrs.reports(), mrs.events());
      TICKS.subList(HALF, TICKS.size()).forEach(mrs::tick);
      mrs.tag("all of it", null);

      AsOf asOf = AsOf.atTag("all of it").untilTick(TICKS.get(HALF - 1));

      assertThat(shown(mrs.reports(asOf), mrs.events(asOf))).isEqualTo(then);
      assertThat(mrs.reports(asOf).refreshSeq()).isEqualTo(CommitPosition.of(TICKS.size()));
    }
  }

  @Test
  void actor_isWhoStartedItUnlessSaid() {
    Mrs.Builder builder = Mrs.builder().logs(LogStores.inMemory()).inputs(tables);
    try (Mrs mrs = builder.startedBy("planner").build()) {
      mrs.tag("first", null);
      mrs.tag("second", CommitPosition.START, null, "ann");

      assertThat(mrs.tags()).extracting(TagRecord::actor).containsExactly("planner", "ann");
    }
  }

  @Test
  void nameThatIsNoTag_isRefused() {
    try (Mrs mrs = SmallWorld.open(LogStores.inMemory(), tables, 2)) {
      mrs.tag("June", null);

      assertThatThrownBy(() -> mrs.events(AsOf.atTag("july")))
          .isInstanceOf(UsageException.class)
          .hasMessage("run 'main' has no tag 'july' at position 1; its tags are 'June'");
      assertThatThrownBy(() -> mrs.reports(AsOf.atPosition(CommitPosition.of(2))))
          .isInstanceOf(UsageException.class)
          .hasMessage("position 2 is not there yet: the newest commit is at 1");
    }
  }

  /** The host's clock may say the very time of a tick; that makes the tag no row of the tick. */
  @Test
  void tick_runAgain_takesNoTagBack() {
    LogStore store = LogStores.inMemory();
    Instant tick = TICKS.get(0);
    Mrs.Builder builder = Mrs.builder().logs(store).inputs(tables);
    try (Mrs mrs = builder.clock(InstantSource.fixed(tick)).build()) {
      mrs.tick(tick);
      mrs.tag("June", null);
      CommitPosition head = store.head();

      mrs.tick(tick);

      assertThat(store.head()).isEqualTo(head);
      List<StoredRow> rows = new ArrayList<>();
      store.read(Logs.TAGS, mrs.run(), CommitPosition.START, head, rows::add);
      assertThat(rows).singleElement().satisfies(row -> assertThat(row.isRetracted()).isFalse());
    }
  }

  private static List<String> shown(MinorityReports reports, MinorityEvents events) {
    List<String> shown = new ArrayList<>();
    reports.all().forEach(report -> shown.add(report.toString()));
    events.all().forEach(event -> shown.add(event.toString()));
    return shown;
  }
}
