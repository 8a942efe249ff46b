package org.minorityreport.core.provenance;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.hydrate.MadeEvent;
import org.minorityreport.core.json.LogCodec;

/** Which logs speak of reports and events, and of which ones a row speaks. */
final class Mentions {
  /** Fields that hold ids of reports or events, of whatever log. */
  private static final ImmutableSet<String> NAMING =
      ImmutableSet.of(
          "report_id",
          "other_report_id",
          "report_ids",
          "anchor_report_id",
          "event_id",
          "report_group_id",
          "merged_into",
          "target_id");

  /** Fields by which a row puts reports into an event. */
  private static final ImmutableSet<String> JOINING =
      ImmutableSet.of("report_group_id", "report_ids", "merged_into", "target_id");

  private static final String PREDICTIONS = "prediction_log";
  private static final Pattern REPORT = Pattern.compile("MR-[0-9a-f]{32}");
  private static final Pattern EVENT = Pattern.compile("ME-[0-9a-f]{32}");

  private Mentions() {}

  /** {@return the logs whose rows may name a report or event} */
  static List<Log<?>> logs() {
    return withOneOf(NAMING);
  }

  /** {@return the logs whose rows may say which event a report is in} */
  static List<Log<?>> joiningLogs() {
    return withOneOf(JOINING);
  }

  /** {@return the logs about reports and events from which views are made} */
  static List<Log<?>> hydratedLogs() {
    return logs().stream().filter(log -> !log.wireName().endsWith(PREDICTIONS)).toList();
  }

  static Set<String> reports(StoredRow row) {
    return all(REPORT, row);
  }

  /** {@return the events that a row names, and the one that it makes} */
  static Set<String> events(StoredRow row) {
    Set<String> events = all(EVENT, row);
    made(row).ifPresent(events::add);
    return events;
  }

  /** {@return whether a row is about something or names it} */
  static boolean names(StoredRow row, String id) {
    return row.subject().filter(id::equals).isPresent()
        || row.text().contains(id)
        || made(row).filter(id::equals).isPresent();
  }

  /** The event that a person's move or split makes. */
  private static Optional<String> made(StoredRow row) {
    boolean moves =
        row.log().equals(Logs.USER_EDITS) && row.text().contains("\"report_group_id\":\"new\"");
    boolean splits =
        row.log().equals(Logs.USER_EVENT_EDITS) && row.text().contains("\"report_ids\":");
    return row.isRetracted() || !(moves || splits)
        ? Optional.empty()
        : MadeEvent.by(LogCodec.read(moves ? Logs.USER_EDITS : Logs.USER_EVENT_EDITS, row))
            .map(EventId::value);
  }

  private static Set<String> all(Pattern pattern, StoredRow row) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(row.text());
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static List<Log<?>> withOneOf(Set<String> fields) {
    return Logs.all().stream()
        .filter(log -> LogCodec.properties(log).stream().anyMatch(fields::contains))
        .<Log<?>>map(log -> log)
        .toList();
  }
}
