package org.minorityreport.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
  @ParameterizedTest(name = "{0} items from {1} of {2}: {3}")
  @CsvSource({"2, 0, 5, 2", "2, 2, 5, 4", "1, 4, 5,", "0, 0, 5,", "0, 9, 5,", "0, 0, 0,"})
  void nextPage_beginsAfterThisOne_unlessItIsTheLast(
      int items, int offset, int total, Integer next) {
    Page<Integer> page =
        Page.<Integer>builder()
            .items(List.of(1, 2).subList(0, items))
            .offset(offset)
            .total(total)
            .build();
    assertThat(page.nextOffset().stream().boxed().toList())
        .isEqualTo(next == null ? List.of() : List.of(next));
  }
}
