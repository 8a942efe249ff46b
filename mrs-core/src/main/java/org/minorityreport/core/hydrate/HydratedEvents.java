package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.view.EventFacet;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.FacetCounts;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityEvents;
import org.minorityreport.api.view.Page;

/** The events of a view; the ids of merged ones lead to those that took them in. Immutable. */
final class HydratedEvents implements MinorityEvents {
  private final CommitPosition refreshSeq;
  private final List<String> unreadable;
  private final List<MinorityEvent> all;
  private final Map<EventId, EventId> ends;
  private @Nullable IdLookup<MinorityEvent> lookup;

  /**
   * The events.
   *
   * @param refreshSeq what they are hydrated up to
   * @param unreadable what of the logs could not be read
   * @param byId the events, by id
   * @param ends each id that was ever given to what it is now
   */
  HydratedEvents(
      CommitPosition refreshSeq,
      List<String> unreadable,
      List<MinorityEvent> byId,
      Map<EventId, EventId> ends) {
    this.refreshSeq = refreshSeq;
    this.unreadable = unreadable;
    this.all = List.copyOf(byId);
    this.ends = ends;
  }

  /** Made when it is first asked for: a refresh would pay for what few ask. */
  private synchronized IdLookup<MinorityEvent> lookup() {
    IdLookup<MinorityEvent> made = lookup;
    if (made == null) {
      made = newLookup();
      lookup = made;
    }
    return made;
  }

  private IdLookup<MinorityEvent> newLookup() {
    Map<EventId, MinorityEvent> events = new HashMap<>();
    all.forEach(event -> events.put(event.eventId(), event));
    List<String> ids = new ArrayList<>(ends.size());
    List<MinorityEvent> found = new ArrayList<>(ends.size());
    new TreeMap<>(ends)
        .forEach(
            (id, end) ->
                Optional.ofNullable(events.get(end))
                    .ifPresent(
                        event -> {
                          ids.add(id.value());
                          found.add(event);
                        }));
    return new IdLookup<>("event", "ME-", ids, found::get);
  }

  @Override
  public CommitPosition refreshSeq() {
    return refreshSeq;
  }

  @Override
  public List<String> unreadable() {
    return unreadable;
  }

  @Override
  public List<MinorityEvent> all() {
    return all;
  }

  @Override
  public List<MinorityEvent> active() {
    return all.stream().filter(event -> event.eventStatus() == EventStatus.ACTIVE).toList();
  }

  @Override
  public MinorityEvent get(String id) {
    return lookup().get(id);
  }

  @Override
  public Page<MinorityEvent> find(EventQuery query) {
    return Finding.page(fitting(query), EventRanking.of(query), query, Function.identity());
  }

  @Override
  public FacetCounts counts(EventFacet facet, EventQuery query) {
    return Finding.counts(fitting(query), facet::valuesIn);
  }

  @Override
  public List<EventId> changed(CommitPosition since) {
    Finding.checkSince(since, refreshSeq);
    return all.stream()
        .filter(event -> event.lastChanged() > since.value())
        .map(event -> event.eventId())
        .toList();
  }

  private List<MinorityEvent> fitting(EventQuery query) {
    return Finding.fitting(all, EventConditions.of(query));
  }
}
