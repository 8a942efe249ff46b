package org.minorityreport.mock.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.mock.world.narrative.Places;

class WorldTest {
  private static final World WORLD = World.builder().seed(7).build();

  @Test
  void sameSettings_sameInputs() {
    InputTables one = World.builder().seed(7).stores(12).build().inputs();
    InputTables two = World.builder().seed(7).stores(12).build().inputs();

    assertThat(two.stores()).isEqualTo(one.stores());
    assertThat(two.campaigns()).isEqualTo(one.campaigns());
    assertThat(two.contextEvents()).isEqualTo(one.contextEvents());
    for (Store store : one.stores()) {
      assertThat(two.sales(store.storeId(), two.covers()))
          .isEqualTo(one.sales(store.storeId(), one.covers()));
    }
  }

  @Test
  void golden_sumsOfASmallWorld() {
    // Literal, so that another JDK or a change of the generator cannot pass unseen.
    World world = World.builder().seed(42).stores(2).skus(2).days(1).build();

    List<Long> weighted = new ArrayList<>();
    for (Store store : world.stores()) {
      for (SalesSeries series : world.sales(store.storeId())) {
        long sum = 0;
        for (int i = 0; i < series.size(); i++) {
          sum = 31 * sum + series.revenueCentsAt(i);
        }
        weighted.add(sum);
      }
    }

    assertThat(weighted)
        .containsExactly(
            -8864628249096515961L,
            -3151839429682128241L,
            1817119396059251992L,
            7759207504889550340L);
  }

  @Test
  void otherSeed_otherSales() {
    StoreId store = WORLD.stores().get(0).storeId();

    assertThat(World.builder().seed(8).build().sales(store)).isNotEqualTo(WORLD.sales(store));
  }

  @Test
  void fewerStores_sameSeriesForThose() {
    World small = World.builder().seed(7).stores(17).build();

    assertThat(WORLD.stores()).containsAll(small.stores());
    for (Store store : small.stores()) {
      assertThat(small.sales(store.storeId())).isEqualTo(WORLD.sales(store.storeId()));
    }
  }

  @Test
  void fewerDays_sameStepsBefore() {
    World shorter = World.builder().seed(7).days(4).build();

    for (Store store : WORLD.stores()) {
      SalesSeries whole = WORLD.sales(store.storeId()).get(0);
      assertThat(shorter.sales(store.storeId()).get(0))
          .isEqualTo(whole.slice(0, shorter.steps().count()));
    }
  }

  @Test
  void libraryInOtherOrder_sameSales() {
    NarrativeLibrary shipped = NarrativeLibrary.shipped();
    List<Narrative> reversed = new ArrayList<>(shipped.narratives());
    Collections.reverse(reversed);
    NarrativeLibrary other = NarrativeLibrary.of("reversed", shipped.zone(), reversed);
    NarrativeLibrary same = NarrativeLibrary.of("same", shipped.zone(), shipped.narratives());
    World before = World.builder().seed(7).narratives(same).build();
    World world = World.builder().seed(7).narratives(other).build();

    assertThat(world.truth().happenings()).isEqualTo(before.truth().happenings());
    for (Store store : before.stores()) {
      assertThat(world.sales(store.storeId())).isEqualTo(before.sales(store.storeId()));
    }
  }

  @Test
  void defaults_fourWeeksThenEightDays() {
    assertThat(WORLD.steps().from()).isEqualTo(Instant.parse("2025-07-08T00:00:00Z"));
    assertThat(WORLD.firstTick()).isEqualTo(Instant.parse("2025-08-05T00:00:00Z"));
    assertThat(WORLD.lastTick()).isEqualTo(Instant.parse("2025-08-13T00:00:00Z"));
    assertThat(WORLD.ticks(Duration.ofHours(1))).hasSize(8 * 24 + 1).endsWith(WORLD.lastTick());
  }

  @Test
  void weeklyCadence_coversWarmUpAndDaysOnTheGrid() {
    World world = World.builder().stores(1).cadence(Cadence.parse("P7D")).build();

    // Weeks begin on Mondays; 5 August 2025 is a Tuesday.
    assertThat(world.steps().from()).isEqualTo(Instant.parse("2025-07-07T00:00:00Z"));
    assertThat(world.firstTick()).isEqualTo(Instant.parse("2025-08-11T00:00:00Z"));
    assertThat(world.lastTick()).isEqualTo(Instant.parse("2025-08-18T00:00:00Z"));
  }

  @Test
  void stores_sixtyInTwelveCitiesOfFourChains() {
    List<Store> stores = WORLD.stores();

    assertThat(stores).hasSize(60).allMatch(s -> s.lat().isPresent() && s.lon().isPresent());
    assertThat(stores.stream().map(s -> s.city().orElseThrow()).distinct()).hasSize(12);
    assertThat(stores.stream().map(Store::retailer).distinct()).hasSize(4);
    assertThat(stores.stream().map(s -> s.format().orElseThrow()).distinct())
        .containsExactlyInAnyOrder("superstore", "convenience", "express");
    assertThat(stores).allMatch(s -> s.timeZone().orElseThrow().equals("Europe/London"));
  }

  @Test
  void sales_wholeUnitsAtOnePricePerProduct() {
    World quiet = World.builder().seed(7).narratives(NarrativeLibrary.empty()).build();
    for (Store store : quiet.stores()) {
      for (SalesSeries series : quiet.sales(store.storeId())) {
        long price = 0;
        for (int i = 0; i < series.size(); i++) {
          assertThat(series.thousandthsAt(i) % 1000).isZero();
          long units = series.thousandthsAt(i) / 1000;
          price = price == 0 && units > 0 ? series.revenueCentsAt(i) / units : price;
          assertThat(series.revenueCentsAt(i)).isEqualTo(units * price);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"superstore", "convenience", "express"})
  void saturdayNoon_levelOfTheFormat(String format) {
    World quiet = World.builder().narratives(NarrativeLibrary.empty()).build();
    int noon = quiet.steps().indexOf(Instant.parse("2025-07-12T11:00:00Z"));
    double units = 0;
    int series = 0;
    for (Store store : quiet.stores()) {
      if (store.format().orElseThrow().equals(format)) {
        for (SalesSeries s : quiet.sales(store.storeId())) {
          series++;
          for (int i = noon; i < noon + 4; i++) {
            units += s.unitsAt(i);
          }
        }
      }
    }

    assertThat(units / series)
        .isBetween(
            format.equals("superstore") ? 86.0 : 20.0, format.equals("superstore") ? 110.0 : 34.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT5M", "PT20M", "PT1H", "P1D"})
  void otherCadence_sameExpectationInAll(String cadence) {
    World world = World.builder().seed(7).cadence(Cadence.parse(cadence)).build();

    // Days are local and happenings start on the quarter: sums over whole happenings agree.
    List<Happening> happenings = world.truth().happenings();
    List<Happening> usual = WORLD.truth().happenings();
    for (int i = 0; i < usual.size(); i++) {
      assertThat(happenings.get(i).affected().get(0).effectTotal())
          .as(usual.get(i).id())
          .isCloseTo(usual.get(i).affected().get(0).effectTotal(), withinPercentage(8));
    }
  }

  @Test
  void context_lateRowAndMisleadingRow() {
    InputTables inputs = WORLD.inputs();
    ContextEvent heat =
        inputs.contextEvents().orElseThrow().stream()
            .filter(e -> e.contextId().equals("EVENT-MRS-003-2"))
            .findFirst()
            .orElseThrow();
    Campaign radio =
        inputs.campaigns().orElseThrow().stream()
            .filter(c -> c.campaignId().equals("CAMPAIGN-MRS-003-1"))
            .findFirst()
            .orElseThrow();

    assertThat(heat.regions()).containsExactly("South West");
    assertThat(heat.start()).isEqualTo(Instant.parse("2025-08-09T09:30:00Z"));
    assertThat(heat.recordedAt()).contains(Instant.parse("2025-08-10T15:30:00Z"));
    assertThat(radio.category()).isEqualTo("paid_media");
    assertThat(radio.start()).isEqualTo(Instant.parse("2025-08-09T07:30:00Z"));
    assertThat(radio.end()).isEqualTo(Instant.parse("2025-08-09T21:30:00Z"));
    assertThat(radio.storeIds()).isEmpty();
  }

  @Test
  void contextOfAChain_namesItsStoresEvenThoseNotDrawn() {
    Campaign promotion =
        WORLD.inputs().campaigns().orElseThrow().stream()
            .filter(c -> c.campaignId().equals("CAMPAIGN-PRICE-PROMOTION-1"))
            .findFirst()
            .orElseThrow();

    assertThat(promotion.regions()).isEmpty();
    assertThat(promotion.storeIds())
        .containsExactlyElementsOf(
            WORLD.stores().stream()
                .filter(s -> s.retailer().equals("Fairfield Market"))
                .filter(s -> List.of("Yorkshire", "Scotland").contains(s.region().orElseThrow()))
                .map(Store::storeId)
                .toList());
  }

  @Test
  void worldWithoutTheStoresOfANarrative_noRowThatWouldMeanEverywhere() {
    InputTables inputs = World.builder().stores(1).build().inputs(); // one in London

    assertThat(inputs.campaigns().orElseThrow()).isEmpty();
    assertThat(inputs.contextEvents().orElseThrow())
        .extracting(ContextEvent::contextId)
        .containsExactly("EVENT-MRS-002-1");
  }

  @Test
  void otherFirstDay_happeningsMoveAlong() {
    World winter = World.builder().seed(7).firstDay(LocalDate.parse("2026-01-13")).build();

    // 10:00 in London is 09:00Z in summer, 10:00Z in winter.
    assertThat(WORLD.truth().happenings().get(0).span().from())
        .isEqualTo(Instant.parse("2025-08-07T09:00:00Z"));
    assertThat(winter.truth().happenings().get(0).span().from())
        .isEqualTo(Instant.parse("2026-01-15T10:00:00Z"));
  }

  @Test
  void unknownPlace_refusedWithNarrativeFieldAndValue() {
    Narrative shipped = NarrativeLibrary.shipped().narratives().get(0);
    Narrative lost =
        Narrative.builder()
            .from(shipped)
            .places(Places.builder().addCities("Atlantis").build())
            .build();
    NarrativeLibrary library =
        NarrativeLibrary.of("mine.json", NarrativeLibrary.shipped().zone(), List.of(lost));

    assertThatThrownBy(() -> World.builder().narratives(library))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "mine.json: narrative 'MRS-001': places.cities is 'Atlantis' but must be one of [London");
  }

  @Test
  void badSettings_refused() {
    assertThatThrownBy(() -> World.builder().stores(0)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> World.builder().skus(0)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> World.builder().days(0)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> World.builder().overdispersion(-0.1))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> WORLD.ticks(Duration.ZERO)).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> WORLD.sales(StoreId.of("nowhere")))
        .hasMessage("store_id is 'nowhere' but must be a store of this world");
  }
}
