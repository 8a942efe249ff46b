package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;

/**
 * What a decision about a report needs of it. Immutable.
 *
 * @param store where
 * @param onset the onset
 * @param members its series, as detection last said
 * @param windowEnd the end; absent while it is open
 * @param category category of the cause proposed last; empty if none was
 * @param events the events it is or was in, oldest first
 * @param confirmed when it was confirmed, oldest first
 */
record KnownReport(
    StoreId store,
    Instant onset,
    List<ReportMember> members,
    Optional<Instant> windowEnd,
    String category,
    List<InEvent> events,
    List<Confirmed> confirmed) {

  static KnownReport of(ReportDetected row) {
    return new KnownReport(
        row.storeId(),
        row.firstDetectedFrom(),
        row.members(),
        row.windowEnd(),
        "",
        List.of(),
        List.of());
  }

  KnownReport with(ReportDetected row) {
    return new KnownReport(
        store, onset, row.members(), row.windowEnd(), category, events, confirmed);
  }

  KnownReport withCategory(String proposed) {
    return new KnownReport(store, onset, members, windowEnd, proposed, events, confirmed);
  }

  KnownReport withConfirmed(List<Confirmed> now) {
    return new KnownReport(store, onset, members, windowEnd, category, events, now);
  }

  /** The same in an event that cohorting put it into. */
  KnownReport in(EventId event) {
    boolean there = events.stream().anyMatch(e -> e.event().equals(event));
    return there ? this : withEvent(new InEvent(event, Optional.empty()));
  }

  /** The same after its event was merged into another. */
  KnownReport merged(EventId gone, EventId into, Instant tick) {
    boolean was = events.stream().anyMatch(e -> e.event().equals(gone));
    boolean there = events.stream().anyMatch(e -> e.event().equals(into));
    return was && !there ? withEvent(new InEvent(into, Optional.of(tick))) : this;
  }

  private KnownReport withEvent(InEvent event) {
    List<InEvent> more = new ArrayList<>(events);
    more.add(event);
    return new KnownReport(store, onset, members, windowEnd, category, more, confirmed);
  }
}
