package org.minorityreport.core.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.NotificationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.core.json.CanonicalJson;

/** Computes the ids of the domain: the same on every machine, every run, every JDK. */
public final class Identity {
  private static final int DIGITS = 32;

  private Identity() {}

  /**
   * The id of the report of one onset at one store.
   *
   * @param store where
   * @param firstDetectedFrom the onset
   * @return {@code MR-} and 32 digits of the SHA-256 of {@code store_id|first_detected_from}
   */
  public static ReportId reportId(StoreId store, Instant firstDetectedFrom) {
    return ReportId.of("MR-" + joined(store.value(), firstDetectedFrom));
  }

  /**
   * The id of the event that a report anchors.
   *
   * @param anchor the member that was raised first
   * @param firstDetectedFrom its onset
   * @return {@code ME-} and 32 digits of the SHA-256 of {@code report_id|first_detected_from}
   */
  public static EventId eventId(ReportId anchor, Instant firstDetectedFrom) {
    return EventId.of("ME-" + joined(anchor.value(), firstDetectedFrom));
  }

  /**
   * The id of an event that a person made by moving reports.
   *
   * @param report the report that was moved; of a split the smallest
   * @param act the act
   * @return {@code ME-} and 32 digits of the SHA-256 of {@code report_id|annotation_id}
   */
  public static EventId eventId(ReportId report, AnnotationId act) {
    byte[] text = (report.value() + "|" + act.value()).getBytes(UTF_8);
    return EventId.of("ME-" + Digests.sha256Hex(text).substring(0, DIGITS));
  }

  /**
   * The id of a configuration.
   *
   * @param canonical its canonical JSON
   * @return {@code CF-} and 32 digits of the SHA-256 of that text
   */
  public static String configurationId(byte[] canonical) {
    return "CF-" + Digests.sha256Hex(canonical).substring(0, DIGITS);
  }

  /**
   * The id of a notification.
   *
   * @param parts subject, rule@version, level, subscriber, channel
   * @return {@code NO-} and 32 digits of the SHA-256 of the canonical JSON array of the parts
   */
  public static NotificationId notificationId(List<String> parts) {
    return NotificationId.of(
        "NO-" + Digests.sha256Hex(CanonicalJson.bytes(parts)).substring(0, DIGITS));
  }

  private static String joined(String id, Instant onset) {
    return Digests.sha256Hex(hashInput(id, onset).getBytes(UTF_8)).substring(0, DIGITS);
  }

  /** No instant holds a {@code |}, so the last one separates, whatever the id holds. */
  static String hashInput(String id, Instant onset) {
    return id + "|" + onset;
  }
}
