package org.minorityreport.core.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.lifecycle.Reliability;
import org.minorityreport.api.lifecycle.ReliabilityBin;
import org.minorityreport.api.value.Num;

/** What the confidence of proposals is worth (spec 5.11), from judgements. */
final class Calibration {
  private static final int BINS = 10;
  private static final double MILLION = 1e6;

  private Calibration() {}

  /**
   * Reliability per model version and per category of causes.
   *
   * @param judgements judgements, in any order
   * @param minimum fewer decisions give no figures
   * @return by model; of each all causes together first, then by category
   */
  static List<Reliability> of(Collection<Judged> judgements, int minimum) {
    SortedMap<String, SortedMap<String, List<Judged>>> parts = new TreeMap<>();
    for (Judged judged : judgements) {
      if (judged.isProposalJudged() && judged.confidence().isPresent()) {
        String model = judged.model().orElse("unknown");
        SortedMap<String, List<Judged>> ofModel =
            parts.computeIfAbsent(model, k -> new TreeMap<>());
        ofModel.computeIfAbsent("", k -> new ArrayList<>()).add(judged);
        judged
            .category()
            .ifPresent(c -> ofModel.computeIfAbsent(c, k -> new ArrayList<>()).add(judged));
      }
    }
    List<Reliability> all = new ArrayList<>();
    parts.forEach(
        (model, byCategory) ->
            byCategory.forEach(
                (category, judged) ->
                    all.add(
                        reliability(
                            model, category.isEmpty() ? null : category, judged, minimum))));
    return List.copyOf(all);
  }

  static Reliability reliability(
      String model, @Nullable String category, List<Judged> judged, int minimum) {
    int[] counts = new int[BINS];
    int[] confirmed = new int[BINS];
    long[] sums = new long[BINS]; // in millionths, so that no order of adding matters
    int yes = 0;
    long squares = 0;
    for (Judged one : judged) {
      long said = Math.round(one.confidence().orElseThrow() * MILLION);
      int bin = (int) Math.min(BINS - 1, said * BINS / (long) MILLION);
      counts[bin]++;
      sums[bin] += said;
      confirmed[bin] += one.isConfirmed() ? 1 : 0;
      yes += one.isConfirmed() ? 1 : 0;
      long off = one.isConfirmed() ? (long) MILLION - said : said;
      squares += off * off / 1000; // thousandths of a square millionth: 9 billion of them fit
    }
    List<ReliabilityBin> bins = new ArrayList<>();
    double error = 0;
    for (int i = 0; i < BINS; i++) {
      bins.add(bin(i, counts[i], confirmed[i], sums[i]));
      error += Math.abs(sums[i] / MILLION - confirmed[i]);
    }
    int all = judged.size();
    Reliability.Builder made =
        Reliability.builder()
            .model(model)
            .category(Optional.ofNullable(category))
            .proposals(all)
            .confirmed(yes)
            .bins(bins);
    return all < Math.max(1, minimum)
        ? made.note(Reliability.NOT_ENOUGH).build()
        : made.shareConfirmed(Num.round((double) yes / all))
            .brierScore(Num.round(squares / 1e9 / all))
            .expectedCalibrationError(Num.round(error / all))
            .build();
  }

  private static ReliabilityBin bin(int index, int count, int confirmed, long sum) {
    ReliabilityBin.Builder bin =
        ReliabilityBin.builder()
            .lower(Num.round((double) index / BINS))
            .upper(Num.round((index + 1.0) / BINS))
            .proposals(count)
            .confirmed(confirmed);
    return count == 0
        ? bin.build()
        : bin.meanConfidence(OptionalDouble.of(Num.round(sum / MILLION / count)))
            .shareConfirmed(OptionalDouble.of(Num.round((double) confirmed / count)))
            .build();
  }
}
