package org.minorityreport.mock.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;

class RandomHappeningsTest {
  private static final int COUNT = 16;
  private static final int DAYS = 14;

  @Property(tries = 20)
  void sameSeed_sameHappenings_andAnyWorldTakesThem(@ForAll long seed) {
    NarrativeLibrary one = RandomHappenings.draw(seed, COUNT, DAYS);

    assertThat(RandomHappenings.draw(seed, COUNT, DAYS).narratives()).isEqualTo(one.narratives());
    assertThat(World.builder().narratives(one).days(DAYS).build().truth().happenings())
        .hasSizeGreaterThan(COUNT / 2);
  }

  @Property(tries = 20)
  void happenings_neverShareASeriesAtOneTime(@ForAll long seed) {
    World world =
        World.builder().narratives(RandomHappenings.draw(seed, COUNT, DAYS)).days(DAYS).build();
    TreeSet<String> taken = new TreeSet<>();

    for (Happening happening : world.truth().happenings()) {
      for (AffectedSeries series : happening.affected()) {
        for (int i = 0; i < series.steps().count(); i++) {
          assertThat(taken.add(series.id() + " " + series.steps().timeAt(i))).isTrue();
        }
      }
    }
  }

  @Test
  void rowsOfContext_aQuarterHasNone_aQuarterIsMisled() {
    List<Narrative> drawn = RandomHappenings.draw(1, COUNT, DAYS).narratives();

    long without = drawn.stream().filter(n -> n.leaves().isEmpty()).count();
    long misled = drawn.stream().filter(RandomHappeningsTest::isMisled).count();
    assertThat(drawn).hasSize(COUNT);
    assertThat(without).isEqualTo(COUNT / 4);
    assertThat(misled).isEqualTo(COUNT / 4);
  }

  @Test
  void library_writtenAndReadAgain_isTheSame() {
    for (NarrativeLibrary library :
        List.of(NarrativeLibrary.shipped(), RandomHappenings.draw(3, COUNT, DAYS))) {
      NarrativeLibrary again = NarrativeLibrary.parse("again", library.json());

      assertThat(again.narratives()).isEqualTo(library.narratives());
      assertThat(again.feedFaults()).isEqualTo(library.feedFaults());
      assertThat(again.outages()).isEqualTo(library.outages());
      assertThat(again.zone()).isEqualTo(library.zone());
    }
  }

  private static boolean isMisled(Narrative narrative) {
    return narrative.leaves().stream().anyMatch(r -> !r.category().equals(narrative.category()));
  }
}
