package org.minorityreport.mock.baseline;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.Steps;

/**
 * Expects of a step the median of the known, unmasked steps of the same season in the 28 days
 * before it; of the steps of one hour, in those before the hour, so that they are judged alike.
 *
 * <p>The season is the hour of the week in the store's time zone below a daily cadence, the day of
 * the week of the date at a daily one, and nothing above. The spread is that of the steps of the
 * same hour of the day around their own seasons (see {@code SeasonalSample}). Nothing is said of a
 * step with fewer than two values of its season, or with less than 14 days from the oldest known
 * step of the look-back to it.
 *
 * <p>Thread-safe. It remembers nothing but which steps of the newest ranges are of one season.
 */
public final class MockBaseline implements BaselineModel {
  private static final Duration SAMPLE = Duration.ofDays(28);

  /** Steps of less than an hour look back from the beginning of their hour. */
  private static final Duration LOOK_BACK = SAMPLE.plusHours(1);

  private static final Duration MINIMUM_HISTORY = Duration.ofDays(14);
  private static final ModelInfo INFO =
      ModelInfo.builder()
          .name("mock-baseline")
          .version("1")
          .lookBack(LOOK_BACK)
          .minimumHistory(MINIMUM_HISTORY)
          .build();

  private static final int RANGES = 64;

  private final Map<Range, Seasons> ranges = new ConcurrentHashMap<>();

  private MockBaseline() {}

  /**
   * The model; it has no parameters.
   *
   * @param config read by nothing
   * @return the model
   */
  @SuppressWarnings("unused") // every model is created from a configuration
  public static MockBaseline create(ModelConfig config) {
    return new MockBaseline();
  }

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public Expectations expect(BaselineQuestion question) {
    Steps asked = question.asked();
    if (asked.count() == 0) {
      return Expectations.unknown(asked);
    }
    History history = History.of(question, (int) asked.cadence().stepsIn(LOOK_BACK));
    Seasons seasons = seasons(history.range(), question.store().zone());
    SeasonalSample sample =
        new SeasonalSample(
            history,
            seasons,
            (int) (SAMPLE.toSeconds() / asked.cadence().seconds()),
            (int) asked.cadence().stepsIn(MINIMUM_HISTORY));
    int first = history.range().count() - asked.count();
    double[] expected = new double[asked.count()];
    double[] spread = new double[asked.count()];
    for (int i = 0; i < expected.length; i++) {
      sample.look(first + i);
      expected[i] = sample.expected();
      spread[i] = sample.spread();
    }
    return Expectations.of(asked, expected, spread);
  }

  /** Equal for all series over one range: made once, of the newest few ranges. */
  private Seasons seasons(Steps range, ZoneId zone) {
    Range key = new Range(range, zone);
    Seasons seasons = ranges.get(key);
    if (seasons == null) {
      seasons = Seasons.of(range, zone);
      if (ranges.size() >= RANGES) {
        ranges.clear();
      }
      ranges.put(key, seasons);
    }
    return seasons;
  }

  private record Range(Steps steps, ZoneId zone) {}
}
