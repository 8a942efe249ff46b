package org.minorityreport.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
final class ReportsCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();
  @Mixin private final FilterOptions filter = new FilterOptions();

  @Option(names = "--status", paramLabel = "WORD", description = "Only with these statuses.")
  private List<String> statuses = List.of();

  @Option(
      names = "--open",
      paramLabel = "true|false",
      arity = "0..1",
      fallbackValue = "true",
      description = "Only those still open; with false only those closed.")
  private @Nullable Boolean open;

  ReportsCommand() {}

  @Override
  public Integer call() {
    ReportQuery query = filter.reports().statuses(statuses).open(Optional.ofNullable(open)).build();
    try (Session session = store.reading()) {
      list(session.mrs().reports(asOf.asOf()).find(query).items(), Lines::of);
    }
    return ExitCodes.DONE;
  }
}
