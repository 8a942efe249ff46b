package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.stage.SuppressionRule;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * The suppression rules of a run as rows of settings_log (spec 4.10). The newest version of a name
 * that has begun is in force until it ends; ticks that were run before keep the rules they saw.
 * Thread-safe; holds no state of its own.
 */
public final class SuppressionRules {
  private static final String BUILT_IN = "too_short";

  private final LogStore store;
  private final RunId run;

  /**
   * The suppression rules of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public SuppressionRules(LogStore store, RunId run) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
  }

  /**
   * Sets a version of a rule.
   *
   * @param rule the rule; its version is one that its name did not have yet
   * @param owner who answers for it: an id of a person or program
   * @param from the first tick at which it holds
   * @param to the first tick at which it does not any more; null for ever
   * @param actedAt when it is set, by the host's clock
   * @return the row
   * @throws UsageException if the name is that of the built-in rule, the version says something
   *     else already, or the end does not lie after the beginning
   */
  public SettingRecord set(
      SuppressionRule rule, String owner, Instant from, @Nullable Instant to, Instant actedAt) {
    SettingRecord row =
        SettingRecord.builder()
            .runId(run)
            .writtenAt(actedAt)
            .kind(PeopleLogs.SUPPRESSION_RULE)
            .name(rule.name())
            .settingVersion(rule.version())
            .body(CanonicalJson.text(rule.conditions()))
            .owner(owner)
            .validFrom(from)
            .validTo(Optional.ofNullable(to))
            .build();
    if (rule.name().equals(BUILT_IN)) {
      throw new UsageException(
          "the name '" + BUILT_IN + "' is that of the built-in rule; choose another");
    }
    if (to != null && !to.isAfter(from)) {
      throw new UsageException(
          "rule " + rule.id() + " ends at " + to + ", which is not after its beginning " + from);
    }
    for (SettingRecord before : all()) {
      boolean sameVersion =
          before.name().equals(row.name()) && before.settingVersion().equals(row.settingVersion());
      if (sameVersion && !before.body().equals(row.body())) {
        throw new UsageException(
            "version "
                + rule.version()
                + " of rule '"
                + rule.name()
                + "' says "
                + before.body()
                + "; give another version to say "
                + row.body());
      }
    }
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.SETTINGS,
                    Writer.ADMINISTRATION,
                    List.of(LogCodec.row(Logs.SETTINGS, row))))));
    return row;
  }

  /** {@return all versions of all rules, in the order in which they were set} */
  public List<SettingRecord> all() {
    List<SettingRecord> rules = new ArrayList<>();
    store.read(
        Logs.SETTINGS,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          SettingRecord setting = row.isRetracted() ? null : LogCodec.read(Logs.SETTINGS, row);
          if (setting != null && setting.kind().equals(PeopleLogs.SUPPRESSION_RULE)) {
            rules.add(setting);
          }
        });
    return rules;
  }
}
