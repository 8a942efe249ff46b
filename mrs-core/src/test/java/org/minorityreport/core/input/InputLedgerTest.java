package org.minorityreport.core.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;

/** What a tick writes down of its inputs: what was first seen or has changed, and nothing twice. */
class InputLedgerTest {
  private static final RunId RUN = RunId.of("main");
  private static final Instant START = Instant.parse("2025-08-04T00:00:00Z");
  private static final Instant NOON = Instant.parse("2025-08-06T12:00:00Z");
  private static final Instant LATER = Instant.parse("2025-08-06T13:00:00Z");
  private static final int HOURS = 96;

  private final long[] units = new long[HOURS];

  @Test
  void firstTick_writesEverything() {
    InputLedger ledger = first(tables("Leeds").contextEvents(List.of(event("rain"))).build());

    assertThat(ledger.stores()).extracting(r -> r.storeId().value()).containsExactly("1", "2");
    assertThat(ledger.context()).extracting(ContextRecord::ref).containsExactly("rain");
    ContextRecord row = ledger.context().get(0);
    assertThat(row.kind()).isEqualTo("context_event");
    assertThat(row.withdrawn()).isEmpty();
    assertThat(row.body()).containsEntry("name", "Rain").containsEntry("category", "weather");
    String digest = Digests.sha256Hex(CanonicalJson.bytes(event("rain")));
    assertThat(row.contentHash()).isEqualTo(digest);
    assertThat(ledger.contentHash(InputLedger.CONTEXT_EVENT, "rain")).isEqualTo(digest);
  }

  @Test
  void nextTick_withoutAnyChange_writesNothing() {
    InputTables tables = tables("Leeds").contextEvents(List.of(event("rain"))).build();

    InputLedger ledger = next(tables, first(tables));

    assertThat(ledger.stores()).isEmpty();
    assertThat(ledger.context()).isEmpty();
    assertThat(ledger.changes()).isEmpty();
    assertThat(ledger.contextEvents()).containsExactly(event("rain"));
  }

  @Test
  void store_changedOrGone_isWritten() {
    InputTables before = tables("Leeds").build();
    InputTables after =
        InputTables.builder(source()).store(store("1", "York")).sales(series("1")).build();

    InputLedger ledger = next(after, first(before));

    assertThat(ledger.stores()).hasSize(2);
    StoreRecord changed = ledger.stores().get(0);
    assertThat(changed.store().city()).contains("York");
    assertThat(changed.gone()).isEmpty();
    StoreRecord gone = ledger.stores().get(1);
    assertThat(gone.storeId()).isEqualTo(StoreId.of("2"));
    assertThat(gone.gone()).contains(true);
    assertThat(next(after, ledger).stores()).as("said once").isEmpty();
  }

  /** A row recorded after the tick is not there yet, so that a re-run sees what the tick saw. */
  @Test
  void event_recordedLater_isNotSeenBefore() {
    ContextEvent late =
        ContextEvent.builder().from(event("strike")).recordedAt(NOON.plusSeconds(1)).build();
    InputTables tables = tables("Leeds").contextEvents(List.of(late)).build();

    InputLedger before = first(tables);
    InputLedger after = next(tables, before);

    assertThat(before.context()).isEmpty();
    assertThat(before.contextEvents()).isEmpty();
    assertThatThrownBy(() -> before.contentHash(InputLedger.CONTEXT_EVENT, "strike"))
        .hasMessage("no context_event strike at 2025-08-06T12:00:00Z");
    assertThat(after.context()).extracting(ContextRecord::ref).containsExactly("strike");
  }

  @Test
  void event_gone_isWithdrawnOnceWithoutBody() {
    InputLedger before = first(tables("Leeds").contextEvents(List.of(event("rain"))).build());
    InputTables without = tables("Leeds").contextEvents(List.of()).build();

    InputLedger ledger = next(without, before);

    assertThat(ledger.context()).hasSize(1);
    ContextRecord row = ledger.context().get(0);
    assertThat(row.withdrawn()).contains(true);
    assertThat(row.ref()).isEqualTo("rain");
    assertThat(row.body()).isEmpty();
    assertThat(row.contentHash()).isEqualTo(before.context().get(0).contentHash());
    assertThat(next(without, ledger).context()).isEmpty();
  }

  @Test
  void days_areDigestedByTheTickThatSeesTheirEnd() {
    InputTables tables = tables("Leeds").build();

    InputLedger noon = first(tables);
    InputLedger later = next(tables, noon);
    InputLedger midnight = ledger("2025-08-07T00:00:00Z", tables, later);

    assertThat(days(noon, "1")).containsOnlyKeys("2025-08-04", "2025-08-05");
    assertThat(later.changes()).isEmpty();
    assertThat(days(midnight, "1")).containsOnlyKeys("2025-08-06");
    assertThat(days(midnight, "2")).containsOnlyKeys("2025-08-06");
  }

  /** The source lags: a tick after midnight does not yet see the end of the day before. */
  @Test
  void day_whoseEndComesAfterATickPastMidnight_isDigestedThen() {
    InputTables whole = tables("Leeds").build();
    InputTables lagging =
        InputTables.builder(source())
            .store(store("1", "Leeds"))
            .store(store("2", "Leeds"))
            .sales(series("1").slice(0, 70))
            .sales(series("2").slice(0, 70))
            .build();

    InputLedger noon = first(lagging);
    InputLedger pastMidnight = ledger("2025-08-07T01:00:00Z", lagging, noon);
    InputLedger caughtUp = ledger("2025-08-07T02:00:00Z", whole, pastMidnight);

    assertThat(pastMidnight.changes()).isEmpty();
    assertThat(days(caughtUp, "1")).containsOnlyKeys("2025-08-06");
  }

  @Test
  void days_digest_changesWithTheDayAndNoOther() {
    SortedMap<String, String> before = days(first(tables("Leeds").build()), "1");
    units[30] = 7000;

    SortedMap<String, String> after = days(first(tables("Leeds").build()), "1");

    assertThat(after.get("2025-08-04")).isEqualTo(before.get("2025-08-04"));
    assertThat(after.get("2025-08-05")).isNotEqualTo(before.get("2025-08-05"));
  }

  @Test
  void silentStore_isNamedWhenItFallsSilentAndWhenItIsBack() {
    units[60] = SalesSeries.UNKNOWN;
    InputTables tables = tables("Leeds").build();
    InputLedger noon = first(tables);

    InputLedger silent = next(tables, noon);
    InputLedger back = ledger("2025-08-06T14:00:00Z", tables, silent);

    assertThat(noon.changes().orElseThrow().silentStores()).isEmpty();
    assertThat(silent.changes().map(InputsRecord::silentStores))
        .contains(List.of(StoreId.of("1"), StoreId.of("2")));
    assertThat(back.changes().map(InputsRecord::silentStores)).contains(List.of());
  }

  @Test
  void delivery_isNamedOnce() {
    Delivery one = Delivery.builder().name("sales.csv").digest("aa").build();
    Delivery corrected = Delivery.builder().name("sales.csv").digest("bb").build();
    InputLedger first = first(tables("Leeds").rowsRead(10).delivery(one).build());

    InputLedger ledger =
        next(tables("Leeds").rowsRead(20).delivery(one).delivery(corrected).build(), first);

    assertThat(first.changes().orElseThrow().deliveries()).containsExactly(one);
    assertThat(first.changes().orElseThrow().rowsRead()).isEqualTo(10);
    assertThat(ledger.changes().orElseThrow().deliveries()).containsExactly(corrected);
    assertThat(ledger.changes().orElseThrow().rowsRead()).isEqualTo(20);
  }

  private static InputLedger first(InputTables tables) {
    return new InputLedger(RUN, NOON, tables, InputLedger.EMPTY);
  }

  private static InputLedger next(InputTables tables, InputLedger before) {
    return new InputLedger(RUN, LATER, tables, before.after());
  }

  private static InputLedger ledger(String tick, InputTables tables, InputLedger before) {
    return new InputLedger(RUN, Instant.parse(tick), tables, before.after());
  }

  private static SortedMap<String, String> days(InputLedger ledger, String store) {
    return ledger.changes().orElseThrow().digests().get(store);
  }

  private InputTables.Builder tables(String city) {
    return InputTables.builder(source())
        .store(store("1", city))
        .store(store("2", city))
        .sales(series("1"))
        .sales(series("2"));
  }

  private static SalesSource source() {
    return SalesSource.builder().name("till").cadence(Cadence.parse("PT1H")).build();
  }

  private static Store store(String id, String city) {
    return Store.builder().storeId(StoreId.of(id)).retailer("Corner").city(city).build();
  }

  private SalesSeries series(String store) {
    SeriesId id = SeriesId.of(StoreId.of(store), Sku.of("cola"));
    return SalesSeries.of(id, Steps.of(START, Cadence.parse("PT1H"), HOURS), units);
  }

  private static ContextEvent event(String id) {
    return ContextEvent.builder()
        .contextId(id)
        .category("weather")
        .name("Rain")
        .source("met")
        .start(START)
        .build();
  }
}
