package org.minorityreport.core.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.ReportId;
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
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.approval.Approvals;
import org.minorityreport.core.approval.Policies;
import org.minorityreport.core.approval.TrackRecord;
import org.minorityreport.core.decision.AnnotationIds;
import org.minorityreport.core.decision.Cuts;
import org.minorityreport.core.decision.Ruling;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * Approves proposals under the policies in force, after the stages of a tick and before
 * finalisation (spec 7.5). Without a policy nothing is read but the settings. One thread.
 */
final class AutoApprovals implements AutoCloseable {
  private static final String SYSTEM = "system";
  private static final String SHADOW = "shadow";
  private static final int ERRORS_PERCENT = 1;
  private static final Set<String> JUDGING =
      Set.of("approve", "edit", "reject", "dismiss", "confirm", "adjudicate", "revert");
  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final String model;
  private final Policies policies;
  private final ShownReports shown;

  AutoApprovals(LogStore store, RunId run, TickIndex ticks, String model) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.model = model;
    this.policies = new Policies(store, run);
    this.shown = new ShownReports(store, run);
  }

  /** {@return whether there was ever a policy} */
  boolean isAny() {
    return !policies.rows().isEmpty();
  }

  /**
   * Approves what policies approve.
   *
   * @param tick the tick
   * @param position its commit
   */
  void run(Instant tick, CommitPosition position) {
    Map<String, StoredRow> inForce = new TreeMap<>();
    List<StoredRow> all = policies.rows();
    for (StoredRow row : all) {
      SettingRecord setting = LogCodec.read(Logs.SETTINGS, row);
      if (!setting.validFrom().isAfter(tick)) {
        inForce.put(setting.name(), row);
      }
    }
    inForce.values().removeIf(row -> !holds(LogCodec.read(Logs.SETTINGS, row), tick));
    if (inForce.isEmpty() || !isHealthy(tick)) {
      return;
    }
    HydratedView view = shown.at(position);
    Map<ReportId, MinorityReport> reports = new LinkedHashMap<>();
    view.reports().all().forEach(report -> reports.put(report.reportId(), report));
    Map<String, List<UserEdit>> acts = acts();
    Cut cut = Cuts.at(store, run, position);
    for (StoredRow row : inForce.values()) {
      SettingRecord setting = LogCodec.read(Logs.SETTINGS, row);
      approve(setting, all, reports, acts, cut, tick, position);
    }
  }

  private static boolean holds(SettingRecord setting, Instant tick) {
    return setting.validTo().filter(end -> !tick.isBefore(end)).isEmpty()
        && Policies.read(setting).filter(policy -> !policy.suspended()).isPresent();
  }

  /** All stages had what they needed, and few of their rows were errors. */
  private boolean isHealthy(Instant tick) {
    KeyedRows rows = new KeyedRows(store, run, ticks, new TickRows());
    List<String> keys = new ArrayList<>();
    for (String stage :
        List.of(StageRuns.DETECTION, Stages.CLUSTERING, Stages.ATTRIBUTION, Stages.COHORTING)) {
      keys.add(rows.key(stage, tick));
    }
    long out = 0;
    long errors = 0;
    for (StageRun stage : rows.standing(Logs.STAGE_RUNS, keys).values()) {
      if (stage.outcome() == StageOutcome.FAILED || !stage.degradedReasons().isEmpty()) {
        return false;
      }
      out += stage.rowsOut();
      errors += stage.rowsError();
    }
    return errors * 100 <= out * ERRORS_PERCENT;
  }

  private Map<String, List<UserEdit>> acts() {
    Map<String, List<UserEdit>> acts = new LinkedHashMap<>();
    store.read(
        Logs.USER_EDITS,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            UserEdit act = LogCodec.read(Logs.USER_EDITS, row);
            acts.computeIfAbsent(act.targetId(), k -> new ArrayList<>()).add(act);
          }
        });
    return acts;
  }

  private void approve(
      SettingRecord setting,
      List<StoredRow> all,
      Map<ReportId, MinorityReport> reports,
      Map<String, List<UserEdit>> acts,
      Cut cut,
      Instant tick,
      CommitPosition position) {
    ApprovalPolicy policy = Policies.read(setting).orElseThrow();
    String id = setting.name() + "@" + setting.settingVersion();
    boolean isShadow = policy.shadow();
    if (!isShadow) {
      if (record(acts, reports, false, id).isUnderFloor()) {
        suspend(setting, policy, tick);
        return;
      }
      TrackRecord tried = record(acts, reports, true, setting.name() + "@");
      if (!tried.isEnough() || tried.isUnderFloor() || !hasRun(setting, all, policy, tick)) {
        return;
      }
    }
    Map<LocalDate, Integer> before = new HashMap<>();
    Map<ReportId, MinorityReport> open = new LinkedHashMap<>(reports);
    acts.forEach(
        (target, of) -> {
          boolean counts = of.stream().anyMatch(act -> isAutomatic(act, isShadow));
          MinorityReport report = counts ? reports.get(ReportId.of(target)) : null;
          if (report != null) {
            before.merge(Approvals.day(report), 1, Integer::sum);
          }
        });
    for (ReportId report : Approvals.picks(policy, open.values(), before, model, tick)) {
      boolean again =
          acts.getOrDefault(report.value(), List.of()).stream()
              .anyMatch(act -> isAutomatic(act, isShadow));
      MinorityReport of = reports.get(report);
      if (!again && of != null) {
        append(act(of, id, isShadow, cut, tick), report, position);
      }
    }
  }

  private static boolean isAutomatic(UserEdit act, boolean shadow) {
    return act.action().equals("approve")
        && Ruling.isAutomatic(act)
        && act.flags().contains(SHADOW) == shadow;
  }

  /** A version of it ran in shadow at the ticks of the stated time. */
  private boolean hasRun(
      SettingRecord setting, List<StoredRow> all, ApprovalPolicy policy, Instant tick) {
    for (StoredRow row : all) {
      SettingRecord version = LogCodec.read(Logs.SETTINGS, row);
      boolean tried =
          version.name().equals(setting.name())
              && Policies.read(version).filter(ApprovalPolicy::shadow).isPresent();
      Optional<Instant> first = tried ? ticks.firstAfter(row.position()) : Optional.empty();
      if (first.isPresent()) {
        Instant from =
            first.get().isBefore(version.validFrom()) ? version.validFrom() : first.get();
        return !from.plus(policy.shadowFor()).isAfter(tick);
      }
    }
    return false;
  }

  /** What people made of the approvals of a policy, in the order of the approvals. */
  private static TrackRecord record(
      Map<String, List<UserEdit>> acts,
      Map<ReportId, MinorityReport> reports,
      boolean shadow,
      String policy) {
    TreeMap<String, Boolean> right = new TreeMap<>();
    acts.forEach(
        (target, of) -> {
          for (int i = 0; i < of.size(); i++) {
            UserEdit act = of.get(i);
            MinorityReport report =
                isAutomatic(act, shadow)
                        && act.reason().filter(r -> r.startsWith(policy)).isPresent()
                    ? reports.get(ReportId.of(target))
                    : null;
            Optional<UserEdit> later =
                of.subList(i + 1, of.size()).stream()
                    .filter(a -> !Ruling.isAutomatic(a) && JUDGING.contains(a.action()))
                    .reduce((a, b) -> b);
            if (report != null && later.isPresent()) {
              right.put(act.writtenAt() + target, isRight(act, later.get(), report));
            }
          }
        });
    return new TrackRecord(List.copyOf(right.values()));
  }

  private static boolean isRight(UserEdit act, UserEdit later, MinorityReport report) {
    return switch (later.action()) {
      case "confirm" -> true;
      case "reject", "dismiss", "revert" -> false;
      default -> report.finalCause().equals(act.cause());
    };
  }

  private void suspend(SettingRecord setting, ApprovalPolicy policy, Instant tick) {
    SettingRecord row =
        SettingRecord.builder()
            .from(setting)
            .version(1)
            .writtenAt(tick)
            .settingVersion(setting.settingVersion() + "-suspended")
            .body(CanonicalJson.text(ApprovalPolicy.builder().from(policy).suspended(true).build()))
            .owner(SYSTEM)
            .validFrom(tick)
            .build();
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.SETTINGS, Writer.POLICY, List.of(LogCodec.row(Logs.SETTINGS, row))))));
  }

  private UserEdit act(
      MinorityReport report, String policy, boolean shadow, Cut cut, Instant tick) {
    UserEdit.Builder act = UserEdit.builder();
    act.runId(run)
        .writtenAt(tick)
        .annotationId(AnnotationIds.NONE)
        .targetId(report.reportId().value())
        .action("approve")
        .actor(SYSTEM)
        .role(SYSTEM)
        .basedOn(cut)
        .cause(report.proposedCause())
        .causeCategory(report.proposedCauseCategory())
        .confidence(report.confidenceScore())
        .reason(policy)
        .addFlags(Ruling.AUTOMATIC);
    UserEdit said = (shadow ? act.addFlags(SHADOW) : act).build();
    return UserEdit.builder().from(said).annotationId(AnnotationIds.of(said)).build();
  }

  /** A person who was quicker comes first. */
  private void append(UserEdit act, ReportId report, CommitPosition seen) {
    LogSlice slice =
        LogSlice.of(Logs.USER_EDITS, Writer.REVIEW, List.of(LogCodec.row(Logs.USER_EDITS, act)));
    CommitPosition head = store.head();
    try {
      store.append(Commit.of(List.of(slice)).ifNothingAbout(run, Set.of(report.value()), seen));
    } catch (LogStoreException e) {
      if (head.equals(seen)) {
        throw e; // nobody came first, so it is not the guard that refused
      }
    }
  }

  @Override
  public void close() {
    shown.close();
  }
}
