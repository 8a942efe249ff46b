package org.minorityreport.mock.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.mock.world.narrative.Places;

class StagedNarrativeTest {
  private static final TimeSpan SPAN = TimeSpan.of(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));
  private static final List<WorldStore> STORES = WorldStore.first(3000);
  private static final Narrative SHIPPED = NarrativeLibrary.shipped().narratives().get(0);

  @Property(tries = 20)
  void share_isThatOfTheStoresCovered(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int tenths) {
    StagedNarrative staged = staged(seed, tenths / 10.0, 1, 3);

    long plays = STORES.stream().filter(store -> staged.playsAt(store.store())).count();

    assertThat(plays / 3000.0).isBetween(tenths / 10.0 - 0.05, tenths / 10.0 + 0.05);
  }

  @Test
  void otherSeed_otherStores() {
    assertThat(players(1)).isNotEqualTo(players(2)).isEqualTo(players(1));
  }

  @Property(tries = 50)
  void products_shareRoundedUpNeverNone(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int skus) {
    assertThat(staged(seed, 1, 0.01, skus).skus()).hasSize(1);
    assertThat(staged(seed, 1, 0.5, skus).skus()).hasSize((skus + 1) / 2);
    assertThat(staged(seed, 1, 1, skus).skus()).hasSize(skus);
  }

  private static List<WorldStore> players(long seed) {
    StagedNarrative staged = staged(seed, 0.5, 1, 3);
    return WorldStore.first(200).stream().filter(s -> staged.playsAt(s.store())).toList();
  }

  private static StagedNarrative staged(long seed, double share, double productShare, int skus) {
    Narrative narrative =
        Narrative.builder()
            .from(SHIPPED)
            .places(Places.builder().share(share).build())
            .productShare(productShare)
            .build();
    return StagedNarrative.of(narrative, SPAN, Product.first(skus), seed);
  }
}
