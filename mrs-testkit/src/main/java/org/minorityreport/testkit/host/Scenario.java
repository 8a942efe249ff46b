package org.minorityreport.testkit.host;

import static org.minorityreport.api.log.Writer.REVIEW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.mock.MockModels;
import org.minorityreport.testkit.discovery.OfferedProviders;

/**
 * What is given: stores, sales, context, what people did, models. {@link #when} runs the ticks over
 * it. One thread at a time; told once, run as often as wanted. Times are ISO-8601 instants.
 *
 * <p>The mocks serve every role that is given no model, without their script. The run is {@code
 * main}; nothing depends on the time of day.
 */
public final class Scenario {
  private final Cadence cadence;
  private final List<Store> stores = new ArrayList<>();
  private final SortedMap<SeriesId, SoldSeries> sales = new TreeMap<>();
  private final List<Campaign> campaigns = new ArrayList<>();
  private final List<ContextEvent> contextEvents = new ArrayList<>();
  private final List<Act<?>> acts = new ArrayList<>();
  private final Map<ModelRole, Chosen> models = new EnumMap<>(ModelRole.class);

  private record Act<R extends LogRecord>(Log<R> log, R row) {
    LogSlice slice() {
      return LogSlice.of(log, REVIEW, List.of(LogCodec.row(log, row)));
    }
  }

  private record Chosen(ModelProvider provider, ModelConfig config) {}

  private Scenario(Cadence cadence) {
    this.cadence = cadence;
  }

  /**
   * A scenario of which nothing is told yet.
   *
   * @param cadence the length of its steps, such as {@code PT1H}
   * @return the scenario
   */
  public static Scenario at(String cadence) {
    return new Scenario(Cadence.parse(cadence));
  }

  /**
   * Gives a store.
   *
   * @param id its id
   * @param retailer its retailer
   * @param region its region
   * @return this scenario
   */
  public Scenario store(String id, String retailer, String region) {
    return store(Store.builder().storeId(StoreId.of(id)).retailer(retailer).region(region).build());
  }

  /**
   * Gives a store.
   *
   * @param store the store
   * @return this scenario
   */
  public Scenario store(Store store) {
    stores.add(store);
    return this;
  }

  /**
   * Gives steady sales, a tenth up and down.
   *
   * @param store id of a store
   * @param sku a product
   * @param units units of a step
   * @param from start of the first step
   * @param to end of the last step
   * @return this scenario
   */
  public Scenario sales(String store, String sku, double units, String from, String to) {
    SeriesId id = id(store, sku);
    sales.put(id, new SoldSeries(id, cadence, units, Instant.parse(from), Instant.parse(to)));
    return this;
  }

  /**
   * Changes sales that were given.
   *
   * @param store id of their store
   * @param sku their product
   * @param from start of the first step changed
   * @param to end of the last step changed
   * @param factor how many times as much is sold
   * @return this scenario
   */
  public Scenario change(String store, String sku, String from, String to, double factor) {
    given(store, sku).change(Instant.parse(from), Instant.parse(to), factor);
    return this;
  }

  /**
   * Takes away what is known of sales that were given.
   *
   * @param store id of their store
   * @param sku their product
   * @param from start of the first step that is unknown
   * @param to end of the last step that is unknown
   * @return this scenario
   */
  public Scenario unknown(String store, String sku, String from, String to) {
    given(store, sku).forget(Instant.parse(from), Instant.parse(to));
    return this;
  }

  /**
   * Gives a campaign.
   *
   * @param campaign the campaign
   * @return this scenario
   */
  public Scenario campaign(Campaign campaign) {
    campaigns.add(campaign);
    return this;
  }

  /**
   * Gives a context event.
   *
   * @param event the event
   * @return this scenario
   */
  public Scenario context(ContextEvent event) {
    contextEvents.add(event);
    return this;
  }

  /**
   * Gives what an analyst did with a report or event: a row that lies in the log before the first
   * tick after its {@code written_at}.
   *
   * @param edit the row, of the run {@code main}
   * @return this scenario
   */
  public Scenario action(UserEdit edit) {
    boolean ofEvent = edit.targetId().startsWith("ME-");
    acts.add(new Act<>(ofEvent ? Logs.USER_EVENT_EDITS : Logs.USER_EDITS, edit));
    return this;
  }

  /**
   * Gives a context event that a person recorded: a row that lies in the log before the first tick
   * after its {@code written_at}.
   *
   * @param recorded the row, of the run {@code main}
   * @return this scenario
   */
  public Scenario action(ContextRecorded recorded) {
    acts.add(new Act<>(Logs.CONTEXT_RECORDED, recorded));
    return this;
  }

  /**
   * Gives a model.
   *
   * @param role the role that it serves
   * @param provider makes it; of a public class with a public constructor without parameters
   * @param config what it is created from
   * @return this scenario
   */
  public Scenario model(ModelRole role, ModelProvider provider, ModelConfig config) {
    models.put(role, new Chosen(provider, config));
    return this;
  }

  /**
   * Runs a tick at each step.
   *
   * @param first the first tick
   * @param last no tick is later
   * @return what came of it
   */
  public Outcome when(String first, String last) {
    LogStore store = LogStores.inMemory(() -> Instant.EPOCH);
    try (Mrs mrs = open(store)) {
      List<Act<?>> open = new ArrayList<>(acts);
      open.sort(Comparator.comparing(act -> act.row().writtenAt()));
      Instant end = Instant.parse(last);
      for (Instant tick = Instant.parse(first); !tick.isAfter(end); tick = cadence.plus(tick, 1)) {
        while (!open.isEmpty() && open.get(0).row().writtenAt().isBefore(tick)) {
          store.append(Commit.of(List.of(open.remove(0).slice())));
        }
        mrs.tick(tick);
      }
      return new Outcome(store, mrs.run(), mrs.reports().all(), mrs.events().all());
    }
  }

  private Mrs open(LogStore store) {
    InputTables.Builder inputs =
        InputTables.builder(SalesSource.builder().name("scenario").cadence(cadence).build());
    stores.forEach(inputs::store);
    sales.values().forEach(sold -> inputs.sales(sold.series()));
    inputs.campaigns(campaigns).contextEvents(contextEvents);
    Mrs.Builder builder = Mrs.builder().logs(store).inputs(inputs.build()).threads(1);
    List<ModelProvider> providers = new ArrayList<>(List.of(new MockModels()));
    for (ModelRole role : ModelRole.values()) {
      Chosen chosen = models.getOrDefault(role, new Chosen(providers.get(0), plain(role)));
      builder.model(role, chosen.provider().id(), chosen.config());
      providers.add(chosen.provider());
    }
    ModelProvider[] offered = providers.toArray(ModelProvider[]::new);
    return builder.classLoader(OfferedProviders.of(offered)).build();
  }

  /** Of a mock, without its look-up. */
  private static ModelConfig plain(ModelRole role) {
    ModelConfig.Builder config = ModelConfig.builder().seed(0);
    return role == ModelRole.ATTRIBUTION
        ? config.putParameters("narratives", "off").build()
        : config.build();
  }

  private SoldSeries given(String store, String sku) {
    SoldSeries sold = sales.get(id(store, sku));
    if (sold == null) {
      throw new IllegalArgumentException(
          "no sales of " + sku + " at " + store + " were given, only of " + sales.keySet());
    }
    return sold;
  }

  private static SeriesId id(String store, String sku) {
    return SeriesId.of(StoreId.of(store), Sku.of(sku));
  }
}
