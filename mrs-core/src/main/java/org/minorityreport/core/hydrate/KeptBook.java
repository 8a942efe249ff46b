package org.minorityreport.core.hydrate;

import com.google.common.collect.Multiset;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.core.snapshot.Section;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

/** How an {@link EventBook} is kept. */
final class KeptBook {
  static final KeptForm<ReportId, Said> SAID =
      new KeptForm<>(
          "events of reports",
          ReportId::of,
          ReportId::value,
          (said, to) -> {
            KeptParts.writeText(said.event().value(), to);
            to.writeInt(said.places().size());
            said.places().forEach(place -> KeptParts.write(place, to));
          },
          (report, from) ->
              new Said(EventId.of(KeptParts.text(from)), KeptParts.list(from, KeptParts::place)));

  static final KeptForm<EventId, Set<ReportId>> SAYERS =
      new KeptForm<>(
          "reports of events",
          EventId::of,
          EventId::value,
          (reports, to) -> KeptParts.writeTexts(reports.stream().map(ReportId::value).toList(), to),
          (event, from) ->
              new HashSet<>(KeptParts.list(from, in -> ReportId.of(KeptParts.text(in)))));

  static final KeptForm<EventId, EventId> ENDS =
      new KeptForm<>(
          "ends of events",
          EventId::of,
          EventId::value,
          (end, to) -> KeptParts.writeText(end.value(), to),
          (event, from) -> EventId.of(KeptParts.text(from)));

  static final KeptForm<EventId, Set<EventId>> PARTS =
      new KeptForm<>(
          "parts of events",
          EventId::of,
          EventId::value,
          (events, to) -> KeptParts.writeTexts(events.stream().map(EventId::value).toList(), to),
          (event, from) ->
              new HashSet<>(KeptParts.list(from, in -> EventId.of(KeptParts.text(in)))));

  static final String UNHOUSED = "reports without event";

  private static final String TARGETS = "events that others go into";

  private KeptBook() {}

  static void writeTargets(Multiset<EventId> targets, SnapshotWriter to) throws IOException {
    to.section(
        TARGETS,
        targets.elementSet().stream().map(EventId::value).toList(),
        id -> Ints.toByteArray(targets.count(EventId.of(id))));
  }

  static void targets(Snapshot snapshot, Multiset<EventId> into) {
    Section kept = snapshot.section(TARGETS);
    for (int i = 0; i < kept.size(); i++) {
      into.add(EventId.of(kept.key(i)), Ints.fromByteArray(kept.value(i)));
    }
  }
}
