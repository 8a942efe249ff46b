package org.minorityreport.mock.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.mock.world.narrative.ContextTrace;
import org.minorityreport.mock.world.narrative.Places;
import org.minorityreport.mock.world.narrative.TraceKind;

/**
 * The campaigns and context events that happenings leave. A row names the places of its narrative,
 * not the share of stores that was drawn: nobody who plans or reports knows that.
 */
final class ContextRows {
  private final List<Campaign> campaigns = new ArrayList<>();
  private final List<ContextEvent> events = new ArrayList<>();

  private ContextRows() {}

  static ContextRows of(List<StagedNarrative> happenings, List<WorldStore> stores) {
    ContextRows rows = new ContextRows();
    for (StagedNarrative happening : happenings) {
      List<StoreId> covered =
          stores.stream()
              .map(WorldStore::store)
              .filter(happening.narrative().places()::covers)
              .map(store -> store.storeId())
              .sorted()
              .toList();
      if (!covered.isEmpty()) { // else a row by store would name none, and so mean everywhere
        rows.add(happening, covered);
      }
    }
    return rows;
  }

  List<Campaign> campaigns() {
    return List.copyOf(campaigns);
  }

  List<ContextEvent> events() {
    return List.copyOf(events);
  }

  private void add(StagedNarrative happening, List<StoreId> covered) {
    List<ContextTrace> traces = happening.narrative().leaves();
    for (int i = 0; i < traces.size(); i++) {
      String number = happening.narrative().id() + "-" + (i + 1);
      if (traces.get(i).kind() == TraceKind.CAMPAIGN) {
        campaigns.add(campaign(campaignId(happening, i), happening, traces.get(i), covered));
      } else {
        events.add(event("EVENT-" + number, happening, traces.get(i), covered));
      }
    }
  }

  /** The id of the campaign that is a trace of a happening. */
  static String campaignId(StagedNarrative happening, int trace) {
    return "CAMPAIGN-" + happening.narrative().id() + "-" + (trace + 1);
  }

  /** Campaigns have no cities, so those of a city or a chain name their stores. */
  private static Campaign campaign(
      String id, StagedNarrative happening, ContextTrace trace, List<StoreId> covered) {
    Places places = happening.narrative().places();
    boolean byStore = !places.retailers().isEmpty() || !places.cities().isEmpty();
    Campaign.Builder row = Campaign.builder();
    row.campaignId(id)
        .name(trace.name())
        .channel(trace.channel().orElseThrow())
        .category(trace.category())
        .start(start(happening, trace))
        .end(end(happening, trace))
        .regions(byStore ? List.of() : places.regions())
        .storeIds(byStore ? covered : List.of())
        .skus(skus(happening))
        .spend(trace.spend())
        .recordedAt(trace.recordedAfter().map(happening.span().from()::plus));
    return row.build();
  }

  private static ContextEvent event(
      String id, StagedNarrative happening, ContextTrace trace, List<StoreId> covered) {
    Places places = happening.narrative().places();
    boolean byStore = !places.retailers().isEmpty();
    ContextEvent.Builder row = ContextEvent.builder();
    row.contextId(id)
        .category(trace.category())
        .subtype(trace.subtype())
        .name(trace.name())
        .start(start(happening, trace))
        .end(end(happening, trace))
        .regions(byStore ? List.of() : places.regions())
        .cities(byStore ? List.of() : places.cities())
        .storeIds(byStore ? covered : List.of())
        .skus(skus(happening))
        .severity(trace.severity())
        .source(trace.source().orElseThrow())
        .confidence(trace.confidence())
        .recordedAt(trace.recordedAfter().map(happening.span().from()::plus));
    return row.build();
  }

  private static List<Sku> skus(StagedNarrative happening) {
    return happening.narrative().productShare() < 1 ? List.copyOf(happening.skus()) : List.of();
  }

  private static Instant start(StagedNarrative happening, ContextTrace trace) {
    return happening.span().from().plus(trace.startsAfter());
  }

  private static Instant end(StagedNarrative happening, ContextTrace trace) {
    return start(happening, trace).plus(trace.duration().orElse(happening.narrative().duration()));
  }
}
