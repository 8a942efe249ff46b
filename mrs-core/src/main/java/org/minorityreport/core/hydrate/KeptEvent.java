package org.minorityreport.core.hydrate;

import com.google.common.collect.Maps;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

/**
 * An event about which nothing came since it was kept.
 *
 * @param rows all that were kept
 * @param place its place among them
 */
record KeptEvent(KeptRows<MinorityEvent> rows, int place) implements EventEntry {
  private static final String SECTION = "minority_events";

  /** {@return all that were kept, made when they are looked at} */
  static Pieces.Piece<EventId, EventEntry> all(Snapshot snapshot) {
    KeptRows<MinorityEvent> rows = new KeptRows<>(snapshot.section(SECTION), MinorityEvent.class);
    return new Pieces.Piece<>(
        KeptForm.keys(snapshot.section(SECTION), EventId::of),
        SortedByKey.made(rows.size(), place -> new KeptEvent(rows, place)));
  }

  static void write(List<EventEntry> events, SnapshotWriter to) throws IOException {
    Map<String, EventEntry> byId =
        Maps.uniqueIndex(events, entry -> entry.readings().eventId().value());
    to.section(
        SECTION,
        byId.keySet(),
        id -> CanonicalJson.bytes(Objects.requireNonNull(byId.get(id)).event()));
  }

  @Override
  public MinorityEvent readings() {
    return rows.readings(place);
  }

  @Override
  public MinorityEvent event() {
    return rows.whole(place);
  }
}
