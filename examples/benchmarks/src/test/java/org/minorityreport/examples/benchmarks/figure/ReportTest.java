package org.minorityreport.examples.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.core.json.CanonicalJson;

class ReportTest {
  @Test
  void spread_ofAnEvenNumber_takesTheMeanOfTheMiddle() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0, 2.0))).isEqualTo(new Spread(3, 1, 9));
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9));
  }

  @Test
  void goal_isMetByTheMedian_boundIncluded() {
    Spread figure = Spread.of(List.of(1.0, 2.0, 9.0));
    assertThat(Goal.atLeast("a", figure, 2, "").isMet()).isTrue();
    assertThat(Goal.atLeast("a", figure, 2.1, "").isMet()).isFalse();
    assertThat(Goal.atMost("a", figure, 2, "s").isMet()).isTrue();
    assertThat(Goal.atMost("a", figure, 1.9, "s").isMet()).isFalse();
  }

  @Test
  void report_withAMissedWish_meetsItsGoals() {
    Report report = new Report();
    Goal goal = Goal.atLeast("a", Spread.of(List.of(0.7)), 0.6, "");
    report.goal(goal);
    report.goal(goal.stretch(0.9));
    assertThat(report.isGoalsMet()).isTrue();
    report.goal(Goal.atMost("b", Spread.of(List.of(0.7)), 0.5, "s"));
    assertThat(report.isGoalsMet()).isFalse();
  }

  @Test
  void text_isTwoTables_withVerdicts() {
    assertThat(sample().text())
        .isEqualTo(
            """
            Machine: small

            | measured |   unit | median | min |    max | rounds |
            | -------- | -----: | -----: | --: | -----: | -----: |
            | a        | rows/s |  1,000 | 100 | 25,000 |      3 |

            | goal  |     wanted | median |   min |  max | verdict |
            | ----- | ---------: | -----: | ----: | ---: | ------: |
            | a / b | >= 0.600 x |  0.700 | 0.500 | 12.0 |    pass |

            Note.
            """);
  }

  @Test
  void json_holdsTheSameFigures() {
    assertThat(CanonicalJson.fields(sample().json().getBytes(StandardCharsets.UTF_8)))
        .containsKeys("facts", "notes", "figures", "goals")
        .extracting("goals")
        .asString()
        .contains("at_least=0.6", "verdict=pass");
  }

  private static Report sample() {
    Report report = new Report();
    report.fact("Machine: small");
    report.figure("a", "rows/s", List.of(1000.0, 25000.0, 100.0));
    report.goal(Goal.atLeast("a / b", Spread.of(List.of(0.5, 0.7, 12.0)), 0.6, "x"));
    report.note("Note.");
    return report;
  }
}
