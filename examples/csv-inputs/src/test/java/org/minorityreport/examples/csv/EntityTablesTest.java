package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.input.Store;

/** Stores, campaigns and context events. */
class EntityTablesTest {
  private static final String CAMPAIGN_HEADER =
      "campaign_id,name,channel,category,start,end,regions,store_ids,skus,spend,recorded_at,brief";
  private static final String CONTEXT_HEADER =
      "context_id,category,subtype,name,start,end,regions,cities,store_ids,skus,severity,source,"
          + "url,confidence,recorded_at,wind";

  @TempDir Path temporary;
  private CsvFolder folder;

  @BeforeEach
  void folder() {
    folder = new CsvFolder(temporary).sales("S1,A,2025-01-07T09:00:00Z,1");
  }

  @Nested
  class Stores {
    @Test
    void row_becomesAStoreAndOtherColumnsAttributes() {
      folder.file(
          "stores.csv",
          "store_id,retailer,name,city,region,country,lat,lon,format,time_zone,sales_region,size,kind,code,,share",
          "S1,\"Acme, Inc.\",High St,Leeds,North,GB,53.8,-1.55,small,Europe/London,N1,120,x,007,?,0.5");

      assertThat(folder.read().stores())
          .containsExactly(
              Store.builder()
                  .storeId(StoreId.of("S1"))
                  .retailer("Acme, Inc.")
                  .name("High St")
                  .city("Leeds")
                  .region("North")
                  .country("GB")
                  .lat(53.8)
                  .lon(-1.55)
                  .format("small")
                  .timeZone("Europe/London")
                  .salesRegion("N1")
                  .putAttributes("size", 120)
                  .putAttributes("kind", "x")
                  .putAttributes("code", "007")
                  .putAttributes("share", 0.5)
                  .build());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "S3,,,,     | store_missing_value      | column 'retailer' is '', expected a value",
          "S3,Acme,x,, | store_unparseable_number | column 'lat' is 'x', expected a number written"
              + " with a decimal point",
          "S3,Acme,95,, | store_invalid_value      | column 'lat': lat is '95.0' but must be within"
              + " [-90, 90]",
          "S3,Acme,,,Mars | store_invalid_value      | column 'time_zone': time_zone is 'Mars' but"
              + " must be an IANA zone such as Europe/London",
          "S3,Acme | store_wrong_column_count | the line has 2 columns, expected 5 as in the header"
        })
    void badRow_isRefused(String row, String kind, String message) {
      folder.file("stores.csv", "store_id,retailer,lat,lon,time_zone", row, "S1,Acme,,,");

      assertThat(folder.onlyRefused())
          .isEqualTo(
              RefusedRow.builder()
                  .kind(kind)
                  .source("stores.csv:2")
                  .payload(row)
                  .message(message)
                  .build());
    }

    @Test
    void sameRowTwice_isHarmless() {
      folder.file("stores.csv", "store_id,retailer", "S1,Acme", "S1,Acme");

      assertThat(folder.read().stores()).hasSize(1);
    }
  }

  @Nested
  class Campaigns {
    @Test
    void fileThatIsMissing_isNoSource() {
      assertThat(folder.read().campaigns()).isEmpty();
    }

    @Test
    void fileWithoutRows_isASourceWithoutCampaigns() {
      folder.file("campaigns.csv", CAMPAIGN_HEADER);

      assertThat(folder.read().campaigns()).hasValueSatisfying(l -> assertThat(l).isEmpty());
    }

    @Test
    void row_becomesACampaign() {
      folder.file(
          "campaigns.csv",
          CAMPAIGN_HEADER,
          "C1,Spring,tv,paid_media,2025-03-01,2025-03-31,North; South;,S1;S2,A,1000.5,"
              + "2025-02-01T12:00+01:00,bold");

      assertThat(folder.read().campaigns().orElseThrow())
          .containsExactly(
              Campaign.builder()
                  .campaignId("C1")
                  .name("Spring")
                  .channel("tv")
                  .category("paid_media")
                  .start(Instant.parse("2025-03-01T00:00:00Z"))
                  .end(Instant.parse("2025-04-01T00:00:00Z"))
                  .addRegions("North", "South")
                  .addStoreIds(StoreId.of("S1"), StoreId.of("S2"))
                  .addSkus(Sku.of("A"))
                  .spend(new BigDecimal("1000.50"))
                  .recordedAt(Instant.parse("2025-02-01T11:00:00Z"))
                  .putAttributes("brief", "bold")
                  .build());
    }

    @Test
    void zoneOfTheMapping_givesDaysAndTimesWithoutOffset() {
      folder
          .mapping("'cadence':'PT1H','zone':'America/New_York'")
          .file("campaigns.csv", CAMPAIGN_HEADER, "C1,N,tv,x,2025-03-01,2025-03-02T06:00,,,,,,");

      Campaign campaign = folder.read().campaigns().orElseThrow().get(0);

      assertThat(campaign.start()).isEqualTo("2025-03-01T05:00:00Z");
      assertThat(campaign.end()).isEqualTo("2025-03-02T11:00:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "C1,N,tv,x,2025-03-01,,,,,,,         | campaign_missing_value | column 'end' is '',"
              + " expected a value",
          "C1,N,tv,x,soon,2025-03-01,,,,,,     | campaign_unparseable_time | column 'start' is"
              + " 'soon', expected an ISO-8601 time such as 2025-08-07T09:00:00Z, 2025-08-07T09:00"
              + " or 2025-08-07",
          "C1,N,tv,x,2025-03-02,2025-03-01,,,,,, | campaign_invalid_value | column 'end': end is"
              + " '2025-03-02T00:00:00Z' but must be after start (2025-03-02T00:00:00Z)",
          "C1,N,tv,x,2025-03-01,2025-03-01,,,,lots,, | campaign_unparseable_number | column 'spend'"
              + " is 'lots', expected an amount of money written with a decimal point"
        })
    void badRow_isRefused(String row, String kind, String message) {
      folder.file("campaigns.csv", CAMPAIGN_HEADER, row);

      assertThat(folder.onlyRefused())
          .isEqualTo(
              RefusedRow.builder()
                  .kind(kind)
                  .source("campaigns.csv:2")
                  .payload(row)
                  .message(message)
                  .build());
      assertThat(folder.read().campaigns()).hasValueSatisfying(l -> assertThat(l).isEmpty());
    }

    @Test
    void rowsThatContradictEachOther_areAllRefused() {
      folder.file(
          "campaigns.csv",
          "campaign_id,name,channel,category,start,end",
          "C1,N,tv,x,2025-03-01,2025-03-02",
          "C2,N,tv,x,2025-03-01,2025-03-02",
          "C1,N,radio,x,2025-03-01,2025-03-02",
          "C2,N,tv,x,2025-03-01,2025-03-02");

      InputTables tables = folder.read();

      assertThat(tables.campaigns().orElseThrow())
          .extracting(Campaign::campaignId)
          .containsExactly("C2");
      assertThat(tables.refused())
          .extracting(RefusedRow::source, RefusedRow::kind, RefusedRow::message)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "campaigns.csv:2",
                  "campaign_conflicting_values",
                  "column 'campaign_id' is 'C1' as in line 4, which has other values, expected one"
                      + " row per campaign_id"),
              org.assertj.core.groups.Tuple.tuple(
                  "campaigns.csv:4",
                  "campaign_conflicting_values",
                  "column 'campaign_id' is 'C1' as in line 2, which has other values, expected one"
                      + " row per campaign_id"));
    }
  }

  @Nested
  class Context {
    @Test
    void fileThatIsMissing_isNoSource() {
      assertThat(folder.read().contextEvents()).isEmpty();
    }

    @Test
    void row_becomesAContextEvent() {
      folder.file(
          "context.csv",
          CONTEXT_HEADER,
          "X1,weather,storm,Storm Ada,2025-03-01T06:00,,North,Leeds;York,S1,A,high,met,"
              + "https://example.org/1,0.9,,110.5",
          "X2,calendar,,Easter,2025-04-20,2025-04-20,,,,,,calendar,,,,");

      assertThat(folder.read().contextEvents().orElseThrow())
          .containsExactly(
              ContextEvent.builder()
                  .contextId("X1")
                  .category("weather")
                  .subtype("storm")
                  .name("Storm Ada")
                  .start(Instant.parse("2025-03-01T06:00:00Z"))
                  .addRegions("North")
                  .addCities("Leeds", "York")
                  .addStoreIds(StoreId.of("S1"))
                  .addSkus(Sku.of("A"))
                  .severity("high")
                  .source("met")
                  .url("https://example.org/1")
                  .confidence(0.9)
                  .putAllAttributes(java.util.Map.ofEntries(entry("wind", 110.5)))
                  .build(),
              ContextEvent.builder()
                  .contextId("X2")
                  .category("calendar")
                  .name("Easter")
                  .start(Instant.parse("2025-04-20T00:00:00Z"))
                  .end(Instant.parse("2025-04-21T00:00:00Z"))
                  .source("calendar")
                  .build());
    }

    @Test
    void badRow_isRefused() {
      folder.file(
          "context.csv", CONTEXT_HEADER, "X1,weather,,Storm,2025-03-01,,,,,,severe,met,,,,");

      assertThat(folder.onlyRefused().kind()).isEqualTo("context_invalid_value");
      assertThat(folder.onlyRefused().source()).isEqualTo("context.csv:2");
      assertThat(folder.onlyRefused().message())
          .isEqualTo("column 'severity': severity is 'severe' but must be low, medium or high");
    }
  }

  @Nested
  class Drivers {
    private static final String HEADER =
        "driver_id,kind,timestamp,value,campaign_id,context_id,store_ids,regions,skus,recorded_at";

    @Test
    void missingFile_meansThatThereAreNone() {
      assertThat(folder.read().drivers()).hasValue(List.of());
    }

    @Test
    void everyColumn_isRead() {
      folder.file(
          "drivers.csv",
          HEADER,
          "P1,price,2025-03-01,1.25,C1,X1,S1;S2,Kent,A,2025-02-01T08:00:00Z",
          "P1,price,2025-03-02T06:00:00Z,,,,,,,");

      assertThat(folder.read().refused()).isEmpty();
      assertThat(folder.read().drivers().orElseThrow())
          .containsExactly(
              Driver.builder()
                  .driverId("P1")
                  .kind("price")
                  .timestamp(Instant.parse("2025-03-01T00:00:00Z"))
                  .value(1.25)
                  .campaignId("C1")
                  .contextId("X1")
                  .addStoreIds(StoreId.of("S1"), StoreId.of("S2"))
                  .addRegions("Kent")
                  .addSkus(Sku.of("A"))
                  .recordedAt(Instant.parse("2025-02-01T08:00:00Z"))
                  .build(),
              Driver.builder()
                  .driverId("P1")
                  .kind("price")
                  .timestamp(Instant.parse("2025-03-02T06:00:00Z"))
                  .build());
    }

    @Test
    void valueThatIsNoNumber_costsItsRow() {
      folder.file(
          "drivers.csv", HEADER, "T,rain,2025-03-01,wet,,,,,,", "T,rain,2025-03-02,2,,,,,,");

      assertThat(folder.onlyRefused().kind()).isEqualTo("driver_unparseable_number");
      assertThat(folder.onlyRefused().source()).isEqualTo("drivers.csv:2");
      assertThat(folder.read().drivers().orElseThrow()).hasSize(1);
    }

    /** Catches the last row winning: nobody knows which of the two is right. */
    @Test
    void twoValuesForOneTime_areBothRefused_unlessOneWasRecordedLater() {
      folder.file(
          "drivers.csv",
          HEADER,
          "T,rain,2025-03-01,1,,,,,,",
          "T,rain,2025-03-01,2,,,,,,",
          "U,rain,2025-03-01,1,,,,,,",
          "U,rain,2025-03-01,2,,,,,,2025-03-02T00:00:00Z");

      assertThat(folder.read().refused())
          .extracting(RefusedRow::kind)
          .containsExactly("driver_conflicting_values", "driver_conflicting_values");
      assertThat(folder.read().drivers().orElseThrow()).hasSize(2);
    }
  }
}
