package org.minorityreport.core.setting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * The settings of one kind in settings_log of a run. Rows are only ever added there, so what was
 * read once is kept and only newer rows are read. Thread-safe.
 */
public final class RunSettings {
  private final LogStore store;
  private final RunId run;
  private final String kind;
  private final List<StoredRow> known = new ArrayList<>();
  private CommitPosition knownTo = CommitPosition.START;

  /**
   * The settings of a kind.
   *
   * @param store the logs
   * @param run the line of work
   * @param kind the kind, as rows name it
   */
  public RunSettings(LogStore store, RunId run, String kind) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
    this.kind = Objects.requireNonNull(kind, "kind");
  }

  /**
   * Begins a row with who sets it and when it holds.
   *
   * @param owner who answers for it: an id of a person or program
   * @param from the first tick at which it holds
   * @param to the first tick at which it does not any more; null for ever
   * @param actedAt when it is set, by the host's clock
   * @return the beginning, for {@link #set}
   */
  public static SettingRecord.Builder row(
      String owner, Instant from, @Nullable Instant to, Instant actedAt) {
    SettingRecord.Builder row = SettingRecord.builder();
    row.writtenAt(actedAt).owner(owner).validFrom(from).validTo(Optional.ofNullable(to));
    return row;
  }

  /**
   * Appends a version; one name and version never says two things.
   *
   * @param started what {@link #row} gave
   * @param body what it says, written as canonical JSON
   * @param name its name
   * @param version its version
   * @return the row
   * @throws UsageException if the version says something else already, or the end does not lie
   *     after the beginning
   */
  public SettingRecord set(
      SettingRecord.Builder started, Object body, String name, String version) {
    SettingRecord row =
        started
            .runId(run)
            .kind(kind)
            .name(name)
            .settingVersion(version)
            .body(CanonicalJson.text(body))
            .build();
    Optional<Instant> to = row.validTo();
    if (to.isPresent() && !to.get().isAfter(row.validFrom())) {
      throw new UsageException(
          kind
              + " '"
              + name
              + "' ends at "
              + to.get()
              + ", which is not after its beginning "
              + row.validFrom());
    }
    for (SettingRecord before : all()) {
      boolean same = before.name().equals(name) && before.settingVersion().equals(version);
      if (same && !before.body().equals(row.body())) {
        throw new UsageException(
            "version "
                + version
                + " of "
                + kind
                + " '"
                + name
                + "' says "
                + before.body()
                + "; give another version to say "
                + row.body());
      }
    }
    LogSlice slice =
        LogSlice.of(
            Logs.SETTINGS, Writer.ADMINISTRATION, List.of(LogCodec.row(Logs.SETTINGS, row)));
    store.append(Commit.of(List.of(slice)));
    return row;
  }

  /**
   * The stored rows up to a position.
   *
   * @param asOf the newest commit that is looked at
   * @return all versions of all names, in the order in which they were set
   */
  public synchronized List<StoredRow> rows(CommitPosition asOf) {
    if (knownTo.compareTo(asOf) < 0) {
      store.read(
          Logs.SETTINGS,
          run,
          knownTo,
          asOf,
          row -> {
            if (!row.isRetracted() && record(row).kind().equals(kind)) {
              known.add(row);
            }
          });
      knownTo = asOf;
    }
    return known.stream().filter(row -> row.position().compareTo(asOf) <= 0).toList();
  }

  /** {@return all versions of all names, in the order in which they were set} */
  public List<SettingRecord> all() {
    return rows(store.head()).stream().map(RunSettings::record).toList();
  }

  /**
   * What holds at a moment.
   *
   * @param at the moment
   * @return of each name the version that was set last of those that have begun, unless it has
   *     ended; by name
   */
  public List<SettingRecord> inForce(Instant at) {
    Map<String, SettingRecord> newest = new LinkedHashMap<>();
    for (SettingRecord setting : all()) {
      if (!setting.validFrom().isAfter(at)) {
        newest.put(setting.name(), setting);
      }
    }
    return newest.values().stream()
        .filter(s -> s.validTo().isEmpty() || s.validTo().get().isAfter(at))
        .sorted(Comparator.comparing(SettingRecord::name))
        .toList();
  }

  /**
   * What a row says.
   *
   * @param <T> what it is
   * @param row a row
   * @param type what it is
   * @return its body
   */
  public static <T> T body(SettingRecord row, Class<T> type) {
    return CanonicalJson.read(row.body().getBytes(UTF_8), type);
  }

  /**
   * A stored row as a record.
   *
   * @param row a row of settings_log
   * @return the record
   */
  public static SettingRecord record(StoredRow row) {
    return LogCodec.read(Logs.SETTINGS, row);
  }
}
