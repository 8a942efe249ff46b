package org.minorityreport.examples.benchmarks.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void map_keepsTheOrder_whateverTheThreads(int threads) throws Exception {
    try (SideBySide pool = new SideBySide(threads)) {
      for (int size = 0; size < 12; size++) {
        List<Integer> items = IntStream.range(0, size).boxed().toList();
        assertThat(pool.map(items, i -> -i)).isEqualTo(items.stream().map(i -> -i).toList());
      }
    }
  }
}
