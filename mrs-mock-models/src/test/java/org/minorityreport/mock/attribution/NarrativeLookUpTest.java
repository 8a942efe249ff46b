package org.minorityreport.mock.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Steps;
import org.minorityreport.mock.Reports;

/** The shipped script says that a rival's shelves are empty in the West Midlands on 7 August. */
class NarrativeLookUpTest {
  private static final Instant DURING = Instant.parse("2025-08-07T11:00:00Z");

  @Test
  void unlessSwitchedOff_theScriptIsLookedUp() {
    AttributionAnswer answer = ask(Map.of(), "Northway", DURING, Direction.UPLIFT);

    assertThat(answer.abstainReason()).isEmpty();
    assertThat(answer.causes().get(0).category()).isEqualTo("competitor_action");
    assertThat(answer.causes().get(0).evidence().get(0).kind()).isEqualTo(EvidenceKind.NARRATIVE);
    assertThat(answer.causes().get(0).evidence().get(0).ref()).isEqualTo("MRS-001");
    assertThat(ask(Map.of("narratives", "off"), "Northway", DURING, Direction.UPLIFT).causes())
        .isEmpty();
  }

  @Test
  void otherSideTimeFirstDayOrChain_isNotInTheScript() {
    assertThat(ask(Map.of(), "Northway", DURING, Direction.DROP).causes()).isEmpty();
    Instant dayBefore = DURING.minus(Duration.ofDays(1));
    assertThat(ask(Map.of(), "Northway", dayBefore, Direction.UPLIFT).causes()).isEmpty();
    Map<String, String> later = Map.of("narratives_first_day", "2025-08-06");
    assertThat(ask(later, "Northway", DURING, Direction.UPLIFT).causes()).isEmpty();
    assertThat(ask(Map.of(), "A real chain", DURING, Direction.UPLIFT).causes()).isEmpty();
  }

  @Test
  void parametersThatCannotBeRead_areRefused() {
    for (Map<String, String> wrong :
        List.of(Map.of("narratives", "of"), Map.of("narratives_first_day", "5 August"))) {
      assertThatThrownBy(() -> model(wrong))
          .isInstanceOf(MrsException.class)
          .hasMessageContaining("narratives");
    }
  }

  private static MockAttribution model(Map<String, String> parameters) {
    return MockAttribution.create(ModelConfig.builder().seed(0).parameters(parameters).build());
  }

  private static AttributionAnswer ask(
      Map<String, String> parameters, String retailer, Instant onset, Direction direction) {
    Store store =
        Store.builder()
            .storeId(StoreId.of("store"))
            .retailer(retailer)
            .city("Coventry")
            .region("West Midlands")
            .build();
    ReportDetected report =
        ReportDetected.builder()
            .from(Reports.detected("store", direction))
            .firstDetectedFrom(onset)
            .windowStart(onset)
            .windowEnd(onset.plusSeconds(7200))
            .writtenAt(onset.plusSeconds(7200))
            .build();
    return model(parameters)
        .attribute(
            AttributionQuestion.builder()
                .report(report)
                .slice(
                    ReportSlice.builder().steps(Steps.of(onset, Cadence.parse("PT15M"), 8)).build())
                .store(store)
                .build());
  }
}
