package org.minorityreport.core.hydrate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

/** The logs of what people, finalisation and re-review say, of one run. Not thread-safe. */
final class ReviewLogs {
  private static final KeptForm<String, SortedSet<String>> NAMED =
      KeptParts.texts("reports that acts on events name");
  private static final String PUT_AWAY = "reports put away";

  private final KeyFold<UserEdit> edits = new KeyFold<>(Logs.USER_EDITS, this::aboutReport);
  private final KeyFold<UserEdit> eventEdits =
      new KeyFold<>(Logs.USER_EVENT_EDITS, this::aboutEvent);
  private final KeyFold<ReportFinalised> finalised =
      new KeyFold<>(Logs.REPORTS_FINALISED, ReviewLogs::subject);
  private final KeyFold<RereviewRound> worklist =
      new KeyFold<>(Logs.REREVIEW_WORKLIST, ReviewLogs::subject);
  private final KeyFold<ReportReclustered> reclustered =
      new KeyFold<>(Logs.REPORTS_RECLUSTERED, ReviewLogs::subject);
  private final KeyFold<ReportReattributed> reattributed =
      new KeyFold<>(Logs.REPORTS_REATTRIBUTED, ReviewLogs::subject);

  /** By event, the reports that acts on it name. */
  private final KeptMap<String, SortedSet<String>> named = new KeptMap<>();

  /** Reports that were put away once: when they come back hangs on what was proposed then. */
  private final Set<String> putAway = new HashSet<>();

  private Set<EventId> touchedEvents = new HashSet<>();

  /** {@return the folds, each of which takes the rows of its log} */
  List<KeyFold<?>> all() {
    return List.of(edits, eventEdits, finalised, worklist, reclustered, reattributed);
  }

  void goOnFrom(Snapshot snapshot) {
    all().forEach(log -> log.goOnFrom(snapshot));
    named.goOnFrom(NAMED.in(snapshot));
    putAway.addAll(KeptParts.set(PUT_AWAY, snapshot));
  }

  void keep(SnapshotWriter to) throws IOException {
    for (KeyFold<?> log : all()) {
      log.keep(to);
    }
    NAMED.write(named, to);
    KeptParts.writeSet(PUT_AWAY, putAway, to);
  }

  /** {@return what there is about a report} */
  ReviewRows about(String report, RowSource.Rows rows) {
    SortedSet<String> events = new TreeSet<>();
    eventEdits.about(report, rows).forEach(row -> events.add(row.row().targetId()));
    return new ReviewRows(
        Edits.of(edits.about(report, rows)),
        events.stream().map(event -> ofEvent(event, rows)).toList(),
        finalised.about(report, rows),
        worklist.about(report, rows),
        reclustered.about(report, rows),
        reattributed.about(report, rows));
  }

  /** {@return what people did about an event} */
  Edits ofEvent(String event, RowSource.Rows rows) {
    return ofEvent(event, eventEdits.about(event, rows));
  }

  /** {@return what people had done about an event when this was kept} */
  Edits keptOfEvent(String event, RowSource.Rows rows) {
    return ofEvent(event, eventEdits.keptAbout(event, rows));
  }

  private static Edits ofEvent(String event, List<SourcedRow<UserEdit>> about) {
    return Edits.of(about.stream().filter(row -> row.row().targetId().equals(event)).toList());
  }

  /** {@return whether older rows of the stages matter than those that are kept} */
  boolean looksBack(String report) {
    return putAway.contains(report);
  }

  /** {@return the ids with rows since this was last asked, those of reports among them} */
  Set<String> takeTouchedReports() {
    Set<String> touched = new HashSet<>();
    List.of(edits, finalised, worklist, reclustered, reattributed)
        .forEach(log -> touched.addAll(log.takeTouched()));
    for (String id : eventEdits.takeTouched()) {
      Membership.eventId(id).ifPresent(touchedEvents::add);
      touched.add(id);
      touched.addAll(named.getOrDefault(id, new TreeSet<>()));
    }
    return touched;
  }

  /** {@return the events with acts since this was last asked, as of the last question above} */
  Set<EventId> takeTouchedEvents() {
    Set<EventId> taken = touchedEvents;
    touchedEvents = new HashSet<>();
    return taken;
  }

  private Collection<String> aboutReport(StoredRow row) {
    UserEdit act = LogCodec.read(Logs.USER_EDITS, row);
    if (Edits.is(act, EditAction.ARCHIVE, EditAction.DEFER)) {
      putAway.add(act.targetId());
    }
    return List.of(act.targetId());
  }

  private Collection<String> aboutEvent(StoredRow row) {
    UserEdit act = LogCodec.read(Logs.USER_EVENT_EDITS, row);
    List<String> about = new ArrayList<>(List.of(act.targetId()));
    for (var report : act.reportIds()) {
      about.add(report.value());
      named.held(act.targetId(), TreeSet::new).add(report.value());
    }
    return about;
  }

  private static Collection<String> subject(StoredRow row) {
    return row.subject().map(List::of).orElse(List.of());
  }
}
