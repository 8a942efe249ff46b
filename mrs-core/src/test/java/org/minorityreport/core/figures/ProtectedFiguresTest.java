package org.minorityreport.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.figures.KeyFigures;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.core.feed.FeedHistory;
import org.minorityreport.core.hydrate.Hydration;

/**
 * What the feed protects, as figures: two stores by two products, so a campaign has four series.
 */
class ProtectedFiguresTest {
  private static final TimeSpan ALL =
      TimeSpan.of(FeedHistory.START, FeedHistory.START.plus(Duration.ofDays(3)));

  /** A decision for a cause that was paid for. */
  private static final int PAID = 2;

  private final FeedHistory history = new FeedHistory();

  @Test
  void units_areThoseOfTheExcludedStepsOfTheFeed() {
    confirmed(0, 1);
    history.raise(2);
    history.decide(2, PAID);

    KeyFigures figures = figures(ALL);

    assertThat(figures.protectedUnits().amount())
        .isEqualByComparingTo(excluded(0).add(excluded(1)))
        .isPositive();
    assertThat(figures.protectedUnits().ids()).containsExactlyInAnyOrder(id(0), id(1));
  }

  @Test
  void stepThatTwoReportsClaim_isCountedOnce() {
    confirmed(1, FeedHistory.OVERLAPPING);

    BigDecimal both = figures(ALL).protectedUnits().amount();

    assertThat(both).isEqualByComparingTo(excluded(1).add(excluded(FeedHistory.OVERLAPPING)));
    BigDecimal hours = BigDecimal.valueOf(excludedSteps(FeedHistory.OVERLAPPING).size());
    assertThat(hours).as("hours 30 to 34; 26 to 30 are the other's").isEqualByComparingTo("4");
  }

  @Test
  void spend_isSpreadEvenlyOverTimeStoresAndProducts() {
    campaign(b -> b.spend(new BigDecimal("800.00")));
    confirmed(0);

    // 800 in 50 hours of 4 series: 4 an hour; hours 5 to 9 of one series
    assertThat(figures(ALL).protectedSpend().amount()).isEqualTo("16.00");
    assertThat(figures(ALL).protectedSpend().ids()).containsExactly("c");
  }

  @Test
  void spend_ofFewerStoresAndProducts_liesThere() {
    campaign(b -> b.spend(new BigDecimal("800.00")).addRegions("region A").addSkus(Sku.of("x")));
    confirmed(0, 2);

    assertThat(figures(ALL).protectedSpend().amount()).isEqualTo("64.00");
  }

  @Test
  void spend_ofCausesThatWerePaidOrAreNotConfirmed_isNotCounted() {
    campaign(b -> b.spend(new BigDecimal("800.00")));
    history.raise(0);
    history.raise(1);
    history.decide(1, PAID);

    assertThat(figures(ALL).protectedSpend().amount()).isZero();
    assertThat(figures(ALL).protectedSpend().ids()).isEmpty();
  }

  @Test
  void spend_whereReportsOverlap_isCountedOnce() {
    campaign(b -> b.spend(new BigDecimal("800.00")));
    confirmed(1, FeedHistory.OVERLAPPING);

    // 10 hours of two products, and 4 more of one: the other 4 are counted already
    assertThat(figures(ALL).protectedSpend().amount()).isEqualTo("96.00");
  }

  @Test
  void spend_ofAReportAlone_isThatOfItsWholeWindow_whoeverClaimsItToo() {
    campaign(b -> b.spend(new BigDecimal("800.00")));
    confirmed(1, FeedHistory.OVERLAPPING);

    // raised at hour 28; the other at hour 22
    KeyFigures late = figures(TimeSpan.of(FeedHistory.at(27), FeedHistory.at(29)));

    assertThat(late.reportsRaised().ids()).containsExactly(id(FeedHistory.OVERLAPPING));
    assertThat(late.protectedSpend().amount()).isEqualTo("32.00");
  }

  @Test
  void spendDriver_knowsWhenTheMoneyWent_andTheRestIsSpreadOverTheUnknown() {
    campaign(b -> b.spend(new BigDecimal("800.00")));
    spend("d", 0, OptionalDouble.of(100), b -> b);
    spend("d", 10, OptionalDouble.empty(), b -> b);
    spend("d", 20, OptionalDouble.of(300), b -> b);
    confirmed(0);

    assertThat(figures(ALL).protectedSpend().amount())
        .as("4 of 10 hours, 1 of 4")
        .isEqualTo("10.00");

    confirmed(1);
    assertThat(figures(ALL).protectedSpend().amount())
        .as("and of two series 10 hours of the 30 to the end of the campaign")
        .isEqualTo("60.00");
  }

  @Test
  void spendDriver_ofAStore_leavesTheRestToTheOthers() {
    campaign(b -> b.spend(new BigDecimal("800.00")));
    spend("d", 0, OptionalDouble.of(50), b -> b.addStoreIds(StoreId.of("A")).addSkus(Sku.of("x")));
    confirmed(0);

    assertThat(figures(ALL).protectedSpend().amount()).as("1 an hour").isEqualTo("4.00");

    confirmed(2);
    assertThat(figures(ALL).protectedSpend().amount())
        .as("750 in 50 hours of 3 series: 5 an hour, 10 hours")
        .isEqualTo("54.00");
  }

  @Test
  void spendDriver_isEnough_whereTheCampaignStatesNoSpend() {
    campaign(b -> b);
    spend("d", 5, OptionalDouble.of(90), b -> b);
    confirmed(0);

    assertThat(figures(ALL).protectedSpend().amount()).isEqualTo("2.00");
  }

  @Test
  void otherDrivers_areNoSpend() {
    campaign(b -> b.spend(new BigDecimal("800.00")));
    spend("d", 0, OptionalDouble.of(9), b -> b.kind("clicks"));
    confirmed(0);

    assertThat(figures(ALL).protectedSpend().amount()).isEqualTo("16.00");
  }

  private void confirmed(int... reports) {
    for (int report : reports) {
      history.raise(report);
      history.decide(report, 0);
    }
  }

  private KeyFigures figures(TimeSpan period) {
    return new Figures(
            history.store(),
            FeedHistory.RUN,
            asOf -> Hydration.hydrate(history.store(), FeedHistory.RUN, asOf, 1))
        .of(period, ReportQuery.all(), AsOf.now());
  }

  private void campaign(UnaryOperator<Campaign.Builder> change) {
    Campaign.Builder campaign = Campaign.builder();
    campaign
        .campaignId("c")
        .name("Summer")
        .channel("tv")
        .category("paid_media")
        .start(FeedHistory.at(0))
        .end(FeedHistory.at(50));
    history.known("campaign", "c", change.apply(campaign).build());
  }

  private void spend(
      String id, int hour, OptionalDouble value, UnaryOperator<Driver.Builder> change) {
    Driver.Builder builder = Driver.builder();
    builder.driverId(id).kind("spend").campaignId("c").timestamp(FeedHistory.at(hour)).value(value);
    Driver driver = change.apply(builder).build();
    history.known("driver", driver.ref(), driver);
  }

  private static String id(int report) {
    return FeedHistory.id(report).value();
  }

  private List<ProtectedStep> excludedSteps(int report) {
    List<ProtectedStep> steps = new ArrayList<>();
    history
        .feed()
        .sales(
            step -> {
              if (step.reportId().filter(FeedHistory.id(report)::equals).isPresent()) {
                steps.add(step);
              }
            });
    return steps;
  }

  private BigDecimal excluded(int report) {
    return excludedSteps(report).stream()
        .flatMap(step -> step.excludedUnits().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
