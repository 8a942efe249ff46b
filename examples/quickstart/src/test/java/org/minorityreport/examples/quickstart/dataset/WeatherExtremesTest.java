package org.minorityreport.examples.quickstart.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.input.ContextEvent;

class WeatherExtremesTest {
  private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);

  @TempDir private Path folder;
  private final Refusals refusals = new Refusals();

  @Test
  void strongestHundredth_ofADistribution_isExtreme() {
    assertThat(events(300, i -> "10;" + i + ";0;Rain"))
        .extracting(ContextEvent::contextId)
        .containsExactly("storm_XX_2031-10-25", "storm_XX_2031-10-26", "storm_XX_2031-10-27");
  }

  @Test
  void sameValue_onAllDays_isNeverExtreme() {
    assertThat(events(300, i -> "10;50;0;Rain")).isEmpty();
  }

  @Test
  void valuesNotMeasured_areNotExtreme() {
    assertThat(events(300, i -> "NA;NA;NA;")).isEmpty();
  }

  @Test
  void snow_countsOnlyWhenItFreezesAllDay() {
    assertThat(
            events(
                300,
                i ->
                    switch (i) {
                      case 10 -> "-1;0;0;Fog-Rain-Snow";
                      case 11 -> "1;0;0;Snow";
                      case 12 -> "-1;0;0;Fog";
                      default -> i % 2 == 0 ? "5;0;0;" : "6;0;0;";
                    }))
        .filteredOn(e -> e.subtype().orElse("").equals("snow"))
        .extracting(ContextEvent::contextId)
        .containsExactly("snow_XX_2031-01-11");
  }

  @Test
  void badRow_isRefused_andTheOthersAreUsed() {
    assertThat(events(300, i -> i == 5 ? "10;fast;0;" : "10;" + i + ";0;")).hasSize(3);
    assertThat(refusals.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.source()).isEqualTo("XX.csv:7");
              assertThat(row.kind()).isEqualTo("context_unparseable_number");
            });
  }

  private List<ContextEvent> events(int days, IntFunction<String> day) {
    List<String> lines =
        new ArrayList<>(List.of("Date;Max_TemperatureC;Max_Gust_SpeedKm_h;Precipitationmm;Events"));
    for (int i = 0; i < days; i++) {
      lines.add(FIRST.plusDays(i) + ";" + day.apply(i));
    }
    new FolderFixture(folder).with("XX.csv", lines.toArray(String[]::new));
    return WeatherExtremes.read(folder, new TreeSet<>(List.of("XX", "YY")), refusals);
  }
}
