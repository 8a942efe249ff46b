package org.minorityreport.core.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.feed.FeedLimit;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.LeftOutShare;
import org.minorityreport.api.feed.LimitAction;
import org.minorityreport.api.feed.PlaceShare;
import org.minorityreport.api.feed.SafetyFinding;
import org.minorityreport.api.feed.SafetyReport;
import org.minorityreport.api.feed.StepRun;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.Num;

/** Measures how much a feed leaves out, in one pass over its steps. */
final class Safety {
  private static final int DIGITS = 6;

  private static final Comparator<StepRun> LONGER = Comparator.comparingLong(StepRun::steps);

  private final FeedState state;
  private final FeedOptions options;
  private final Map<StoreId, String> regions;
  private final List<LeftOutShare> shares = new ArrayList<>();
  private final List<StepRun> leftOutRuns = new ArrayList<>();
  private final SortedMap<String, PlaceCount> places = new TreeMap<>();
  private final List<SafetyFinding> findings = new ArrayList<>();
  private Optional<StepRun> longestKept = Optional.empty();
  private long known;
  private long millionths;

  private Safety(FeedState state, FeedOptions options, Map<StoreId, String> regions) {
    this.state = state;
    this.options = options;
    this.regions = regions;
  }

  static SafetyReport of(FeedState state, FeedOptions options, Map<StoreId, String> regions) {
    return new Safety(state, options, regions).report();
  }

  /** Refuses a feed that leaves out too much. */
  static void require(SafetyReport report, String run) {
    List<SafetyFinding> refused =
        report.findings().stream().filter(f -> f.action() == LimitAction.REFUSE).toList();
    if (!refused.isEmpty()) {
      int more = refused.size() - 1;
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "the feed of run '%s' at position %d is refused: %s%s",
              run,
              report.position(),
              refused.get(0).message(),
              more > 0 ? "; and " + more + " more, see its safety report" : ""));
    }
  }

  private SafetyReport report() {
    ProtectedSales sales = new ProtectedSales(state, options);
    for (SeriesId series : sales.series()) {
      SeriesSafety one = new SeriesSafety(series);
      sales.read(series, day -> true, one::add);
      take(one);
    }
    double share = share(millionths, known);
    List<PlaceShare> byPlace = places();
    double imbalance =
        byPlace.stream().mapToDouble(p -> Math.abs(p.share() - Num.round(share))).max().orElse(0);
    options.limits().forEach(limit -> find(limit, imbalance, byPlace));
    return SafetyReport.builder()
        .position(state.position().value())
        .knownSteps(known)
        .leftOut(millionths / SeriesSafety.MILLION)
        .share(share)
        .shares(shares)
        .longestLeftOut(leftOutRuns.stream().reduce((a, b) -> LONGER.compare(a, b) >= 0 ? a : b))
        .longestKept(longestKept)
        .places(byPlace)
        .imbalance(imbalance)
        .findings(findings)
        .build();
  }

  private void take(SeriesSafety one) {
    known += one.known();
    millionths += one.millionths();
    shares.addAll(one.shares());
    one.longestLeftOut().ifPresent(leftOutRuns::add);
    longestKept =
        Stream.concat(longestKept.stream(), one.longestKept().stream())
            .reduce((a, b) -> LONGER.compare(a, b) >= 0 ? a : b);
    if (one.known() > 0) {
      String region = regions.getOrDefault(one.series().store(), "");
      PlaceCount place = places.computeIfAbsent(region, r -> new PlaceCount());
      place.stores.add(one.series().store());
      place.known += one.known();
      place.millionths += one.millionths();
    }
  }

  private List<PlaceShare> places() {
    List<PlaceShare> all = new ArrayList<>();
    places.forEach(
        (name, count) ->
            all.add(
                PlaceShare.builder()
                    .place(name)
                    .stores(count.stores.size())
                    .knownSteps(count.known)
                    .leftOut(count.millionths / SeriesSafety.MILLION)
                    .share(share(count.millionths, count.known))
                    .build()));
    return all;
  }

  private static double share(long millionths, long known) {
    return known == 0 ? 0 : millionths / SeriesSafety.MILLION / known;
  }

  private void find(FeedLimit limit, double imbalance, List<PlaceShare> byPlace) {
    switch (limit.measure()) {
      case SHARE_LEFT_OUT -> shares.forEach(s -> share(limit, s));
      case LONGEST_LEFT_OUT -> leftOutRuns.forEach(run -> run(limit, run));
      case IMBALANCE -> imbalance(limit, imbalance, byPlace);
      case NO_DECISIONS -> {
        if (state.decisions() == 0 && limit.bound() < 1) {
          findings.add(
              finding(limit, 1)
                  .message("nobody has decided about any report, so nothing is confirmed")
                  .build());
        }
      }
    }
  }

  private void share(FeedLimit limit, LeftOutShare share) {
    if (share.share() > limit.bound()) {
      findings.add(
          finding(limit, share.share())
              .storeId(share.storeId())
              .sku(share.sku())
              .week(share.week())
              .message(
                  String.format(
                      Locale.ROOT,
                      "store %s, product %s, week of %s: %s of the known steps are left out, more"
                          + " than %s",
                      share.storeId(),
                      share.sku(),
                      share.week(),
                      digits(share.share()),
                      digits(limit.bound())))
              .build());
    }
  }

  private void run(FeedLimit limit, StepRun run) {
    double hours = Duration.between(run.start(), run.end()).toSeconds() / 3600.0;
    if (hours > limit.bound()) {
      findings.add(
          finding(limit, hours)
              .storeId(run.storeId())
              .sku(run.sku())
              .message(
                  String.format(
                      Locale.ROOT,
                      "store %s, product %s: from %s to %s, that is %s h, nothing is kept, more"
                          + " than %s h",
                      run.storeId(),
                      run.sku(),
                      run.start(),
                      run.end(),
                      Num.round(hours),
                      limit.bound()))
              .build());
    }
  }

  private void imbalance(FeedLimit limit, double imbalance, List<PlaceShare> byPlace) {
    if (imbalance > limit.bound()) {
      double all = Num.round(share(millionths, known));
      PlaceShare worst =
          byPlace.stream()
              .reduce((a, b) -> Math.abs(a.share() - all) >= Math.abs(b.share() - all) ? a : b)
              .orElseThrow();
      findings.add(
          finding(limit, imbalance)
              .place(worst.place())
              .message(
                  String.format(
                      Locale.ROOT,
                      "region '%s': %s of the known steps are left out, of all %s; the difference"
                          + " is more than %s",
                      worst.place(),
                      digits(worst.share()),
                      digits(all),
                      digits(limit.bound())))
              .build());
    }
  }

  private static String digits(double value) {
    return new BigDecimal(value)
        .setScale(DIGITS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static SafetyFinding.Builder finding(FeedLimit limit, double value) {
    return SafetyFinding.builder()
        .measure(Objects.requireNonNull(limit.measure()))
        .action(limit.action())
        .value(value)
        .bound(limit.bound());
  }

  /** What is counted of a place. */
  private static final class PlaceCount {
    private final SortedSet<StoreId> stores = new TreeSet<>();
    private long known;
    private long millionths;
  }
}
