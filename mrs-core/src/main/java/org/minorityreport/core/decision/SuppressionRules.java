package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.stage.SuppressionRule;
import org.minorityreport.core.role.Rights;
import org.minorityreport.core.setting.RunSettings;

/**
 * The suppression rules of a run as rows of settings_log (spec 4.10). The newest version of a name
 * that has begun is in force until it ends; ticks that were run before keep the rules they saw.
 * Thread-safe.
 */
public final class SuppressionRules {
  private static final String BUILT_IN = "too_short";

  private final RunSettings settings;

  /**
   * The suppression rules of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public SuppressionRules(LogStore store, RunId run) {
    this.settings = new RunSettings(store, run, PeopleLogs.SUPPRESSION_RULE);
  }

  /**
   * Sets a version of a rule.
   *
   * @param rule the rule; its version is one that its name did not have yet
   * @param owner who answers for it: an admin (spec 7.1)
   * @param from the first tick at which it holds
   * @param to the first tick at which it does not any more; null for ever
   * @param actedAt when it is set, by the host's clock
   * @return the row
   * @throws org.minorityreport.api.review.ActRefusedException if the owner is no admin
   * @throws UsageException if the name is that of the built-in rule, the version says something
   *     else already, or the end does not lie after the beginning
   */
  public SettingRecord set(
      SuppressionRule rule, Actor owner, Instant from, @Nullable Instant to, Instant actedAt) {
    Rights.ofAdmin(owner, "set the suppression rule '" + rule.name() + "'");
    if (rule.name().equals(BUILT_IN)) {
      throw new UsageException(
          "the name '" + BUILT_IN + "' is that of the built-in rule; choose another");
    }
    return settings.set(
        RunSettings.row(owner.id(), from, to, actedAt),
        rule.conditions(),
        rule.name(),
        rule.version());
  }

  /** {@return all versions of all rules, in the order in which they were set} */
  public List<SettingRecord> all() {
    return settings.all();
  }
}
