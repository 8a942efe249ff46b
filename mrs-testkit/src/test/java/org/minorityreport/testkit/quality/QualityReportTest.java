package org.minorityreport.testkit.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.mock.MockModels;
import org.minorityreport.testkit.model.wrong.WrongModels;

class QualityReportTest {
  /** Whatever differed here would differ for every model. */
  @Test
  void mock_besideItself_isTheSameInEveryRow() {
    ModelConfig config = ModelConfig.builder().seed(0).build();
    String page = QualityReport.of(new MockModels(), ModelRole.CLASSIFIER, config);

    assertThat(page).startsWith("Quality of mock-classifier@1 as classifier, on a simulated world");
    assertThat(page.lines().skip(2)).hasSize(12).allMatch(line -> line.endsWith("| same   |"));
  }

  /** Three spreads in one step find an onset less often than the mock, which adds steps up. */
  @Test
  void plainModel_isSeenToDoWorse() {
    ModelConfig config = ModelConfig.builder().seed(0).putParameters("wrong", "right").build();
    String page = QualityReport.of(new WrongModels(), ModelRole.CLASSIFIER, config);

    assertThat(page.lines().filter(line -> line.startsWith("| onset exact ")))
        .singleElement()
        .asString()
        .endsWith("| worse  |");
    assertThat(page).contains("| three-spreads@1 ");
  }
}
