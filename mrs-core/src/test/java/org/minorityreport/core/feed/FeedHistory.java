package org.minorityreport.core.feed;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.Units;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.identity.Identity;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;

/**
 * A run that tests play step by step: two stores, two products, three days by the hour, four
 * reports, the last of which is open on a day in progress. Rows are those that the stages would
 * write.
 */
public final class FeedHistory {
  /** The run of all rows. */
  public static final RunId RUN = RunId.of("run");

  /** The first hour. */
  public static final Instant START = Instant.parse("2025-08-05T00:00:00Z");

  static final Cadence HOUR = Cadence.of(Duration.ofHours(1));
  static final Sku X = Sku.of("x");
  static final Sku Y = Sku.of("y");
  static final List<Plan> PLANS =
      List.of(
          new Plan(StoreId.of("A"), 5, 9, List.of(X)),
          new Plan(StoreId.of("A"), 20, 30, List.of(X, Y)),
          new Plan(StoreId.of("B"), 30, 40, List.of(X)),
          new Plan(StoreId.of("B"), 52, 0, List.of(Y)));

  /** Where the open report has got to. */
  private static final int REACHED = 58;

  private static final int HOURS = 72;

  /** A report that claims hours of the second one; {@link #play} never raises it. */
  public static final int OVERLAPPING = 4;

  private static final Plan OVERLAP = new Plan(StoreId.of("A"), 26, 34, List.of(X));

  /** A report; without an end it is open. */
  record Plan(StoreId store, int from, int to, List<Sku> skus) {
    ReportId id() {
      return Identity.reportId(store, at(from));
    }

    boolean isOpen() {
      return to == 0;
    }

    int last() {
      return isOpen() ? REACHED : to;
    }
  }

  private final LogStore store = LogStores.inMemory(InstantSource.fixed(Instant.EPOCH));
  private final Map<SeriesId, long[]> actual = new TreeMap<>();
  private final Map<Integer, String> suppressed = new LinkedHashMap<>();
  private final Map<Integer, Integer> acts = new TreeMap<>();
  private final Map<Integer, LogRow> superseded = new TreeMap<>();
  private final List<Integer> raised = new ArrayList<>();
  private boolean over;

  /** Two days of sales. */
  public FeedHistory() {
    List<LogRow> rows = new ArrayList<>();
    for (StoreId id : List.of(StoreId.of("A"), StoreId.of("B"))) {
      rows.add(located(id));
      for (Sku sku : List.of(X, Y)) {
        SeriesId series = SeriesId.of(id, sku);
        actual.put(series, sales(series));
        rows.add(dayRow(series, 0));
        rows.add(dayRow(series, 1));
      }
    }
    commit(rows);
  }

  /** One act, whatever it makes of the state; some do nothing. */
  void play(int act) {
    int report = act % PLANS.size();
    int what = act / PLANS.size() % 8;
    int variant = act / (PLANS.size() * 8);
    switch (what) {
      case 0, 1 -> raise(report);
      case 2, 3 -> decide(report, variant);
      case 4 -> correct(report, variant);
      case 5 -> supersede(report);
      case 6 -> suppress(report);
      default -> endDay();
    }
  }

  private static Plan plan(int report) {
    return report == OVERLAPPING ? OVERLAP : PLANS.get(report);
  }

  /** {@return the id of a report} */
  public static ReportId id(int report) {
    return plan(report).id();
  }

  /** Something that was paid for, or a measurement of it, becomes known. */
  public void known(String kind, String ref, Object body) {
    commit(
        List.of(
            LogCodec.row(
                Logs.CONTEXT,
                ContextRecord.builder()
                    .runId(RUN)
                    .writtenAt(START)
                    .kind(kind)
                    .ref(ref)
                    .contentHash("h")
                    .body(CanonicalJson.fields(CanonicalJson.bytes(body)))
                    .build())));
  }

  /** {@return the logs} */
  public LogStore store() {
    return store;
  }

  long head() {
    return store.head().value();
  }

  /** {@return the feed as of now} */
  public ProtectionFeed feed() {
    return feed(AsOf.now());
  }

  ProtectionFeed feed(long position) {
    return feed(AsOf.atPosition(CommitPosition.of(position)));
  }

  ProtectionFeed feed(AsOf asOf) {
    return ProtectionFeed.of(
        store, RUN, asOf, at -> Hydration.hydrate(store, RUN, at, 1).reports());
  }

  /** {@return the start of an hour} */
  public static Instant at(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  /** A report is detected. */
  public void raise(int report) {
    if (!raised.contains(report)) {
      raised.add(report);
      List<LogRow> rows = new ArrayList<>(List.of(detected(report)));
      Plan plan = plan(report);
      if (plan.isOpen() && !over) {
        plan.skus().forEach(sku -> rows.addAll(windowRows(SeriesId.of(plan.store(), sku))));
      }
      commit(rows);
    }
  }

  /** Decisions in words of finalisation, some with a cause that was paid for. */
  public void decide(int report, int variant) {
    if (raised.contains(report)) {
      List<String> words =
          List.of("approved", "edited", "approved", "rejected", "dismissed", "reopened");
      String word = words.get(variant % words.size());
      int act = acts.merge(report, 1, Integer::sum);
      Optional<String> category =
          variant % 6 == 2 ? Optional.of("paid_media") : Optional.of("weather");
      commit(List.of(finalised(report, word, act, category)));
    }
  }

  /** Sales of a day are corrected: its row, and reports about it, get new versions. */
  void correct(int report, int variant) {
    Plan plan = plan(report);
    SeriesId series = SeriesId.of(plan.store(), plan.skus().get(0));
    int day = plan.from() / 24;
    long[] sold = actual.get(series);
    int hour = plan.from() + variant % 3;
    sold[hour] = variant % 4 == 3 ? SalesSeries.UNKNOWN : 1000L * (7 + variant) + 250;
    List<LogRow> rows = new ArrayList<>();
    if (day < 2 || over) {
      rows.add(dayRow(series, day));
    } else if (raised.contains(report)) {
      rows.addAll(windowRows(series));
    }
    for (int other : raised) {
      if (plan(other).store().equals(plan.store())) {
        rows.add(detected(other));
      }
    }
    commit(rows);
  }

  void supersede(int report) {
    LogRow row = superseded.remove(report);
    if (row != null) {
      commit(
          List.of(
              LogCodec.retraction(
                  store
                      .latest(Logs.REPORTS_ENDED, List.of(row.key()), store.head())
                      .get(row.key()))));
    } else if (raised.contains(report)) {
      LogRow ended = ended(report);
      superseded.put(report, ended);
      commit(List.of(ended));
    }
  }

  void suppress(int report) {
    if (raised.contains(report) && suppressed.putIfAbsent(report, "small@1") == null) {
      commit(List.of(detected(report)));
    }
  }

  void endDay() {
    if (!over) {
      over = true;
      commit(actual.keySet().stream().map(series -> dayRow(series, 2)).toList());
    }
  }

  private void commit(List<LogRow> rows) {
    List<LogSlice> slices = new ArrayList<>();
    for (LogRow row : rows) {
      slices.add(
          LogSlice.of(
              row.log(),
              row.log().writers().stream().sorted().findFirst().orElseThrow(),
              List.of(row)));
    }
    store.append(Commit.of(slices));
  }

  private static long[] sales(SeriesId series) {
    long[] sold = new long[HOURS];
    for (int h = 0; h < HOURS; h++) {
      sold[h] = 10_000 + 125L * Math.floorMod(series.toString().hashCode() + 7 * h, 5);
      for (Plan plan : PLANS) {
        boolean in = plan.store().equals(series.store()) && plan.skus().contains(series.sku());
        if (in && h >= plan.from() && h < plan.last()) {
          sold[h] += plan.from() == 30 ? -4_000 : 6_000; // the third is a drop
        }
      }
    }
    sold[24 + 3] = SalesSeries.UNKNOWN;
    return sold;
  }

  private static long expected(int hour) {
    return 10_000 + 10L * hour + 1;
  }

  private LogRow dayRow(SeriesId series, int day) {
    return prediction(series, 24 * day, 24 * day + 24, at(24 * day + 24));
  }

  /** Rows of the ticks of an open window: one when it is raised, one for each hour that follows. */
  private List<LogRow> windowRows(SeriesId series) {
    List<LogRow> rows = new ArrayList<>();
    rows.add(prediction(series, 52, 55, at(55)));
    for (int h = 55; h < REACHED + 2; h++) {
      rows.add(prediction(series, h, h + 1, at(h + 1)));
    }
    return rows;
  }

  private LogRow prediction(SeriesId series, int from, int to, Instant tick) {
    long[] said = new long[to - from];
    double[] spread = new double[to - from];
    for (int h = from; h < to; h++) {
      said[h - from] = expected(h);
      spread[h - from] = 1.5;
    }
    return LogCodec.row(
        Logs.BASELINE_PREDICTIONS,
        BaselinePrediction.builder()
            .runId(RUN)
            .writtenAt(tick)
            .storeId(series.store())
            .sku(series.sku())
            .firstStep(at(from))
            .cadence(HOUR)
            .actualUnits(UnitsColumn.of(Arrays.copyOfRange(actual.get(series), from, to)))
            .expectedUnits(UnitsColumn.of(said))
            .spread(NumColumn.of(spread))
            .modelName("m")
            .modelVersion("1")
            .role("baseline")
            .route("primary")
            .inputDigest("d")
            .outcome("ok")
            .build());
  }

  private ReportMember member(Plan plan, Sku sku) {
    long sold = 0;
    long said = 0;
    long[] series = actual.get(SeriesId.of(plan.store(), sku));
    for (int h = plan.from(); h < plan.last(); h++) {
      if (series[h] != SalesSeries.UNKNOWN) {
        sold += series[h];
        said += expected(h);
      }
    }
    return ReportMember.builder()
        .sku(sku)
        .direction(Direction.UPLIFT)
        .raisedAt(at(plan.from() + 2))
        .windowEnd(plan.isOpen() ? Optional.empty() : Optional.of(at(plan.to())))
        .severityScore(0.5)
        .attributedSalesTotal(Units.fromThousandths(sold))
        .baselineSalesTotal(Units.fromThousandths(said))
        .build();
  }

  private ReportDetected spine(int report) {
    Plan plan = plan(report);
    List<ReportMember> members = plan.skus().stream().map(sku -> member(plan, sku)).toList();
    BigDecimal sold = BigDecimal.ZERO;
    BigDecimal said = BigDecimal.ZERO;
    for (ReportMember member : members) {
      sold = sold.add(member.attributedSalesTotal());
      said = said.add(member.baselineSalesTotal());
    }
    return ReportDetected.builder()
        .reportId(plan.id())
        .runId(RUN)
        .writtenAt(at(plan.last() + 4))
        .storeId(plan.store())
        .sku(plan.skus().get(0))
        .skus(plan.skus())
        .firstDetectedFrom(at(plan.from()))
        .windowStart(at(plan.from()))
        .windowEnd(plan.isOpen() ? Optional.empty() : Optional.of(at(plan.to())))
        .direction(Direction.UPLIFT)
        .severityScore(0.5)
        .members(members)
        .attributedSalesTotal(Units.normal(sold))
        .baselineSalesTotal(Units.normal(said))
        .reportStatus("detected")
        .isDegraded(false)
        .suppressedBy(Optional.ofNullable(suppressed.get(report)))
        .build();
  }

  private LogRow detected(int report) {
    return LogCodec.row(Logs.REPORTS_DETECTED, spine(report));
  }

  private LogRow finalised(int report, String word, int act, Optional<String> category) {
    boolean decided = !word.equals("reopened");
    String name = report + " " + act;
    AnnotationId id =
        AnnotationId.of(
            "AN-" + Digests.sha256Hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    return LogCodec.row(
        Logs.REPORTS_FINALISED,
        ReportFinalised.builder()
            .from((ReportSpine) spine(report))
            .writtenAt(at(100 + act))
            .reportStatus("finalised")
            .finalDecision(word)
            .finalizedAt(at(100 + act))
            .finalCause(decided ? Optional.of("cause") : Optional.empty())
            .finalCauseCategory(decided ? category : Optional.empty())
            .annotationId(id)
            .decidedBy(Decider.builder().actor("ann").role("marketer").build())
            .decisionLevel("report")
            .sourceUsedWindowStart("detected")
            .sourceUsedWindowEnd("none")
            .sourceUsedStructure("detected")
            .sourceUsedTotals("detected")
            .sourceUsedCluster("none")
            .sourceUsedProposed("none")
            .sourceUsedGroupId("none")
            .sourceUsedFinal("none")
            .build());
  }

  private static LogRow ended(int report) {
    Plan plan = plan(report);
    return LogCodec.row(
        Logs.REPORTS_ENDED,
        ReportEnded.builder()
            .reportId(plan.id())
            .runId(RUN)
            .writtenAt(at(90))
            .storeId(plan.store())
            .eventStatus(EventStatus.ENDED)
            .endReason(EndReason.DATA_CORRECTION)
            .build());
  }

  private static LogRow located(StoreId id) {
    return LogCodec.row(
        Logs.STORES,
        StoreRecord.builder()
            .runId(RUN)
            .writtenAt(START)
            .storeId(id)
            .store(Store.builder().storeId(id).retailer("Corner").region("region " + id).build())
            .build());
  }
}
