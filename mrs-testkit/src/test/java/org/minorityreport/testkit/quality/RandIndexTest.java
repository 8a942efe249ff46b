package org.minorityreport.testkit.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RandIndexTest {
  @Test
  void samePartitionUnderOtherNames_isOne() {
    assertThat(RandIndex.adjusted(List.of("a", "a", "b", "c"), List.of("x", "x", "y", "z")))
        .isEqualTo(1);
    assertThat(RandIndex.adjusted(List.of(), List.of())).isEqualTo(1);
    assertThat(RandIndex.adjusted(List.of("a", "b"), List.of("x", "y"))).isEqualTo(1);
  }

  /** Six things, 2+2+2 against 3+3: 2 pairs agree where 1.2 would by chance, of 4.5 at most. */
  @Test
  void partition_thatAgreesInPart_isTheShareAboveChance() {
    assertThat(
            RandIndex.adjusted(
                List.of("a", "a", "b", "b", "c", "c"), List.of("x", "x", "x", "y", "y", "y")))
        .isCloseTo((2 - 1.2) / (4.5 - 1.2), within(1e-12));
  }

  @Test
  void oneHeap_isZeroWhereThereAreParts() {
    assertThat(RandIndex.adjusted(List.of("a", "a", "b", "b"), List.of("x", "x", "x", "x")))
        .isEqualTo(0);
  }
}
