package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.UsageException;

class IdLookupTest {
  private static final String ONE = "MR-6a20e58883f194e885a0d230525dd11f";
  private static final String TWIN = "MR-6a20e588ffffffffffffffffffffffff";
  private static final String OTHER = "MR-5108dbd30cf31dd0e8f093e0fcf59344";

  private final IdLookup<String> lookup =
      new IdLookup<>(
          "report", "MR-", List.of(OTHER, ONE, TWIN), List.of("other", "one", "twin")::get);

  @Test
  void fullIdAndUnambiguousPrefix_areFound() {
    assertThat(lookup.get(ONE)).isEqualTo("one");
    assertThat(lookup.get("MR-6a20e5888")).isEqualTo("one");
    assertThat(lookup.get("MR-5108dbd3")).isEqualTo("other");
  }

  @Test
  void ambiguousPrefix_listsTheCandidates() {
    assertThatThrownBy(() -> lookup.get("MR-6a20e588"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(ONE, TWIN, "more digits");
  }

  @Test
  void idsThatLeadToOneThing_areNotAmbiguous() {
    assertThat(new IdLookup<>("event", "MR-", List.of(ONE, TWIN), i -> "same").get("MR-6a20e588"))
        .isEqualTo("same");
  }

  @Test
  void unknownId_isRefusedWithAdvice() {
    assertThatThrownBy(() -> lookup.get("MR-00000000"))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("'MR-00000000'", "3", "all()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "MR-", "MR-6a20e58", "ME-6a20e588", "MR-6A20E588", ONE + "0", "MR-6a20e588%d"})
  void otherTexts_areRefusedWithTheForm(String id) {
    assertThatThrownBy(() -> lookup.get(id))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("'" + id + "'", "8 to 32");
  }
}
