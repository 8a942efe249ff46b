package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * @param events the event it is in, after those that were merged into that, oldest first
 * @param before the same as it was before a person put it elsewhere; empty if none did
 * @param confirmed when it was confirmed, oldest first
 */
record KnownReport(
    StoreId store,
    Instant onset,
    List<ReportMember> members,
    Optional<Instant> windowEnd,
    String category,
    List<InEvent> events,
    List<InEvent> before,
    List<Confirmed> confirmed) {

  static KnownReport of(ReportDetected row) {
    return new KnownReport(
        row.storeId(),
        row.firstDetectedFrom(),
        row.members(),
        row.windowEnd(),
        "",
        List.of(),
        List.of(),
        List.of());
  }

  KnownReport with(ReportDetected row) {
    return new KnownReport(
        store, onset, row.members(), row.windowEnd(), category, events, before, confirmed);
  }

  KnownReport withCategory(String proposed) {
    return new KnownReport(store, onset, members, windowEnd, proposed, events, before, confirmed);
  }

  KnownReport withConfirmed(List<Confirmed> now) {
    return new KnownReport(store, onset, members, windowEnd, category, events, before, now);
  }

  /**
   * The same after people put it somewhere, or back: decisions about the event that it leaves are
   * not about it any more.
   *
   * @param was the event they had put it into
   * @param is the event they put it into now
   */
  KnownReport placed(@Nullable EventId was, @Nullable EventId is) {
    if (Objects.equals(was, is)) {
      return this;
    }
    List<InEvent> home = was == null ? events : before;
    return is == null
        ? with(home, List.of())
        : with(List.of(new InEvent(is, Optional.empty())), home);
  }

  /** The same in an event that cohorting says it is in. */
  KnownReport in(EventId event) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).event().equals(event)) {
        return i == events.size() - 1 ? this : with(events.subList(0, i + 1), before);
      }
    }
    return with(List.of(new InEvent(event, Optional.empty())), before);
  }

  /** The same after its event was merged into another. */
  KnownReport merged(EventId gone, EventId into, Instant tick) {
    List<InEvent> nowIn = merged(events, gone, into, tick);
    List<InEvent> earlier = merged(before, gone, into, tick);
    return nowIn == events && earlier == before ? this : with(nowIn, earlier);
  }

  private static List<InEvent> merged(
      List<InEvent> events, EventId gone, EventId into, Instant tick) {
    boolean was = events.stream().anyMatch(e -> e.event().equals(gone));
    boolean there = events.stream().anyMatch(e -> e.event().equals(into));
    if (!was || there) {
      return events;
    }
    List<InEvent> more = new ArrayList<>(events);
    more.add(new InEvent(into, Optional.of(tick)));
    return more;
  }

  private KnownReport with(List<InEvent> nowIn, List<InEvent> earlier) {
    return new KnownReport(
        store, onset, members, windowEnd, category, List.copyOf(nowIn), earlier, confirmed);
  }
}
