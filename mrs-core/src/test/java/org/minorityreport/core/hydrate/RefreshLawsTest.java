package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.json.CanonicalJson;

/** Going along with the logs gives what hydrating them from the first row gives, byte for byte. */
class RefreshLawsTest {
  @Provide
  Arbitrary<List<List<Fact>>> histories() {
    return Fact.histories();
  }

  @Property(tries = 400)
  void refreshAfterAnySplit_isAFullRebuild(
      @ForAll("histories") List<List<Fact>> history,
      @ForAll Set<@IntRange(max = 12) Integer> refreshes) {
    Scene scene = new Scene();
    try (Hydration along = Hydration.along(scene.store(), Scene.RUN, 2)) {
      for (int i = 0; i < history.size(); i++) {
        Fact.apply(scene, history.get(i));
        if (refreshes.contains(i)) {
          assertSameBytes(along.refresh(), scene.now());
        }
      }
      assertSameBytes(along.refresh(), scene.now());
    }
  }

  static void assertSameBytes(HydratedView actual, HydratedView expected) {
    assertThat(actual.reports().refreshSeq()).isEqualTo(expected.reports().refreshSeq());
    assertThat(lines(actual)).isEqualTo(lines(expected));
  }

  private static String lines(HydratedView view) {
    StringBuilder lines = new StringBuilder();
    for (MinorityReport report : view.reports().all()) {
      lines.append(CanonicalJson.text(report)).append('\n');
    }
    for (MinorityEvent event : view.events().all()) {
      lines.append(CanonicalJson.text(event)).append('\n');
    }
    return lines.toString();
  }
}
