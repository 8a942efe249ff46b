package org.minorityreport.core.cohorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;

class GreatCircleTest {
  @Test
  void storesWithoutCoordinates_haveNoDistance() {
    Store nowhere = Store.builder().storeId(StoreId.of("S")).retailer("ACME").build();

    assertThat(GreatCircle.km(nowhere, store(1, 1))).isEmpty();
    assertThat(GreatCircle.km(store(1, 1), nowhere)).isEmpty();
  }

  @Test
  void londonAndLeeds_are272KmApart() {
    assertThat(GreatCircle.km(store(51.5074, -0.1278), store(53.8008, -1.5491)).orElseThrow())
        .isCloseTo(272, within(1.0));
  }

  @Test
  void storesOnBothSidesOfTheDateLine_areNeighbours() {
    assertThat(GreatCircle.km(store(0, 179.5), store(0, -179.5)).orElseThrow())
        .isCloseTo(111.2, within(0.1));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void distance_isSymmetricAndAtMostHalfTheGlobe(
      @ForAll @DoubleRange(min = -90, max = 90) double latOne,
      @ForAll @DoubleRange(min = -180, max = 180) double lonOne,
      @ForAll @DoubleRange(min = -90, max = 90) double latOther,
      @ForAll @DoubleRange(min = -180, max = 180) double lonOther) {
    Store one = store(latOne, lonOne);
    Store other = store(latOther, lonOther);

    double km = GreatCircle.km(one, other).orElseThrow();

    assertThat(km).isBetween(0.0, 20_016.0);
    assertThat(GreatCircle.km(other, one).orElseThrow()).isEqualTo(km);
  }

  private static Store store(double lat, double lon) {
    return Store.builder().storeId(StoreId.of("S")).retailer("ACME").lat(lat).lon(lon).build();
  }
}
