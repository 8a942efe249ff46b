package org.minorityreport.examples.csv;

import java.nio.file.Path;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;

/** What a row of campaigns means. */
final class CampaignsTable {
  private CampaignsTable() {}

  static ListedTable<Campaign> in(Path folder, Mapping mapping) {
    return new ListedTable<>(
        folder, mapping, TableKind.CAMPAIGNS, CampaignsTable::campaign, Campaign::campaignId);
  }

  private static Campaign campaign(EntityRow row) {
    return Campaign.builder()
        .campaignId(row.required("campaign_id"))
        .name(row.required("name"))
        .channel(row.required("channel"))
        .category(row.required("category"))
        .start(row.start("start"))
        .end(row.requiredEnd("end"))
        .regions(row.list("regions"))
        .storeIds(row.list("store_ids", StoreId::of))
        .skus(row.list("skus", Sku::of))
        .spend(row.money("spend"))
        .recordedAt(row.moment("recorded_at"))
        .attributes(row.attributes())
        .build();
  }
}
