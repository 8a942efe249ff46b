package org.minorityreport.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportEnded;

/**
 * Tells the rows that only say that a correction of the data left nothing of a report or an event
 * (spec 4.9): a run over the present data has none of them.
 */
public final class DataCorrections {
  /** The reason why an event ended of which nothing is left, as rows have it. */
  public static final String REASON = "data_correction";

  private DataCorrections() {}

  /**
   * Whether a row says so.
   *
   * @param row a row of any log
   * @return false also if it is a retraction
   */
  public static boolean isOne(StoredRow row) {
    return isOfInterest(row.log(), row.isRetracted(), row.text()) && says(row.log(), row.json());
  }

  /**
   * Whether a row that is to be appended says so.
   *
   * @param log its log
   * @param row the row
   * @return false also if it is a retraction
   */
  public static boolean isOne(Log<?> log, LogRow row) {
    byte[] json = row.json(1);
    return isOfInterest(log, row.isRetracted(), new String(json, UTF_8)) && says(log, json);
  }

  /**
   * Whether the row of an event says so.
   *
   * @param event the row
   * @return whether that is why it ended
   */
  public static boolean isOne(EventRecord event) {
    return event.resolutionReason().filter(REASON::equals).isPresent();
  }

  /** Most rows do not hold the word at all, and need not be read. */
  private static boolean isOfInterest(Log<?> log, boolean retracted, String text) {
    return !retracted && (log == Logs.REPORTS_ENDED || log == Logs.EVENTS) && text.contains(REASON);
  }

  private static boolean says(Log<?> log, byte[] json) {
    return log == Logs.EVENTS
        ? isOne(CanonicalJson.read(json, EventRecord.class))
        : CanonicalJson.read(json, ReportEnded.class).endReason() == EndReason.DATA_CORRECTION;
  }
}
