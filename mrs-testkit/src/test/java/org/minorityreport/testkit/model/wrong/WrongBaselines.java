package org.minorityreport.testkit.model.wrong;

import java.lang.reflect.Field;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;

/** Baselines that are wrong on purpose. */
final class WrongBaselines {
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final Map<String, Double> FIRST = new ConcurrentHashMap<>();

  private WrongBaselines() {}

  private static WrongModel wrong(
      String key, String wrong, int rule, String message, Supplier<Model> maker) {
    String id = "MRS-BAS-" + (rule < 10 ? "0" : "") + rule;
    return new WrongModel("baseline-" + key, ModelRole.BASELINE, wrong, id, message, maker);
  }

  static List<WrongModel> all() {
    List<WrongModel> all = new ArrayList<>(ofState());
    all.addAll(ofSeries());
    all.addAll(ofTime());
    all.addAll(ofSurroundings());
    return all;
  }

  private static List<WrongModel> ofState() {
    return List.of(
        wrong(
            "info",
            "numbers its versions by the call",
            2,
            "a model says of itself ModelInfo{name=mean-of-a-week, version=1.",
            () ->
                new RightBaseline() {
                  @Override
                  public ModelInfo info() {
                    String version = "1." + CALLS.incrementAndGet();
                    return ModelInfo.builder().from(super.info()).version(version).build();
                  }
                }),
        wrong(
            "last-step",
            "answers about the newest step, whatever was asked",
            5,
            "it answers about 1 steps of PT1H from 2025-08-08T15:00:00Z, not about 24 steps",
            () ->
                new RightBaseline() {
                  @Override
                  public Expectations expect(BaselineQuestion question) {
                    Expectations all = super.expect(question);
                    int count = all.steps().count();
                    return count == 0 ? all : all.slice(count - 1, count);
                  }
                }),
        wrong(
            "mutates",
            "smooths the series it is given, in place",
            6,
            "the question is not what it was before it was asked: hourly sales",
            () ->
                new RightBaseline() {
                  @Override
                  public Expectations expect(BaselineQuestion question) {
                    Expectations said = super.expect(question);
                    smooth(question.series());
                    return said;
                  }
                }),
        wrong(
            "random",
            "draws from a random number generator without the seed",
            7,
            "when asked for time number 2",
            () ->
                new RightBaseline() {
                  private final Random random = new Random();

                  @Override
                  double expected(List<Double> values) {
                    return super.expected(values) * (1 + random.nextDouble() / 100);
                  }
                }),
        wrong(
            "cache",
            "keeps what it said of a step and says it of other series too",
            8,
            "of another model that was asked other questions before",
            () ->
                new RightBaseline() {
                  private final Map<Steps, Expectations> said = new ConcurrentHashMap<>();

                  @Override
                  public Expectations expect(BaselineQuestion question) {
                    return said.computeIfAbsent(question.asked(), k -> super.expect(question));
                  }
                }),
        wrong(
            "static",
            "scales by the first sales that it ever saw, kept in a static",
            9,
            "of a model created anew, as in another process",
            () ->
                new RightBaseline() {
                  @Override
                  double value(BaselineQuestion question, int step) {
                    double units = super.value(question, step);
                    return units + FIRST.computeIfAbsent("units", k -> 1 + Math.abs(units)) / 100;
                  }
                }));
  }

  private static void smooth(SalesSeries series) {
    try {
      Field field = SalesSeries.class.getDeclaredField("thousandths");
      field.setAccessible(true);
      long[] units = (long[]) field.get(series);
      if (units.length > 2) {
        units[1] = (units[0] + units[2]) / 2;
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<WrongModel> ofSeries() {
    return List.of(
        wrong(
            "empty",
            "takes the first step asked about for granted",
            10,
            "it threw java.lang.IndexOutOfBoundsException",
            () ->
                new RightBaseline() {
                  @Override
                  public Expectations expect(BaselineQuestion question) {
                    Expectations said = super.expect(question);
                    boolean isKnown = said.isKnown(0);
                    return isKnown ? said : super.expect(question);
                  }
                }),
        wrong(
            "short",
            "expects something from the first step on",
            11,
            "it expects 0 (spread 1.0), but its minimum history is PT24H",
            () ->
                new RightBaseline() {
                  @Override
                  double expected(List<Double> values) {
                    return values.isEmpty() ? 0 : super.expected(values);
                  }
                }),
        wrong(
            "constant",
            "divides by the deviation of the past, which may be none: NaN",
            12,
            "nothing is expected of the step at 2025-08-07T16:00:00Z although the whole look-back",
            () ->
                new RightBaseline() {
                  @Override
                  double expected(List<Double> values) {
                    double mean = super.expected(values);
                    double off = values.stream().mapToDouble(v -> Math.abs(v - mean)).sum();
                    return mean * off / off;
                  }
                }),
        wrong(
            "zero",
            "takes the logarithm of sales",
            13,
            "nothing is expected of the step at 2025-08-07T16:00:00Z although the whole look-back",
            () ->
                new RightBaseline() {
                  @Override
                  double expected(List<Double> values) {
                    double mean =
                        values.stream().mapToDouble(StrictMath::log).average().orElse(Double.NaN);
                    return Double.isFinite(mean) ? StrictMath.exp(mean) : Double.NaN;
                  }
                }),
        wrong(
            "unknown",
            "takes unknown for zero",
            14,
            "it expects 0 (spread 1.0), but no step is known",
            () ->
                new RightBaseline() {
                  @Override
                  boolean counts(BaselineQuestion question, int step) {
                    return super.counts(question, step) || !question.series().isKnown(step);
                  }

                  @Override
                  double value(BaselineQuestion question, int step) {
                    return question.series().isKnown(step) ? super.value(question, step) : 0;
                  }
                }),
        wrong(
            "huge",
            "counts thousandths in an int",
            15,
            "it threw org.minorityreport.api.error.InvalidValueException: expected_units is '-",
            () ->
                new RightBaseline() {
                  @Override
                  double value(BaselineQuestion question, int step) {
                    return ((int) question.series().thousandthsAt(step)) / 1000.0;
                  }

                  @Override
                  double expected(List<Double> values) {
                    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
                    return values.isEmpty() ? Double.NaN : sum / values.size();
                  }
                }),
        wrong(
            "negative",
            "expects less than nothing where more was brought back than sold",
            16,
            "it threw org.minorityreport.api.error.InvalidValueException: expected_units is '-20.0'",
            () ->
                new RightBaseline() {
                  @Override
                  double expected(List<Double> values) {
                    return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
                  }

                  @Override
                  double spread(List<Double> values, double expected) {
                    return 1;
                  }
                }));
  }

  private static List<WrongModel> ofTime() {
    return List.of(
        wrong(
            "daily!DAILY_STEPS",
            "declines steps of a day and expects something of them",
            21,
            "but DAILY_STEPS is declined: do not decline it",
            RightBaseline::new),
        wrong(
            "looks-ahead",
            "looks ahead by one step: learns from the step it speaks about",
            30,
            "when the sales of that step itself are ",
            () ->
                new RightBaseline() {
                  @Override
                  List<Double> values(BaselineQuestion question, int at) {
                    List<Double> values = super.values(question, at);
                    if (!values.isEmpty() && counts(question, at)) {
                      values.add(value(question, at));
                    }
                    return values;
                  }
                }),
        wrong(
            "later",
            "learns from the whole series, not from what lay before",
            31,
            "when the sales of 2025-08-07T17:00:00Z and later are added",
            () ->
                new RightBaseline() {
                  @Override
                  List<Double> values(BaselineQuestion question, int at) {
                    List<Double> values = super.values(question, at);
                    if (!values.isEmpty()
                        && at + 1 < question.series().size()
                        && counts(question, at + 1)) {
                      values.add(value(question, at + 1));
                    }
                    return values;
                  }
                }),
        wrong(
            "remembers",
            "remembers eight days and declares seven",
            32,
            "that are older than its look-back of PT168H",
            () ->
                new RightBaseline() {
                  @Override
                  int days() {
                    return 8;
                  }
                }),
        wrong(
            "mask",
            "ignores the mask",
            33,
            "when the sales of the masked steps are ",
            () ->
                new RightBaseline() {
                  @Override
                  boolean counts(BaselineQuestion question, int step) {
                    return question.series().isKnown(step);
                  }
                }),
        wrong(
            "batch",
            "learns from what lay before the first step asked about, for all of them",
            34,
            "when it is asked about that step alone",
            () ->
                new RightBaseline() {
                  @Override
                  int basis(int first, int i) {
                    return first;
                  }
                }),
        wrong(
            "covariates",
            "rests on everything measured, whenever that became known",
            35,
            "is added that was recorded at ",
            () ->
                new RightBaseline() {
                  @Override
                  List<Double> values(BaselineQuestion question, int at) {
                    List<Double> values = super.values(question, at);
                    if (!values.isEmpty()) {
                      question
                          .covariates()
                          .drivers()
                          .forEach(known -> known.driver().value().ifPresent(values::add));
                    }
                    return values;
                  }
                }));
  }

  private static List<WrongModel> ofSurroundings() {
    return List.of(
        wrong(
            "locale",
            "rounds by writing and reading a number, in the locale of the machine",
            80,
            "where the defaults of the machine are ",
            () ->
                new RightBaseline() {
                  @Override
                  @SuppressWarnings("StringFormatWithoutLocale")
                  double expected(List<Double> values) {
                    double mean = super.expected(values);
                    return Double.isNaN(mean)
                        ? mean
                        : Double.parseDouble(String.format("%.2f", mean));
                  }
                }),
        wrong(
            "zone",
            "leaves Sundays out, by the calendar of the machine",
            80,
            "where the defaults of the machine are ",
            () ->
                new RightBaseline() {
                  @Override
                  double value(BaselineQuestion question, int step) {
                    Instant time = question.series().steps().timeAt(step);
                    double units = super.value(question, step);
                    boolean isSunday =
                        time.atZone(ZoneId.systemDefault()).getDayOfWeek() == DayOfWeek.SUNDAY;
                    return isSunday ? units / 2 : units;
                  }
                }),
        wrong(
            "threads",
            "keeps the question at hand in a field that all threads share",
            81,
            "when 4 threads ask",
            () ->
                new RightBaseline() {
                  private volatile @Nullable BaselineQuestion atHand;

                  @Override
                  public Expectations expect(BaselineQuestion question) {
                    atHand = question;
                    LockSupport.parkNanos(100_000);
                    return super.expect(Objects.requireNonNull(atHand));
                  }
                }),
        wrong(
            "slow",
            "takes thirty times its budget for a day of quarter-hours",
            82,
            "more than 20 times the budget of 1 ms",
            () ->
                new RightBaseline() {
                  @Override
                  public ModelInfo info() {
                    Duration budget = Duration.ofMillis(1);
                    return ModelInfo.builder().from(super.info()).timeBudget(budget).build();
                  }

                  @Override
                  public Expectations expect(BaselineQuestion question) {
                    if (question.asked().count() >= 96) {
                      LockSupport.parkNanos(30_000_000);
                    }
                    return super.expect(question);
                  }
                }));
  }
}
