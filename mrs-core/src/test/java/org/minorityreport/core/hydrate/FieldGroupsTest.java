package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ValueSource;

class FieldGroupsTest {
  @Test
  void everyField_hasAGroup_andNothingElseHas() {
    assertThat(FieldGroups.OF_REPORTS.all().keySet())
        .containsExactlyInAnyOrder(fields(MinorityReport.class));
    assertThat(FieldGroups.OF_EVENTS.all().keySet())
        .containsExactlyInAnyOrder(fields(MinorityEvent.class));
  }

  /** Specification 4.6, the table. */
  @Test
  void sources_standInTheOrderOfPrecedence() {
    assertThat(FieldGroups.OF_REPORTS.of("window_end")).contains(FieldGroup.WINDOW_END);
    assertThat(FieldGroup.WINDOW_END.sources())
        .containsExactly(ValueSource.UI, ValueSource.ENDED, ValueSource.DETECTED);
    assertThat(FieldGroup.CLUSTER.sources())
        .containsExactly(ValueSource.REREVIEW, ValueSource.CLUSTERED);
    assertThat(FieldGroup.TOTALS.sources())
        .containsExactly(
            ValueSource.UI,
            ValueSource.DETECTED,
            ValueSource.CLUSTERED,
            ValueSource.ATTRIBUTION,
            ValueSource.COHORT);
    assertThat(FieldGroup.REVIEW.sources()).isEmpty();
    assertThat(FieldGroups.OF_REPORTS.of("mood")).isEmpty();
  }

  private static String[] fields(Class<?> type) {
    return Arrays.stream(
            Objects.requireNonNull(type.getAnnotation(JsonPropertyOrder.class)).value())
        .toArray(String[]::new);
  }
}
