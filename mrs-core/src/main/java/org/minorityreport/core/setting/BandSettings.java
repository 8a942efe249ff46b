package org.minorityreport.core.setting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.view.Bands;
import org.minorityreport.core.role.Rights;
import tools.jackson.core.JacksonException;

/**
 * What confidences and severities of a run are called, as rows of settings_log: views as of a
 * moment call them what they were called then. Thread-safe.
 */
public final class BandSettings {
  private static final String KIND = "bands";

  private final RunSettings settings;

  /**
   * The bands of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public BandSettings(LogStore store, RunId run) {
    this.settings = new RunSettings(store, run, KIND);
  }

  /**
   * Sets them from now on.
   *
   * @param bands the bands
   * @param owner who answers for it: an admin
   * @param version a version that was not there yet
   * @param actedAt when it is set, by the host's clock
   * @return the row
   * @throws org.minorityreport.api.review.ActRefusedException if the owner is no admin
   * @throws org.minorityreport.api.error.UsageException if the version says something else already
   */
  public SettingRecord set(Bands bands, Actor owner, String version, Instant actedAt) {
    Rights.ofAdmin(owner, "set the bands of confidence and severity");
    Objects.requireNonNull(bands, "bands");
    return settings.set(RunSettings.row(owner.id(), actedAt, null, actedAt), bands, KIND, version);
  }

  /**
   * The bands as of a moment.
   *
   * @param position later commits are not looked at
   * @param tick what was set after it is not looked at, if it is given
   * @return those set last; the usual ones if none were, or if settings_log cannot be read
   */
  public Bands asOf(CommitPosition position, Optional<Instant> tick) {
    List<StoredRow> rows;
    try {
      rows = settings.rows(position);
    } catch (LogStoreException e) {
      return Bands.USUAL; // whoever verifies the store is told; a view shows what it can
    }
    return rows.stream()
        .filter(row -> tick.filter(row.writtenAt()::isAfter).isEmpty())
        .reduce((a, b) -> b)
        .flatMap(row -> read(RunSettings.record(row)))
        .orElse(Bands.USUAL);
  }

  /** A body that says nothing that bands could say stops no view. */
  private static Optional<Bands> read(SettingRecord row) {
    try {
      return Optional.of(RunSettings.body(row, Bands.class));
    } catch (JacksonException | MrsException e) {
      return Optional.empty();
    }
  }
}
