package org.minorityreport.core.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.taxonomy.CauseCategory;
import org.minorityreport.api.taxonomy.Taxonomy;

class ShippedTaxonomyTest {
  /** The categories of spec 3.8, no more and no fewer. */
  @Test
  void holdsTheCategoriesOfTheSpecification() {
    assertThat(ShippedTaxonomy.read().categories())
        .extracting(CauseCategory::category)
        .containsExactly(
            "calendar",
            "competitor_action",
            "data_error",
            "legacy_media",
            "natural_disaster",
            "paid_media",
            "podcast",
            "product_launch",
            "retail_event",
            "social_media",
            "supply_chain",
            "trade_promotion",
            "travel_disruption",
            "unknown",
            "weather");
  }

  @Test
  void onlyMediaAndPromotionsArePaid() {
    assertThat(ShippedTaxonomy.read().categories())
        .filteredOn(CauseCategory::paid)
        .extracting(CauseCategory::category)
        .containsExactly("paid_media", "trade_promotion");
  }

  @Test
  void aHostAddsItsOwnCategoryAndRenamesAShippedOne() {
    Taxonomy extended =
        ShippedTaxonomy.read()
            .with(
                List.of(
                    CauseCategory.builder().category("lottery").label("Lottery draw").build(),
                    CauseCategory.builder().category("weather").label("Wetter").build()));
    assertThat(extended.find("lottery")).isPresent();
    assertThat(extended.find("weather").orElseThrow().label()).isEqualTo("Wetter");
    assertThat(extended.find("never_heard_of")).isEmpty();
  }
}
