package org.minorityreport.core.approval;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.policy.ApprovalPolicy;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.review.Actor;
import org.minorityreport.core.role.Rights;
import org.minorityreport.core.setting.RunSettings;
import tools.jackson.core.JacksonException;

/**
 * The policies of a run: rows of settings_log (spec 7.5). Each is off until a version of it is set.
 * Thread-safe.
 */
public final class Policies {
  /** The kind of a policy in settings_log. */
  public static final String KIND = "policy";

  private final LogStore store;
  private final RunSettings settings;

  /**
   * The policies of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public Policies(LogStore store, RunId run) {
    this.store = Objects.requireNonNull(store, "store");
    this.settings = new RunSettings(store, run, KIND);
  }

  /**
   * Sets a version of a policy.
   *
   * @param name its name
   * @param version a version that the name did not have yet
   * @param policy what it says
   * @param owner who approves it: an admin (spec 7.1)
   * @param from the first tick at which it holds
   * @param to the first tick at which it does not any more; null for ever
   * @param actedAt when it is set, by the host's clock
   * @return the row
   * @throws org.minorityreport.api.review.ActRefusedException if the owner is no admin
   * @throws UsageException if the version is there already, or the end is not after the beginning
   */
  public SettingRecord set(
      String name,
      String version,
      ApprovalPolicy policy,
      Actor owner,
      Instant from,
      @Nullable Instant to,
      Instant actedAt) {
    Rights.ofAdmin(owner, "set the automatic-approval policy '" + name + "'");
    for (SettingRecord before : settings.all()) {
      if (before.name().equals(name) && before.settingVersion().equals(version)) {
        throw new UsageException(
            "policy '" + name + "' has a version " + version + " already; give another version");
      }
    }
    return settings.set(RunSettings.row(owner.id(), from, to, actedAt), policy, name, version);
  }

  /** {@return all versions of all policies, in the order in which they were set} */
  public List<StoredRow> rows() {
    return settings.rows(store.head());
  }

  /**
   * What a row says.
   *
   * @param row a row of a policy
   * @return the policy; empty if it says nothing that a policy could say, which stops no tick
   */
  public static Optional<ApprovalPolicy> read(SettingRecord row) {
    try {
      return Optional.of(RunSettings.body(row, ApprovalPolicy.class));
    } catch (JacksonException | InvalidValueException e) {
      return Optional.empty();
    }
  }
}
