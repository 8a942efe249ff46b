package org.minorityreport.core.hydrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.lifecycle.Example;
import org.minorityreport.api.lifecycle.ExampleFilter;
import org.minorityreport.api.lifecycle.ExampleSplit;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.lifecycle.Lifecycle;

/** Labelled examples (spec 5.8). */
class ExamplesLawTest {
  private static final ExampleFilter ALL =
      ExampleFilter.builder().automatic(true).conflicts(true).build();
  private static final Sample NORTH = Sample.of("north", "2025-08-07T09:00:00Z");
  private static final Sample SOUTH = Sample.of("south", "2025-08-07T09:30:00Z");
  private static final String TICK = "2025-08-07T16:00:00Z";

  @Provide
  static Arbitrary<List<List<Fact>>> histories() {
    return Fact.histories();
  }

  /** What came after a position changes nothing of the examples as of it. */
  @Property(tries = 60)
  void examplesAsOfAPosition_areThoseOfLogsThatEndThere(
      @ForAll("histories") List<List<Fact>> history) {
    Scene whole = Fact.scene(history);
    Scene growing = new Scene();
    for (List<Fact> commit : history) {
      Fact.apply(growing, commit);
      CommitPosition then = growing.store().head();

      assertThat(examples(whole, AsOf.atPosition(then), ALL))
          .isEqualTo(examples(growing, AsOf.now(), ALL));
    }
  }

  private static List<Example> examples(Scene scene, AsOf asOf, ExampleFilter filter) {
    List<Example> examples = new ArrayList<>();
    new Lifecycle(scene.store(), Scene.RUN).examples(asOf, filter).forEach(examples::add);
    return examples;
  }

  private static Scene decided() {
    Act approve = Act.on(NORTH, "approve", "a");
    Act auto = Act.on(SOUTH, "approve", "b", b -> b.actor("system").role("system"));
    return new Scene()
        .commit(NORTH.detected(TICK), NORTH.clustered(TICK), NORTH.attributed(TICK))
        .commit(NORTH.cohorted(TICK, NORTH.event()), NORTH.logged(TICK))
        .commit(SOUTH.detected(TICK), SOUTH.attributed(TICK))
        .commit(approve.row(), auto.row())
        .commit(
            Act.finalised(NORTH, "approved", approve, b -> b.finalCause("A \"big\", odd cause")),
            Act.finalised(SOUTH, "auto_approved", auto));
  }

  @Test
  void example_holdsFeaturesProposalAndDecision() {
    assertThat(examples(decided(), AsOf.now(), ExampleFilter.builder().build()))
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.reportId()).isEqualTo(NORTH.id());
              assertThat(example.features()).hasSize(16);
              assertThat(example.proposedCause()).contains("TV Campaign Launch");
              assertThat(example.finalCause()).contains("A \"big\", odd cause");
              assertThat(example.isAutomatic()).isFalse();
              assertThat(example.split()).isEqualTo(ExampleSplit.of(NORTH.event().value()));
            });
  }

  @Test
  void automaticApprovals_areLeftOutUnlessWanted_andFlagged() {
    assertThat(examples(decided(), AsOf.now(), ALL))
        .filteredOn(example -> example.reportId().equals(SOUTH.id()))
        .singleElement()
        .satisfies(example -> assertThat(example.isAutomatic()).isTrue());
  }

  @Test
  void reportsWithoutDecision_areNoExamples() {
    Scene scene = new Scene().commit(NORTH.detected(TICK), NORTH.attributed(TICK));

    assertThat(examples(scene, AsOf.now(), ALL)).isEmpty();
  }

  @Test
  void jsonLines_areTheValues() {
    Scene scene = decided();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Lifecycle(scene.store(), Scene.RUN).examples(AsOf.now(), ALL).writeJsonLines(out);
    List<Example> read =
        out.toString(UTF_8)
            .lines()
            .map(line -> CanonicalJson.read(line.getBytes(UTF_8), Example.class))
            .toList();

    assertThat(read).isEqualTo(examples(scene, AsOf.now(), ALL));
  }

  @Test
  void csv_quotesWhatNeedsIt_andHasTheFieldsAsColumns() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Lifecycle(decided().store(), Scene.RUN)
        .examples(AsOf.now(), ExampleFilter.builder().build())
        .writeCsv(out);
    List<String> lines = out.toString(UTF_8).lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("report_id,event_id,split,store_id,");
    assertThat(lines.get(1))
        .startsWith(NORTH.id().value() + "," + NORTH.event().value() + ",")
        .contains(",\"A \"\"big\"\", odd cause\",");
  }

  /** Of 1,000 ids; the shares are documented, so a change of the hash would move every example. */
  @Test
  void split_isByTheHashOfTheEvent() {
    Map<ExampleSplit, Integer> counts = new EnumMap<>(ExampleSplit.class);
    for (int i = 0; i < 1000; i++) {
      counts.merge(ExampleSplit.of("ME-" + i), 1, Integer::sum);
    }

    assertThat(counts.get(ExampleSplit.TRAIN)).isBetween(650, 750);
    assertThat(counts.get(ExampleSplit.VALIDATION)).isBetween(110, 190);
    assertThat(counts.get(ExampleSplit.HOLD_OUT)).isBetween(110, 190);
    assertThat(ExampleSplit.of("abc")).isEqualTo(ExampleSplit.TRAIN); // ba7816bf mod 100 = 19
  }
}
