package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.stage.RejectedCause;

/**
 * What a decision about a report needs of it. Immutable.
 *
 * @param store where
 * @param onset the onset
 * @param members its series, as detection last said
 * @param windowEnd the end; absent while it is open
 * @param proposed the cause proposed last; absent if none was
 * @param path its events
 * @param confirmed when it was confirmed, oldest first
 * @param rejections what people rejected for it and linked something instead, oldest first
 */
record KnownReport(
    StoreId store,
    Instant onset,
    List<ReportMember> members,
    Optional<Instant> windowEnd,
    Optional<RejectedCause> proposed,
    EventPath<Instant> path,
    List<Confirmed> confirmed,
    List<Rejection> rejections) {

  static KnownReport of(ReportDetected row) {
    return new KnownReport(
        row.storeId(),
        row.firstDetectedFrom(),
        row.members(),
        row.windowEnd(),
        Optional.empty(),
        EventPath.empty(),
        List.of(),
        List.of());
  }

  KnownReport with(ReportDetected row) {
    return new KnownReport(
        store, onset, row.members(), row.windowEnd(), proposed, path, confirmed, rejections);
  }

  KnownReport with(ReportAttributed row) {
    RejectedCause now =
        RejectedCause.builder()
            .cause(row.proposedCause())
            .category(row.proposedCauseCategory())
            .evidence(row.supportingEvidence())
            .build();
    return new KnownReport(
        store, onset, members, windowEnd, Optional.of(now), path, confirmed, rejections);
  }

  KnownReport withConfirmed(List<Confirmed> now) {
    return new KnownReport(store, onset, members, windowEnd, proposed, path, now, rejections);
  }

  /** The same after an act rejected what is proposed; as it is if nothing is. */
  KnownReport rejected(UserEdit act) {
    List<Rejection> all = new ArrayList<>(rejections);
    proposed.ifPresent(cause -> all.add(new Rejection(act.targetId(), act.annotationId(), cause)));
    return new KnownReport(store, onset, members, windowEnd, proposed, path, confirmed, all);
  }

  /** {@return whether it is in an event} */
  boolean isIn(String event) {
    List<InEvent<Instant>> events = path.events();
    return !events.isEmpty() && events.get(events.size() - 1).event().value().equals(event);
  }

  /** {@return category of the cause proposed last; empty if none was} */
  String category() {
    return proposed.map(RejectedCause::category).orElse("");
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
        : new KnownReport(store, onset, members, windowEnd, proposed, now, confirmed, rejections);
  }
}
