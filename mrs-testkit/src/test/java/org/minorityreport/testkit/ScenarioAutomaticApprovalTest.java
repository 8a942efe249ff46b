package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.policy.ApprovalPolicy;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.run.Retries;
import org.minorityreport.mock.MockModels;
import org.minorityreport.testkit.discovery.OfferedProviders;
import org.minorityreport.testkit.host.Script;
import org.minorityreport.testkit.host.ScriptedModels;

/**
 * Spec 7.5: a policy tells what it would approve, is looked at, acts, is contradicted and suspends
 * itself. Forty stores sell three times as much for some hours of each day, for one reason.
 */
class ScenarioAutomaticApprovalTest {
  private static final int STORES = 40;

  /** A fifth of the reports of a day. */
  private static final int SHARE = STORES / 5;

  private static final Instant FIRST = Instant.parse("2025-07-01T00:00:00Z");
  private static final int WARM_UP = 29;
  private static final int DAYS = 10;
  private static final Cadence HOUR = Cadence.parse("PT1H");
  private static final Actor ANN = Actor.of("ann", Role.MARKETER);
  private static final Actor ADA = Actor.of("ada", Role.ADMIN);
  private static final String CAUSE = "Empty shelf";

  private final LogStore logs = LogStores.inMemory(() -> Instant.EPOCH);
  private boolean failing;
  private Instant now = FIRST;
  private Mrs mrs = open();

  @AfterEach
  void close() {
    mrs.close();
  }

  private Mrs open() {
    Script script = new Script().cluster("CL-1").cause(CAUSE, "competitor_action", 0.8).joining(0);
    Mrs.Builder builder =
        Mrs.builder()
            .logs(failingOnDemand())
            .inputs(sales())
            .classLoader(OfferedProviders.of(new ScriptedModels(), new MockModels()))
            .clock(() -> now = now.plusSeconds(1))
            .retries(Retries.NONE)
            .threads(1);
    for (ModelRole role : List.of(ModelRole.CLUSTER, ModelRole.ATTRIBUTION, ModelRole.COHORT)) {
      builder.model(role, new ScriptedModels().id(), script.config());
    }
    for (ModelRole role : List.of(ModelRole.BASELINE, ModelRole.CLASSIFIER)) {
      builder.model(role, new MockModels().id(), ModelConfig.builder().seed(0).build());
    }
    return builder.build();
  }

  /** The store, which fails on demand when something is approved automatically. */
  private LogStore failingOnDemand() {
    return (LogStore)
        Proxy.newProxyInstance(
            LogStore.class.getClassLoader(),
            new Class<?>[] {LogStore.class},
            (proxy, method, arguments) -> {
              boolean edits =
                  method.getName().equals("append")
                      && ((Commit) arguments[0])
                          .slices().stream().anyMatch(s -> s.log().equals(Logs.USER_EDITS));
              if (failing && edits) {
                throw new LogStoreException("the disk is full");
              }
              try {
                return method.invoke(logs, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static InputTables sales() {
    InputTables.Builder tables =
        InputTables.builder(
            SalesSource.builder().name("tills").cadence(HOUR).currency("GBP").build());
    tables.campaigns(List.of()).contextEvents(List.of());
    int hours = (WARM_UP + DAYS + 1) * 24;
    for (int i = 0; i < STORES; i++) {
      StoreId id = StoreId.of(String.format(Locale.ROOT, "S-%02d", i));
      tables.store(Store.builder().storeId(id).retailer("Northway").region("North").build());
      long[] units = new long[hours];
      long[] cents = new long[hours];
      for (int hour = 0; hour < hours; hour++) {
        boolean more = hour / 24 >= WARM_UP && hour % 24 >= 9 && hour % 24 < 15;
        units[hour] = more ? 180_000 : 60_000;
        cents[hour] = units[hour] / 10;
      }
      SeriesId series = SeriesId.of(id, Sku.of("TEA"));
      tables.sales(SalesSeries.of(series, Steps.of(FIRST, HOUR, hours), units, cents));
    }
    return tables.build();
  }

  /** Runs the ticks of a day, counted from 1, up to an hour. */
  private void day(int number, int from, int to) {
    Instant begin = FIRST.plus(Duration.ofDays(WARM_UP + number - 1));
    for (int hour = from; hour <= to; hour++) {
      Instant tick = begin.plus(Duration.ofHours(hour));
      now = tick;
      mrs.tick(tick);
    }
  }

  private List<MinorityReport> raised(int day) {
    LocalDate date = LocalDate.ofInstant(FIRST, ZoneOffset.UTC).plusDays(WARM_UP + day - 1);
    List<MinorityReport> reports =
        mrs.reports().all().stream()
            .filter(r -> LocalDate.ofInstant(r.raisedAt(), ZoneOffset.UTC).equals(date))
            .toList();
    assertThat(reports).hasSize(STORES);
    return reports;
  }

  private List<UserEdit> automatic(boolean shadow) {
    List<UserEdit> rows = new ArrayList<>();
    logs.read(
        Logs.USER_EDITS,
        RunId.of("main"),
        CommitPosition.START,
        logs.head(),
        row -> {
          UserEdit edit = LogCodec.read(Logs.USER_EDITS, row);
          if (edit.actor().equals("system") && edit.flags().contains("shadow") == shadow) {
            rows.add(edit);
          }
        });
    return rows;
  }

  private void approveOpen(int day) {
    for (MinorityReport report : raised(day)) {
      if (report.reviewState() == ReviewState.UNREVIEWED) {
        mrs.review().act(ANN, Commands.approve(report.reportId().value()).build());
      }
    }
  }

  private void policy(String version, boolean shadow, int fromDay) {
    mrs.policies()
        .set(
            "small",
            version,
            ApprovalPolicy.builder().shadow(shadow).shadowFor(Duration.ofDays(2)).build(),
            ADA,
            FIRST.plus(Duration.ofDays(WARM_UP + fromDay - 1)),
            null,
            now);
  }

  /** People decide a day; the policy tells of three more, and people agree. */
  private void provenInShadow() {
    day(1, 1, 23);
    approveOpen(1);
    policy("1", true, 2);
    for (int day = 2; day <= 4; day++) {
      day(day, 0, 23);
      assertThat(automatic(true)).hasSize(SHARE * (day - 1));
      assertThat(raised(day)).allMatch(r -> r.reviewState() == ReviewState.UNREVIEWED);
      approveOpen(day);
    }
    assertThat(automatic(false)).isEmpty();
    policy("2", false, 5);
  }

  @Test
  void policy_tells_thenActs_isContradicted_andSuspendsItself() {
    provenInShadow();
    for (int day = 5; day <= 7; day++) {
      day(day, 0, 23);
      List<MinorityReport> approved =
          raised(day).stream().filter(r -> r.reviewState() == ReviewState.AUTO_APPROVED).toList();
      assertThat(approved)
          .hasSize(SHARE)
          .allMatch(r -> r.finalDecision().equals(Optional.of("auto_approved")))
          .allMatch(r -> r.finalCause().equals(Optional.of(CAUSE)))
          .allMatch(r -> r.decidedBy().orElseThrow().actor().equals("system"));
      assertThat(mrs.feed().assessments())
          .filteredOn(a -> a.anomalyId().equals(approved.get(0).reportId()))
          .singleElement()
          .matches(a -> a.status() == AssessmentStatus.CONFIRMED);
      approveOpen(day);
      // On the event, not on the report: it is a look all the same.
      for (MinorityReport report : approved) {
        String event = report.reportGroupId().orElseThrow().value();
        mrs.review().act(ANN, Commands.dismiss(event, "noise").build());
      }
    }
    day(8, 0, 23);
    assertThat(raised(8)).noneMatch(r -> r.reviewState() == ReviewState.AUTO_APPROVED);
    assertThat(automatic(false)).hasSize(3 * SHARE);
    assertThat(mrs.policies().rows())
        .last()
        .satisfies(row -> assertThat(row.text()).contains("2-suspended", "\\\"suspended\\\":true"));
  }

  @Test
  void approvalsThatAnEndedProcessOwed_areMadeUpByTheNext_underTheirTick() {
    provenInShadow();
    failing = true;
    assertThatThrownBy(() -> day(5, 0, 23)).isInstanceOf(LogStoreException.class);
    Instant owed = now;
    assertThat(automatic(false)).isEmpty();
    mrs.close();
    failing = false;

    mrs = open();
    mrs.tick(owed.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));

    Instant tick = owed.truncatedTo(ChronoUnit.HOURS);
    assertThat(automatic(false)).hasSize(SHARE).allMatch(edit -> edit.writtenAt().equals(tick));
    assertThat(raised(5))
        .filteredOn(r -> r.reviewState() == ReviewState.AUTO_APPROVED)
        .hasSize(SHARE);
  }

  @Test
  void automaticApproval_isRevertedByAPerson_whoLeavesTheReportAsItWasBefore() {
    provenInShadow();
    day(5, 0, 23);
    UserEdit approval = automatic(false).get(0);
    MinorityReport approved = mrs.reports().get(approval.targetId());

    mrs.review().act(ANN, Commands.revert(approval.targetId(), approval.annotationId()).build());

    MinorityReport reverted = mrs.reports().get(approval.targetId());
    assertThat(approved.reviewState()).isEqualTo(ReviewState.AUTO_APPROVED);
    assertThat(reverted.reviewState()).isEqualTo(ReviewState.UNREVIEWED);
    assertThat(reverted.finalCause()).isEmpty();
    assertThat(reverted.finalDecision().orElse("withdrawn")).isEqualTo("withdrawn");
  }
}
