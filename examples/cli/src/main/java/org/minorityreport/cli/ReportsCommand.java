package org.minorityreport.cli;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the reports of a run. */
@Command(
    name = "reports",
    mixinStandardHelpOptions = true,
    description = "Lists the reports of a run, now or as of a moment.",
    footer = {
      "",
      "Examples:",
      "  mrs reports --store logs --order impact --desc --limit 10",
      "  mrs reports --store logs --region London --severity-from 0.6 --json",
      "  mrs reports --store logs --as-of 120",
      ExitCodes.TEXT
    })
final class ReportsCommand implements Callable<Integer> {
  @Mixin private final StoreOption store = new StoreOption();
  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Option(
      names = "--order",
      paramLabel = "WORD",
      description = "By id, severity, impact, raised_at or last_changed.")
  private String order = "id";

  @Option(names = "--desc", description = "The greatest first.")
  private boolean descending;

  @Option(names = "--limit", paramLabel = "N", description = "How many; all unless said.")
  private int limit = Integer.MAX_VALUE;

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

  @Option(names = "--severity-from", paramLabel = "X", description = "From this severity on.")
  private @Nullable Double severityFrom;

  @Option(names = "--confidence-from", paramLabel = "X", description = "From this confidence on.")
  private @Nullable Double confidenceFrom;

  @Option(names = "--text", paramLabel = "WORDS", description = "Only with these words.")
  private @Nullable String text;

  ReportsCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading()) {
      MinorityReports all = session.mrs().reports(asOf.asOf());
      for (MinorityReport row : all.find(query()).items()) {
        if (store.json()) {
          store.json(row);
        } else {
          store.line(Lines.of(row));
        }
      }
    }
    return ExitCodes.DONE;
  }

  private ReportQuery query() {
    ReportQuery.Builder query = ReportQuery.builder();
    query.order(ReportOrder.of(order)).descending(descending).pageSize(limit);
    query.retailers(retailers).regions(regions).cities(cities).categories(categories);
    query.storeIds(storeIds.stream().map(StoreId::of).toList());
    query.severityFrom(number(severityFrom)).confidenceFrom(number(confidenceFrom));
    if (text != null) {
      query.text(text);
    }
    return query.build();
  }

  private static OptionalDouble number(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
