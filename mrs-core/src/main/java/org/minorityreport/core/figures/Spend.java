package org.minorityreport.core.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.feed.MaskWindow;
import org.minorityreport.api.figures.AmountFigure;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.json.CanonicalJson;

/**
 * What campaigns spent in windows: the spend of each is spread evenly over its time, its stores and
 * its products. Windows of a series do not overlap, so nothing is counted twice.
 */
final class Spend {
  private final List<Store> stores = new ArrayList<>();
  private final List<Campaign> campaigns = new ArrayList<>();
  private final SortedSet<Sku> products = new TreeSet<>();

  Spend(Standings logs, List<SeriesId> series) {
    for (StoreRecord row : logs.standing(Logs.STORES)) {
      if (!row.gone().orElse(false)) {
        stores.add(row.store());
      }
    }
    for (ContextRecord row : logs.standing(Logs.CONTEXT)) {
      if (row.kind().equals(InputLedger.CAMPAIGN) && !row.withdrawn().orElse(false)) {
        campaigns.add(CanonicalJson.read(CanonicalJson.bytes(row.body()), Campaign.class));
      }
    }
    series.forEach(one -> products.add(one.sku()));
  }

  /** {@return what was spent in some windows, by campaign} */
  AmountFigure in(List<MaskWindow> windows) {
    BigDecimal sum = BigDecimal.ZERO;
    SortedSet<String> ids = new TreeSet<>();
    for (Campaign campaign : campaigns) {
      long shared = shared(campaign, windows);
      if (shared > 0 && campaign.spend().isPresent()) {
        sum = sum.add(part(campaign, shared));
        ids.add(campaign.campaignId());
      }
    }
    return AmountFigure.builder()
        .amount(sum.setScale(2, RoundingMode.HALF_EVEN))
        .addAllIds(ids)
        .build();
  }

  /** Milliseconds that windows share with a campaign, over all series. */
  private long shared(Campaign campaign, List<MaskWindow> windows) {
    SortedSet<StoreId> places = places(campaign);
    SortedSet<Sku> skus = skus(campaign);
    long shared = 0;
    for (MaskWindow window : windows) {
      if (places.contains(window.storeId()) && skus.contains(window.sku())) {
        Instant from = window.start().isAfter(campaign.start()) ? window.start() : campaign.start();
        Instant to = window.end().isBefore(campaign.end()) ? window.end() : campaign.end();
        shared += from.isBefore(to) ? Duration.between(from, to).toMillis() : 0;
      }
    }
    return shared;
  }

  /** Six decimals more than money has, so that what is rounded does not show in the sum. */
  private BigDecimal part(Campaign campaign, long shared) {
    BigDecimal all =
        BigDecimal.valueOf(Duration.between(campaign.start(), campaign.end()).toMillis())
            .multiply(BigDecimal.valueOf(places(campaign).size()))
            .multiply(BigDecimal.valueOf(skus(campaign).size()));
    return campaign
        .spend()
        .orElse(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(shared))
        .divide(all, 8, RoundingMode.HALF_EVEN);
  }

  private SortedSet<StoreId> places(Campaign campaign) {
    boolean everywhere = campaign.regions().isEmpty() && campaign.storeIds().isEmpty();
    SortedSet<StoreId> places = new TreeSet<>(campaign.storeIds());
    for (Store store : stores) {
      if (everywhere || store.region().filter(campaign.regions()::contains).isPresent()) {
        places.add(store.storeId());
      }
    }
    return places;
  }

  private SortedSet<Sku> skus(Campaign campaign) {
    return campaign.skus().isEmpty() ? products : new TreeSet<>(campaign.skus());
  }
}
