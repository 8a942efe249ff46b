package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityEvents;

/** The events of a view; the ids of merged ones lead to those that took them in. Immutable. */
final class HydratedEvents implements MinorityEvents {
  private final CommitPosition refreshSeq;
  private final List<MinorityEvent> all;
  private final IdLookup<MinorityEvent> lookup;

  /**
   * The events.
   *
   * @param refreshSeq what they are hydrated up to
   * @param byId the events, by id
   * @param ends each id that was ever given to what it is now
   */
  HydratedEvents(
      CommitPosition refreshSeq, List<MinorityEvent> byId, SortedMap<EventId, EventId> ends) {
    this.refreshSeq = refreshSeq;
    this.all = List.copyOf(byId);
    Map<EventId, MinorityEvent> events = new HashMap<>();
    all.forEach(event -> events.put(event.eventId(), event));
    List<String> ids = new ArrayList<>(ends.size());
    List<MinorityEvent> found = new ArrayList<>(ends.size());
    ends.forEach(
        (id, end) ->
            Optional.ofNullable(events.get(end))
                .ifPresent(
                    event -> {
                      ids.add(id.value());
                      found.add(event);
                    }));
    this.lookup = new IdLookup<>("event", "ME-", ids, found::get);
  }

  @Override
  public CommitPosition refreshSeq() {
    return refreshSeq;
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
    return lookup.get(id);
  }
}
