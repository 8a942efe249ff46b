package org.minorityreport.core.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.model.CausePrior;
import org.minorityreport.api.model.Season;
import org.minorityreport.api.stage.ConfirmedCauses;

class CausePriorsTest {
  private static final List<ConfirmedCauses> CONFIRMED =
      List.of(
          confirmed("competitor_action", "ACME", Season.DEC_FEB, 2),
          confirmed("weather", "", Season.JUN_AUG, 1),
          confirmed("weather", "ACME", Season.JUN_AUG, 3),
          confirmed("weather", "Corner", Season.JUN_AUG, 2));

  private static ConfirmedCauses confirmed(
      String category, String retailer, Season season, long reports) {
    return ConfirmedCauses.builder()
        .category(category)
        .retailer(Optional.of(retailer).filter(name -> !name.isEmpty()))
        .season(season)
        .reports(reports)
        .build();
  }

  /** Catches shares of the whole in a scope, and a store that is gone counted for a retailer. */
  @Test
  void shares_areOfTheirScope() {
    List<CausePrior> priors = CausePriors.of(CONFIRMED, "ACME", Season.JUN_AUG);

    assertThat(priors)
        .extracting(
            p ->
                p.category()
                    + p.retailer().map(r -> " at " + r).orElse("")
                    + p.season().map(s -> " in " + s.wireName()).orElse("")
                    + " "
                    + p.confirmed()
                    + " "
                    + p.share())
        .containsExactly(
            "competitor_action 2 0.25",
            "weather 6 0.75",
            "competitor_action at ACME 2 0.4",
            "weather at ACME 3 0.6",
            "weather at ACME in jun_aug 3 1.0");
  }

  @Test
  void scopeInWhichNothingWasConfirmed_saysNothing() {
    assertThat(CausePriors.of(CONFIRMED, "Third", Season.MAR_MAY))
        .extracting(CausePrior::retailer)
        .containsOnly(Optional.empty());
    assertThat(CausePriors.of(List.of(), "ACME", Season.JUN_AUG)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-30T23:59:59Z, SEP_NOV",
    "2025-12-01T00:00:00Z, DEC_FEB",
    "2025-12-31T23:00:00Z, DEC_FEB",
    "2026-01-01T00:00:00Z, DEC_FEB",
    "2026-03-01T00:00:00Z, MAR_MAY",
    "2026-08-31T23:59:59Z, JUN_AUG"
  })
  void seasons_beginWithMarchJuneSeptemberAndDecember(Instant time, Season season) {
    assertThat(Season.of(time)).isEqualTo(season);
  }
}
