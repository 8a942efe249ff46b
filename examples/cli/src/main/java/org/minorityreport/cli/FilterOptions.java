package org.minorityreport.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.EventOrder;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.api.view.ReviewState;
import picocli.CommandLine.Option;

/** Which rows, in what order. */
final class FilterOptions {
  @Option(
      names = "--order",
      paramLabel = "WORD",
      description =
          "By id, severity, impact or last_changed; reports also by raised_at, events by size and"
              + " created_at.")
  private String order = "id";

  @Option(names = "--desc", description = "The greatest first.")
  private boolean descending;

  @Option(names = "--limit", paramLabel = "N", description = "How many; all unless said.")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--offset", paramLabel = "N", description = "How many to pass over.")
  private int offset;

  @Option(names = "--retailer", paramLabel = "NAME", description = "Only of these retailers.")
  private List<String> retailers = List.of();

  @Option(names = "--region", paramLabel = "NAME", description = "Only of these regions.")
  private List<String> regions = List.of();

  @Option(names = "--city", paramLabel = "NAME", description = "Only of these cities.")
  private List<String> cities = List.of();

  @Option(names = "--store-id", paramLabel = "ID", description = "Only of these stores.")
  private List<String> storeIds = List.of();

  @Option(names = "--category", paramLabel = "WORD", description = "Only with these categories.")
  private List<String> categories = List.of();

  @Option(names = "--cluster", paramLabel = "ID", description = "Only of these clusters.")
  private List<String> clusters = List.of();

  @Option(
      names = "--review-state",
      paramLabel = "WORD",
      description = "Only in these: ${COMPLETION-CANDIDATES}.")
  private List<ReviewState> reviewStates = List.of();

  @Option(names = "--direction", paramLabel = "WORD", description = "Only uplift, or only drop.")
  private List<Direction> directions = List.of();

  @Option(names = "--severity-from", paramLabel = "X", description = "From this severity on.")
  private @Nullable Double severityFrom;

  @Option(names = "--confidence-from", paramLabel = "X", description = "From this confidence on.")
  private @Nullable Double confidenceFrom;

  @Option(names = "--impact-from", paramLabel = "AMOUNT", description = "From this impact on.")
  private @Nullable BigDecimal impactFrom;

  @Option(names = "--begin", paramLabel = "TIME", description = "Windows that end after this.")
  private @Nullable Instant begin;

  @Option(names = "--end", paramLabel = "TIME", description = "Windows that begin before this.")
  private @Nullable Instant end;

  @Option(names = "--degraded", description = "Only rows that lack something.")
  private boolean degraded;

  @Option(names = "--text", paramLabel = "WORDS", description = "Only with these words.")
  private @Nullable String text;

  ReportQuery.Builder reports() {
    ReportQuery.Builder query = ReportQuery.builder();
    query.order(ReportOrder.of(order)).descending(descending).pageSize(limit).offset(offset);
    query.retailers(retailers).regions(regions).cities(cities).categories(categories);
    query.storeIds(storeIds.stream().map(StoreId::of).toList()).clusterIds(clusters);
    query.reviewStates(reviewStates).directions(directions).window(window());
    query.severityFrom(number(severityFrom)).confidenceFrom(number(confidenceFrom));
    query.impactFrom(Optional.ofNullable(impactFrom)).text(Optional.ofNullable(text));
    query.degraded(degraded ? Optional.of(true) : Optional.empty());
    return query;
  }

  EventQuery.Builder events() {
    EventQuery.Builder query = EventQuery.builder();
    query.order(EventOrder.of(order)).descending(descending).pageSize(limit).offset(offset);
    query.retailers(retailers).regions(regions).cities(cities).categories(categories);
    query.storeIds(storeIds.stream().map(StoreId::of).toList()).clusterIds(clusters);
    query.reviewStates(reviewStates).directions(directions).window(window());
    query.severityFrom(number(severityFrom)).confidenceFrom(number(confidenceFrom));
    query.impactFrom(Optional.ofNullable(impactFrom)).text(Optional.ofNullable(text));
    query.degraded(degraded ? Optional.of(true) : Optional.empty());
    return query;
  }

  private Optional<TimeSpan> window() {
    return begin == null && end == null
        ? Optional.empty()
        : Optional.of(
            TimeSpan.of(begin == null ? Instant.EPOCH : begin, end == null ? LATEST : end));
  }

  /** Later than any window. */
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private static OptionalDouble number(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
