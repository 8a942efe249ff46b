package org.minorityreport.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;

class AsOfTest {
  private static final CommitPosition FIVE = CommitPosition.of(5);
  private static final Instant TICK = Instant.parse("2025-08-07T16:00:00Z");

  @Test
  void tagThatNoneCanHave_isRefused() {
    assertThatThrownBy(() -> AsOf.atTag(" "))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("tag is ' ' but must be ");
  }

  @Test
  void moments_sayWhatTheyAre() {
    assertThat(AsOf.now()).hasToString("now");
    assertThat(AsOf.atTag("June")).hasToString("tag 'June'");
    assertThat(AsOf.atPosition(FIVE).untilTick(TICK))
        .hasToString("position 5, until tick 2025-08-07T16:00:00Z");
  }

  @Test
  void untilTick_keepsTheOtherAxis() {
    AsOf asOf = AsOf.atTag("June").untilTick(TICK.plusSeconds(1)).untilTick(TICK);

    assertThat(asOf.tag()).contains("June");
    assertThat(asOf.position()).isEmpty();
    assertThat(asOf.tick()).contains(TICK);
  }

  @Test
  void moments_areEqualIfTheySayTheSame() {
    List<AsOf> all =
        List.of(
            AsOf.now(),
            AsOf.atTag("5"),
            AsOf.atPosition(FIVE),
            AsOf.now().untilTick(TICK),
            AsOf.atTag("5").untilTick(TICK),
            AsOf.atPosition(FIVE).untilTick(TICK));

    assertThat(Set.copyOf(all)).hasSize(all.size());
    assertThat(AsOf.atPosition(CommitPosition.of(5)).untilTick(TICK)).isEqualTo(all.get(5));
    assertThat(AsOf.atPosition(CommitPosition.of(5))).hasSameHashCodeAs(all.get(2));
    assertThat(AsOf.now()).isNotEqualTo("now");
  }
}
