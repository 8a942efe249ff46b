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
import java.util.function.Predicate;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
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
import org.minorityreport.api.view.MinorityEvent;
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
  private final Retrying sinks;
  private final Predicate<HydratedView> meetsGoals;

  /**
   * Approvals of a run.
   *
   * @param meetsGoals whether freshness and share of errors meet their goals (spec 8.3)
   */
  AutoApprovals(
      LogStore store,
      RunId run,
      TickIndex ticks,
      String model,
      Retrying sinks,
      Predicate<HydratedView> meetsGoals) {
    this.sinks = sinks;
    this.meetsGoals = meetsGoals;
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
   * Approves what policies approve. Run again for a tick it adds nothing, and what is lacking if a
   * process ended in between: what was set or done after the commit of the tick is not looked at.
   *
   * @param tick the tick
   * @param position its commit
   */
  void run(Instant tick, CommitPosition position) {
    Map<String, StoredRow> inForce = new TreeMap<>();
    List<StoredRow> all =
        policies.rows().stream().filter(row -> row.position().compareTo(position) <= 0).toList();
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
    if (!meetsGoals.test(view)) {
      return;
    }
    Map<ReportId, MinorityReport> reports = new LinkedHashMap<>();
    view.reports().all().forEach(report -> reports.put(report.reportId(), report));
    Map<String, List<Act>> done = acts(store.head());
    Map<String, List<Act>> seen = new LinkedHashMap<>();
    done.forEach(
        (target, acts) ->
            seen.put(target, acts.stream().filter(act -> act.isBy(position)).toList()));
    Looks looks = new Looks(view, reports, seen);
    Cut cut = Cuts.at(store, run, position);
    for (StoredRow row : inForce.values()) {
      SettingRecord setting = LogCodec.read(Logs.SETTINGS, row);
      approve(setting, all, looks, done, cut, tick, position);
    }
  }

  /** What people and policies did, in commit order, and where it lies. */
  private record Act(UserEdit row, CommitPosition position) {
    boolean isBy(CommitPosition last) {
      return position.compareTo(last) <= 0;
    }

    boolean isJudging() {
      return !Ruling.isAutomatic(row) && JUDGING.contains(row.action());
    }
  }

  /** The state after a tick, and what had been done by then. */
  private record Looks(
      HydratedView view, Map<ReportId, MinorityReport> reports, Map<String, List<Act>> acts) {
    List<Act> about(String target) {
      return acts.getOrDefault(target, List.of());
    }

    /** Whether a person who looked at it later found it right; empty if nobody looked. */
    Optional<Boolean> isRight(Act automatic, MinorityReport report) {
      Optional<Act> own = last(about(report.reportId().value()), automatic);
      if (own.isPresent()) {
        return Optional.of(isRight(automatic.row(), own.get().row().action(), report.finalCause()));
      }
      Optional<MinorityEvent> event =
          report.reportGroupId().map(id -> view.events().get(id.value()));
      return event.flatMap(
          its ->
              last(about(its.eventId().value()), automatic)
                  .map(act -> isRight(automatic.row(), act.row().action(), its.finalCause())));
    }

    private static Optional<Act> last(List<Act> acts, Act after) {
      return acts.stream()
          .filter(act -> act.isJudging() && !act.isBy(after.position()))
          .reduce((a, b) -> b);
    }

    private static boolean isRight(UserEdit automatic, String action, Optional<String> cause) {
      return switch (action) {
        case "confirm" -> true;
        case "reject", "dismiss", "revert" -> false;
        default -> cause.equals(automatic.cause());
      };
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

  private Map<String, List<Act>> acts(CommitPosition to) {
    Map<String, List<Act>> acts = new LinkedHashMap<>();
    for (Log<UserEdit> log : List.of(Logs.USER_EDITS, Logs.USER_EVENT_EDITS)) {
      store.read(
          log,
          run,
          CommitPosition.START,
          to,
          row -> {
            if (!row.isRetracted()) {
              UserEdit act = LogCodec.read(log, row);
              acts.computeIfAbsent(act.targetId(), k -> new ArrayList<>())
                  .add(new Act(act, row.position()));
            }
          });
    }
    return acts;
  }

  private void approve(
      SettingRecord setting,
      List<StoredRow> all,
      Looks looks,
      Map<String, List<Act>> done,
      Cut cut,
      Instant tick,
      CommitPosition position) {
    ApprovalPolicy policy = Policies.read(setting).orElseThrow();
    String id = setting.name() + "@" + setting.settingVersion();
    boolean isShadow = policy.shadow();
    if (!isShadow) {
      if (record(looks, false, id).isUnderFloor()) {
        suspend(setting, policy, tick);
        return;
      }
      TrackRecord tried = record(looks, true, setting.name() + "@");
      if (!tried.isEnough() || tried.isUnderFloor() || !hasRun(setting, all, policy, tick)) {
        return;
      }
    }
    Map<LocalDate, Integer> before = new HashMap<>();
    looks
        .acts()
        .forEach(
            (target, of) -> {
              boolean counts = of.stream().anyMatch(act -> isAutomatic(act.row(), isShadow));
              MinorityReport report = counts ? looks.reports().get(ReportId.of(target)) : null;
              if (report != null) {
                before.merge(Approvals.day(report), 1, Integer::sum);
              }
            });
    for (ReportId report : Approvals.picks(policy, looks.reports().values(), before, model, tick)) {
      boolean again =
          done.getOrDefault(report.value(), List.of()).stream()
              .anyMatch(act -> isAutomatic(act.row(), isShadow));
      MinorityReport of = looks.reports().get(report);
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
  private static TrackRecord record(Looks looks, boolean shadow, String policy) {
    TreeMap<String, Boolean> right = new TreeMap<>();
    looks
        .acts()
        .forEach(
            (target, of) -> {
              for (Act act : of) {
                UserEdit row = act.row();
                MinorityReport report =
                    isAutomatic(row, shadow)
                            && row.reason().filter(r -> r.startsWith(policy)).isPresent()
                        ? looks.reports().get(ReportId.of(target))
                        : null;
                if (report != null) {
                  looks
                      .isRight(act, report)
                      .ifPresent(it -> right.put(row.writtenAt() + target, it));
                }
              }
            });
    return new TrackRecord(List.copyOf(right.values()));
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
    LogSlice slice =
        LogSlice.of(Logs.SETTINGS, Writer.POLICY, List.of(LogCodec.row(Logs.SETTINGS, row)));
    sinks.call(() -> store.append(Commit.of(List.of(slice))));
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
      Commit commit = Commit.of(List.of(slice)).ifNothingAbout(run, Set.of(report.value()), seen);
      sinks.call(() -> store.append(commit));
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
