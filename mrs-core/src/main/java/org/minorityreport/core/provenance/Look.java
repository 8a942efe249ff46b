package org.minorityreport.core.provenance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.provenance.SubjectKind;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.CanonicalJson;

/** One report or event, as it is shown after one commit and the next. Not thread-safe. */
final class Look implements AutoCloseable {
  private final String id;
  private final SubjectKind kind;
  private final CloseUpStore closeUp;
  private final Hydration hydration;
  private final List<StoredRow> rows;
  private final Map<String, StoredRow> taken = new HashMap<>();
  private int next;
  private @Nullable HydratedView view;
  private Map<String, Object> shown = Map.of();
  private @Nullable Function<String, Origin> origins;

  /**
   * A look before the first commit.
   *
   * @param run the line of work
   * @param id full id of a report or event
   * @param rows the rows that bear on it, in commit order
   */
  Look(RunId run, String id, List<StoredRow> rows) {
    this.id = id;
    this.kind = SubjectLookup.kind(id);
    this.closeUp = new CloseUpStore(run, rows);
    this.hydration = Hydration.along(closeUp, run, 1);
    this.rows = rows;
  }

  /** {@return what is shown: names of fields to values as JSON reads; empty if nothing is} */
  Map<String, Object> shown() {
    return shown;
  }

  /** {@return the names of the fields that may be shown, in their order} */
  static List<String> fields(SubjectKind kind) {
    return CanonicalJson.properties(
        kind == SubjectKind.REPORT ? MinorityReport.class : MinorityEvent.class);
  }

  /** Looks again after a commit; commits are looked at in their order. */
  void goTo(CommitPosition position) {
    while (next < rows.size() && rows.get(next).position().compareTo(position) <= 0) {
      StoredRow row = rows.get(next);
      taken.put(RefRows.name(row), row);
      next++;
    }
    closeUp.goTo(position);
    HydratedView now = hydration.refresh();
    view = now;
    shown =
        (kind == SubjectKind.REPORT ? report(now, id) : event(now))
            .<Map<String, Object>>map(value -> CanonicalJson.fields(CanonicalJson.bytes(value)))
            .orElse(Map.of());
    origins = null;
  }

  @Override
  public void close() {
    hydration.close();
  }

  /** {@return where a shown value comes from} */
  Origin origin(String field) {
    Function<String, Origin> known = origins;
    if (known == null) {
      known = kind == SubjectKind.REPORT ? reportOrigins(shown)::of : eventOrigins()::of;
      origins = known;
    }
    return known.apply(field);
  }

  private ReportOrigins reportOrigins(Map<String, Object> report) {
    return new ReportOrigins(report, taken);
  }

  private EventOrigins eventOrigins() {
    List<ReportOrigins> reports = new ArrayList<>();
    HydratedView now = view;
    if (now != null && shown.get("report_ids") instanceof List<?> ids) {
      for (Object report : ids) {
        report(now, String.valueOf(report))
            .map(value -> CanonicalJson.fields(CanonicalJson.bytes(value)))
            .map(this::reportOrigins)
            .ifPresent(reports::add);
      }
    }
    return new EventOrigins(shown, reports, taken);
  }

  private static Optional<MinorityReport> report(HydratedView view, String id) {
    try {
      return Optional.of(view.reports().get(id));
    } catch (UsageException notThere) {
      return Optional.empty();
    }
  }

  /** An event that was merged is shown as the one that took it in. */
  private Optional<MinorityEvent> event(HydratedView view) {
    try {
      return Optional.of(view.events().get(id));
    } catch (UsageException notThere) {
      return Optional.empty();
    }
  }

  /** {@return the fields whose values differ, in the order in which they are shown} */
  static Map<String, Optional<Object>> differences(
      SubjectKind kind, Map<String, Object> before, Map<String, Object> after) {
    Map<String, Optional<Object>> changed = new LinkedHashMap<>();
    for (String field : fields(kind)) {
      Object was = before.get(field);
      Object is = after.get(field);
      if (was == null ? is != null : !was.equals(is)) {
        changed.put(field, Optional.ofNullable(is));
      }
    }
    return changed;
  }
}
