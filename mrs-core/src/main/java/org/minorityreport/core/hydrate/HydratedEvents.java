package org.minorityreport.core.hydrate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.view.Bands;
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
  private final List<EventEntry> all;
  private final Bands bands;
  private final KeptMap<EventId, EventId> ends;
  private @Nullable IdLookup<EventEntry> lookup;

  /**
   * The events.
   *
   * @param refreshSeq what they are hydrated up to
   * @param unreadable what of the logs could not be read
   * @param byId the events, by id
   * @param ends each id that was ever given to what it is now
   * @param bands what severities and confidences are called
   */
  HydratedEvents(
      CommitPosition refreshSeq,
      List<String> unreadable,
      List<EventEntry> byId,
      KeptMap<EventId, EventId> ends,
      Bands bands) {
    this.bands = bands;
    this.refreshSeq = refreshSeq;
    this.unreadable = unreadable;
    this.all = byId;
    this.ends = ends;
  }

  /** Made when it is first asked for: a refresh would pay for what few ask. */
  private synchronized IdLookup<EventEntry> lookup() {
    IdLookup<EventEntry> made = lookup;
    if (made == null) {
      made = newLookup();
      lookup = made;
    }
    return made;
  }

  private IdLookup<EventEntry> newLookup() {
    // An event that others were moved into may have no rows and no reports of its own.
    SortedMap<EventId, EventEntry> byId = new TreeMap<>();
    all.forEach(entry -> byId.put(entry.readings().eventId(), entry));
    Map<EventId, EventEntry> shown = new HashMap<>(byId);
    for (EventId id : ends.keys()) {
      Optional.ofNullable(ends.get(id)).map(shown::get).ifPresent(event -> byId.put(id, event));
    }
    List<String> ids = byId.keySet().stream().map(EventId::value).toList();
    List<EventEntry> found = List.copyOf(byId.values());
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
    return Shown.of(all, EventEntry::event);
  }

  @Override
  public List<MinorityEvent> active() {
    return Shown.of(
        all.stream().filter(e -> e.readings().eventStatus() == EventStatus.ACTIVE).toList(),
        EventEntry::event);
  }

  @Override
  public MinorityEvent get(String id) {
    return lookup().get(id).event();
  }

  @Override
  public Page<MinorityEvent> find(EventQuery query) {
    return Finding.page(
        fitting(query),
        EventRanking.of(query).map(order -> Comparator.comparing(EventEntry::readings, order)),
        query,
        EventEntry::event);
  }

  @Override
  public FacetCounts counts(EventFacet facet, EventQuery query) {
    return Finding.counts(fitting(query), entry -> facet.valuesIn(entry.readings()));
  }

  @Override
  public List<EventId> changed(CommitPosition since) {
    Finding.checkSince(since, refreshSeq);
    return all.stream()
        .map(EventEntry::readings)
        .filter(event -> event.lastChanged() > since.value())
        .map(MinorityEvent::eventId)
        .toList();
  }

  private List<EventEntry> fitting(EventQuery query) {
    return Finding.fitting(all, EventConditions.of(query, bands), EventEntry::readings);
  }
}
