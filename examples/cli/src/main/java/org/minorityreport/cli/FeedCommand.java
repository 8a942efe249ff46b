package org.minorityreport.cli;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.feed.FeedLimit;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.SafetyFinding;
import org.minorityreport.api.feed.SafetyMeasure;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.feed.FeedFormat;
import org.minorityreport.core.feed.FeedPart;
import org.minorityreport.core.feed.FeedWriter;
import org.minorityreport.core.feed.ProtectionFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What optimisers read. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    description = {
      "What marketing optimisers read: which sales not to learn from. CSV unless --json.",
      "What the safety report finds is told on standard error."
    },
    footer = {
      "",
      "Examples:",
      "  mrs feed --store logs",
      "  mrs feed --store logs --part sales --as-of month-end > protected.csv",
      "  mrs feed --store logs --part windows",
      "  mrs feed --store logs --matrix P1D",
      "  mrs feed --store logs --since 120 --json",
      "  mrs feed --store logs --part safety --json --refuse-share 0.2",
      ExitCodes.TEXT
    })
final class FeedCommand extends OfStore {
  /** What is told of a feed that is refused. */
  private static final Set<FeedPart> ABOUT =
      EnumSet.of(FeedPart.HEAD, FeedPart.SAFETY, FeedPart.SHARES, FeedPart.FINDINGS);

  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Option(
      names = "--part",
      paramLabel = "WORD",
      defaultValue = "assessments",
      description =
          "head, assessments, sales, windows, scopes, safety, shares, findings or outlooks."
              + " Default: ${DEFAULT-VALUE}.")
  private FeedPart part = FeedPart.ASSESSMENTS;

  @Option(
      names = "--since",
      paramLabel = "POSITION|TAG",
      description = "Only what changed since then: additions, revisions, withdrawals.")
  private @Nullable String since;

  @Option(
      names = "--matrix",
      paramLabel = "STEP",
      description = "The mask as a matrix of places and times, such as P1D.")
  private @Nullable String matrix;

  @Option(names = "--store-id", paramLabel = "ID", description = "Only these stores.")
  private List<String> storeIds = List.of();

  @Option(names = "--sku", paramLabel = "ID", description = "Only these products.")
  private List<String> skus = List.of();

  @Option(names = "--begin", paramLabel = "TIME", description = "Steps from then on.")
  private @Nullable Instant begin;

  @Option(names = "--end", paramLabel = "TIME", description = "Steps before then.")
  private @Nullable Instant end;

  @Option(
      names = "--provisional-above",
      paramLabel = "X",
      description = "Excludes what nobody confirmed above this confidence, too.")
  private @Nullable Double provisionalAbove;

  @Option(
      names = "--refuse-share",
      paramLabel = "X",
      description = "Refuses to answer if more is left out of a store, product and week.")
  private @Nullable Double refuseShare;

  FeedCommand() {}

  @Override
  public Integer call() {
    FeedOptions wanted = options();
    FeedFormat format = store.json() ? FeedFormat.JSON_LINES : FeedFormat.CSV;
    try (Session session = store.reading()) {
      ProtectionFeed feed = session.mrs().feed(asOf.asOf()).with(wanted);
      for (SafetyFinding finding : feed.safety().findings()) {
        store.progress(finding.action().wireName() + ": " + finding.message());
      }
      if (feed.safety().refused() && (since != null || matrix != null || !ABOUT.contains(part))) {
        return ExitCodes.REFUSED;
      }
      FeedWriter writer = new FeedWriter(feed);
      if (since != null) {
        writer.writeChanges(AsOfOption.parse(since), format, store.out());
      } else if (matrix != null) {
        writer.writeMatrix(Cadence.parse(matrix), format, store.out());
      } else {
        writer.write(part, format, store.out());
      }
      store.checkTaken();
    }
    return ExitCodes.DONE;
  }

  private FeedOptions options() {
    FeedOptions.Builder options = FeedOptions.builder();
    options.storeIds(storeIds.stream().map(StoreId::of).toList());
    options.skus(skus.stream().map(Sku::of).toList());
    options.start(Optional.ofNullable(begin)).end(Optional.ofNullable(end));
    options.provisionalAbove(
        provisionalAbove == null ? OptionalDouble.empty() : OptionalDouble.of(provisionalAbove));
    if (refuseShare != null) {
      options.limits(List.of(FeedLimit.refuse(SafetyMeasure.SHARE_LEFT_OUT, refuseShare)));
    }
    return options.build();
  }
}
