package org.minorityreport.core.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.feed.MaskWindow;
import org.minorityreport.api.figures.AmountFigure;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.json.CanonicalJson;

/**
 * What campaigns spent in windows: the spend of each is spread evenly over its time, its stores and
 * its products, as far as its spend drivers do not know better. Windows of a series do not overlap,
 * so nothing is counted twice.
 */
final class Spend {
  /** The kind of drivers that measure spend. */
  private static final String SPEND = "spend";

  private final List<Store> stores = new ArrayList<>();
  private final List<Campaign> campaigns = new ArrayList<>();
  private final Map<String, List<Driver>> drivers = new HashMap<>();
  private final SortedSet<Sku> products = new TreeSet<>();

  Spend(Standings logs, List<SeriesId> series) {
    for (StoreRecord row : logs.standing(Logs.STORES)) {
      if (!row.gone().orElse(false)) {
        stores.add(row.store());
      }
    }
    for (ContextRecord row : logs.standing(Logs.CONTEXT)) {
      if (row.withdrawn().orElse(false)) {
        continue;
      }
      if (row.kind().equals(InputLedger.CAMPAIGN)) {
        campaigns.add(CanonicalJson.read(CanonicalJson.bytes(row.body()), Campaign.class));
      } else if (row.kind().equals(InputLedger.DRIVER)) {
        measured(CanonicalJson.read(CanonicalJson.bytes(row.body()), Driver.class));
      }
    }
    series.forEach(one -> products.add(one.sku()));
  }

  private void measured(Driver driver) {
    if (driver.kind().equals(SPEND) && driver.campaignId().isPresent()) {
      drivers
          .computeIfAbsent(driver.campaignId().orElseThrow(), id -> new ArrayList<>())
          .add(driver);
    }
  }

  /** {@return what was spent in some windows, by campaign} */
  AmountFigure in(List<MaskWindow> windows) {
    BigDecimal sum = BigDecimal.ZERO;
    SortedSet<String> ids = new TreeSet<>();
    for (Campaign campaign : campaigns) {
      BigDecimal spent = spread(campaign).in(windows);
      if (spent.signum() != 0) {
        sum = sum.add(spent);
        ids.add(campaign.campaignId());
      }
    }
    return AmountFigure.builder()
        .amount(sum.setScale(2, RoundingMode.HALF_EVEN))
        .addAllIds(ids)
        .build();
  }

  private CampaignSpend spread(Campaign campaign) {
    SortedSet<StoreId> places = places(campaign.regions(), campaign.storeIds());
    SortedSet<Sku> skus = campaign.skus().isEmpty() ? products : new TreeSet<>(campaign.skus());
    List<MeasuredSpend> measured =
        MeasuredSpend.of(
            campaign,
            drivers.getOrDefault(campaign.campaignId(), List.of()),
            driver ->
                driver.regions().isEmpty() && driver.storeIds().isEmpty()
                    ? places
                    : places(driver.regions(), driver.storeIds()),
            driver -> driver.skus().isEmpty() ? skus : new TreeSet<>(driver.skus()));
    return new CampaignSpend(campaign, places, skus, measured);
  }

  private SortedSet<StoreId> places(List<String> regions, List<StoreId> storeIds) {
    boolean everywhere = regions.isEmpty() && storeIds.isEmpty();
    SortedSet<StoreId> places = new TreeSet<>(storeIds);
    for (Store store : stores) {
      if (everywhere || store.region().filter(regions::contains).isPresent()) {
        places.add(store.storeId());
      }
    }
    return places;
  }
}
