package org.minorityreport.mock.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.series.SalesSeries;

/** What is measured in a world. */
class WorldDriversTest {
  private static final World WORLD = World.builder().drivers(true).days(8).build();

  private static List<Driver> of(String kind) {
    return WORLD.drivers().stream().filter(d -> d.kind().equals(kind)).toList();
  }

  @Test
  void inputs_haveDriversOnlyIfAskedFor() {
    assertThat(WORLD.tablesWithoutSales().build().drivers().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(WORLD.drivers());
    assertThat(World.builder().build().tablesWithoutSales().build().drivers()).hasValue(List.of());
  }

  /** Catches a price that is not the one at which the products were sold. */
  @Test
  void prices_areThoseOfTheRevenue() {
    SalesSeries sold = WORLD.sales(WORLD.stores().get(0).storeId()).get(0);
    Driver price =
        of("price").stream()
            .filter(d -> d.skus().contains(sold.id().sku()))
            .findFirst()
            .orElseThrow();
    int step = 0;
    while (sold.thousandthsAt(step) == 0) {
      step++;
    }
    assertThat(price.value().orElseThrow())
        .isEqualTo(sold.revenueCentsAt(step) * 10.0 / sold.thousandthsAt(step));
  }

  /** Catches a discount that never ends, or that nobody can tie to its campaign. */
  @Test
  void discounts_beginAndEndWithTheirPromotion() {
    List<Driver> discounts = of("discount");

    assertThat(discounts).isNotEmpty();
    assertThat(discounts.get(0).value().orElseThrow()).isBetween(0.01, 0.99);
    assertThat(discounts.get(discounts.size() - 1).value()).isEqualTo(OptionalDouble.of(0));
    assertThat(discounts.get(0).campaignId())
        .isPresent()
        .get()
        .isIn(
            WORLD.tablesWithoutSales().build().campaigns().orElseThrow().stream()
                .map(c -> c.campaignId())
                .toList());
  }

  @Test
  void weather_showsTheHeatOfAHeatwave_andIsKnownFromItsDayOn() {
    List<Driver> warmth = of("temperature");
    double hottest = warmth.stream().mapToDouble(d -> d.value().orElseThrow()).max().orElseThrow();
    Driver day =
        warmth.stream().filter(d -> d.value().orElseThrow() == hottest).findFirst().orElseThrow();

    assertThat(hottest).isGreaterThan(24);
    assertThat(day.timestamp()).isAfter(Instant.parse("2025-08-05T00:00:00Z"));
    assertThat(day.recordedAt()).hasValue(day.timestamp());
  }
}
