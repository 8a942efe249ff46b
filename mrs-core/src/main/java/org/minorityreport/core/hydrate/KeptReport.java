package org.minorityreport.core.hydrate;

import com.google.common.collect.Maps;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

/**
 * A report about which, and about whose event, nothing came since it was kept.
 *
 * @param rows all that were kept
 * @param place its place among them
 */
record KeptReport(KeptRows<MinorityReport> rows, int place) implements ReportEntry {
  private static final String SECTION = "minority_reports";

  /** {@return all that were kept, made when they are looked at} */
  static Pieces.Piece<ReportId, ReportEntry> all(Snapshot snapshot) {
    KeptRows<MinorityReport> rows = new KeptRows<>(snapshot.section(SECTION), MinorityReport.class);
    return new Pieces.Piece<>(
        KeptForm.keys(snapshot.section(SECTION), ReportId::of),
        SortedByKey.made(rows.size(), place -> new KeptReport(rows, place)));
  }

  static void write(List<ReportEntry> reports, SnapshotWriter to) throws IOException {
    Map<String, ReportEntry> byId = Maps.uniqueIndex(reports, ReportEntry::idText);
    to.section(
        SECTION,
        byId.keySet(),
        id -> CanonicalJson.bytes(Objects.requireNonNull(byId.get(id)).report()));
  }

  @Override
  public String idText() {
    return rows.id(place);
  }

  @Override
  public MinorityReport readings() {
    return rows.readings(place);
  }

  @Override
  public Optional<EventId> eventId() {
    return readings().reportGroupId();
  }

  @Override
  public Optional<String> eventName() {
    return readings().cohortName();
  }

  @Override
  public long lastChanged() {
    return readings().lastChanged();
  }

  @Override
  public MinorityReport report() {
    return rows.whole(place);
  }
}
