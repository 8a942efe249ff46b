package org.minorityreport.core.approval;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.policy.ApprovalPolicy;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import tools.jackson.core.JacksonException;

/**
 * The policies of a run: rows of settings_log (spec 7.5). Each is off until a version of it is set.
 * Thread-safe.
 */
public final class Policies {
  /** The kind of a policy in settings_log. */
  public static final String KIND = "policy";

  private final LogStore store;
  private final RunId run;

  /**
   * The policies of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public Policies(LogStore store, RunId run) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
  }

  /**
   * Sets a version of a policy. Who may do so (spec 7.1: an admin) is for the caller to check.
   *
   * @param name its name
   * @param version a version that the name did not have yet
   * @param policy what it says
   * @param owner who approved it
   * @param from the first tick at which it holds
   * @param to the first tick at which it does not any more; null for ever
   * @param actedAt when it is set, by the host's clock
   * @return the row
   * @throws UsageException if the version is there already, or the end is not after the beginning
   */
  public SettingRecord set(
      String name,
      String version,
      ApprovalPolicy policy,
      String owner,
      Instant from,
      @Nullable Instant to,
      Instant actedAt) {
    if (to != null && !to.isAfter(from)) {
      throw new UsageException(
          "policy " + name + " ends at " + to + ", which is not after its beginning " + from);
    }
    for (StoredRow row : rows()) {
      SettingRecord before = LogCodec.read(Logs.SETTINGS, row);
      if (before.name().equals(name) && before.settingVersion().equals(version)) {
        throw new UsageException(
            "policy '" + name + "' has a version " + version + " already; give another version");
      }
    }
    SettingRecord row =
        SettingRecord.builder()
            .runId(run)
            .writtenAt(actedAt)
            .kind(KIND)
            .name(name)
            .settingVersion(version)
            .body(CanonicalJson.text(policy))
            .owner(owner)
            .validFrom(from)
            .validTo(Optional.ofNullable(to))
            .build();
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.SETTINGS,
                    Writer.ADMINISTRATION,
                    List.of(LogCodec.row(Logs.SETTINGS, row))))));
    return row;
  }

  /** {@return all versions of all policies, in the order in which they were set} */
  public List<StoredRow> rows() {
    List<StoredRow> policies = new ArrayList<>();
    store.read(
        Logs.SETTINGS,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted() && LogCodec.read(Logs.SETTINGS, row).kind().equals(KIND)) {
            policies.add(row);
          }
        });
    return policies;
  }

  /**
   * What a row says.
   *
   * @param row a row of a policy
   * @return the policy; empty if it says nothing that a policy could say, which stops no tick
   */
  public static Optional<ApprovalPolicy> read(SettingRecord row) {
    try {
      return Optional.of(CanonicalJson.read(row.body().getBytes(UTF_8), ApprovalPolicy.class));
    } catch (JacksonException | InvalidValueException e) {
      return Optional.empty();
    }
  }
}
