package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was kept and however often it is copied, it says what an ordinary map would say. */
class KeptMapTest {
  private static final int KEYS = 9_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 5_000})
  void manyChanges_betweenCopies_areThoseOfAnOrdinaryMap(int kept) {
    KeptMap<Integer, String> map = new KeptMap<>();
    Map<Integer, String> model = new HashMap<>();
    if (kept > 0) {
      map.goOnFrom(upTo(kept));
      upTo(kept).keys().forEach(key -> model.put(key, "kept " + key));
    }
    Random random = new Random(kept);
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < KEYS; i++) {
        int key = random.nextInt(KEYS);
        if (random.nextInt(3) == 0) {
          map.remove(key);
          model.remove(key);
        } else {
          map.put(key, "round " + round);
          model.put(key, "round " + round);
        }
      }
      KeptMap<Integer, String> copy = map.copy();
      Map<Integer, String> then = Map.copyOf(model);
      map.put(1, "later");
      model.put(1, "later");
      map.remove(2);
      model.remove(2);
      assertSame(copy, then);
      assertSame(map, model);
    }
  }

  @Test
  void valueThatWasKept_isChangedInPlaceOnceItIsHeld() {
    KeptMap<Integer, StringBuilder> map = new KeptMap<>();
    map.goOnFrom(
        new KeptMap.Base<>() {
          @Override
          public StringBuilder get(Integer key) {
            return new StringBuilder("kept");
          }

          @Override
          public List<Integer> keys() {
            return List.of(1);
          }
        });

    map.held(1, StringBuilder::new).append(" and changed");

    assertThat(map.get(1)).hasToString("kept and changed");
    assertThat(map.kept().get(1)).hasToString("kept");
  }

  private static void assertSame(KeptMap<Integer, String> map, Map<Integer, String> model) {
    assertThat(map.keys()).containsExactlyInAnyOrderElementsOf(model.keySet());
    for (int key = 0; key < KEYS; key++) {
      assertThat(map.get(key)).isEqualTo(model.get(key));
      assertThat(map.containsKey(key)).isEqualTo(model.containsKey(key));
    }
  }

  private static KeptMap.Base<Integer, String> upTo(int end) {
    return new KeptMap.Base<>() {
      @Override
      public @Nullable String get(Integer key) {
        return key < end ? "kept " + key : null;
      }

      @Override
      public List<Integer> keys() {
        return SortedByKey.made(end, place -> place);
      }
    };
  }
}
