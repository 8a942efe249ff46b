package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.List;
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
 * @param path its events
 * @param confirmed when it was confirmed, oldest first
 */
record KnownReport(
    StoreId store,
    Instant onset,
    List<ReportMember> members,
    Optional<Instant> windowEnd,
    String category,
    EventPath<Instant> path,
    List<Confirmed> confirmed) {

  static KnownReport of(ReportDetected row) {
    return new KnownReport(
        row.storeId(),
        row.firstDetectedFrom(),
        row.members(),
        row.windowEnd(),
        "",
        EventPath.empty(),
        List.of());
  }

  KnownReport with(ReportDetected row) {
    return new KnownReport(store, onset, row.members(), row.windowEnd(), category, path, confirmed);
  }

  KnownReport withCategory(String proposed) {
    return new KnownReport(store, onset, members, windowEnd, proposed, path, confirmed);
  }

  KnownReport withConfirmed(List<Confirmed> now) {
    return new KnownReport(store, onset, members, windowEnd, category, path, now);
  }

  /**
   * The same after people put it somewhere, or back.
   *
   * @param was the event they had put it into
   * @param is the event they put it into now
   * @param tick the first tick that saw it
   */
  KnownReport placed(@Nullable EventId was, @Nullable EventId is, Instant tick) {
    return with(path.placed(was, is, tick));
  }

  /** The same in an event that cohorting says it is in. */
  KnownReport in(EventId event, Instant tick) {
    return with(path.in(event, tick));
  }

  /** The same after its event was merged into another. */
  KnownReport merged(EventId gone, EventId into, Instant tick) {
    return with(path.merged(gone, into, tick));
  }

  private KnownReport with(EventPath<Instant> now) {
    return now.equals(path)
        ? this
        : new KnownReport(store, onset, members, windowEnd, category, now, confirmed);
  }
}
