package org.minorityreport.core.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/** The rows of one kind in settings_log. Immutable. */
final class RunSettings {
  private final LogStore store;
  private final RunId run;
  private final String kind;

  RunSettings(LogStore store, RunId run, String kind) {
    this.store = store;
    this.run = run;
    this.kind = kind;
  }

  /** Appends a version; one name and version never says two things. */
  SettingRecord set(SettingRecord.Builder started, Object body, String name, String version) {
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

  static SettingRecord.Builder row(
      String owner, Instant from, @Nullable Instant to, Instant actedAt) {
    SettingRecord.Builder row = SettingRecord.builder();
    row.writtenAt(actedAt).owner(owner).validFrom(from).validTo(Optional.ofNullable(to));
    return row;
  }

  /** All versions, in the order in which they were set. */
  List<SettingRecord> all() {
    List<SettingRecord> all = new ArrayList<>();
    store.read(
        Logs.SETTINGS,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            SettingRecord setting = LogCodec.read(Logs.SETTINGS, row);
            if (setting.kind().equals(kind)) {
              all.add(setting);
            }
          }
        });
    return all;
  }

  /** Of each name the version that was set last of those that have begun, unless it has ended. */
  List<SettingRecord> inForce(Instant at) {
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

  static <T> T body(SettingRecord row, Class<T> type) {
    return CanonicalJson.read(row.body().getBytes(StandardCharsets.UTF_8), type);
  }
}
