package org.minorityreport.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.figures.AmountFigure;
import org.minorityreport.api.figures.CountedFigure;
import org.minorityreport.api.figures.DurationFigure;
import org.minorityreport.api.figures.KeyFigures;
import org.minorityreport.api.figures.RateFigure;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.MinorityReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The key figures of a period. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description = "The key figures of the reports raised in a period; with --json also their ids.",
    footer = {
      "",
      "Example: mrs figures --store logs --from 2025-08-05T00:00:00Z --to 2025-08-12T00:00:00Z",
      ExitCodes.TEXT
    })
final class FiguresCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();
  @Mixin private final FilterOptions filter = new FilterOptions();

  @Option(names = "--from", paramLabel = "TIME", description = "Raised from then on.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "Raised before then.")
  private @Nullable Instant to;

  FiguresCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading()) {
      KeyFigures figures =
          session.mrs().figures().of(period(session), filter.reports().build(), asOf.asOf());
      show(figures, store.json() ? "" : text(figures));
    }
    return ExitCodes.DONE;
  }

  /** All reports unless said. */
  private TimeSpan period(Session session) {
    Instant first = from;
    Instant last = to;
    for (MinorityReport report : session.mrs().reports(asOf.asOf()).all()) {
      Instant raised = report.raisedAt();
      if (from == null && (first == null || raised.isBefore(first))) {
        first = raised;
      }
      if (to == null && (last == null || !raised.isBefore(last))) {
        last = raised.plusSeconds(1);
      }
    }
    if (first == null || last == null) {
      throw new UsageException("there are no reports; say --from and --to");
    }
    return TimeSpan.of(first, last);
  }

  private static String text(KeyFigures figures) {
    StringBuilder text = new StringBuilder();
    line(text, "raised", figures.raisedFrom() + " to " + figures.raisedTo());
    line(text, "reports_raised", figures.reportsRaised());
    line(text, "reports_suppressed", figures.reportsSuppressed());
    line(text, "events", figures.events());
    line(text, "single_reports", figures.singleReports());
    line(text, "auto_attribution_rate", figures.autoAttributionRate());
    line(text, "auto_approval_rate", figures.autoApprovalRate());
    line(text, "learned_reports", figures.learnedReports());
    line(text, "protected_units", figures.protectedUnits());
    line(text, "protected_money", figures.protectedMoney());
    line(text, "protected_spend", figures.protectedSpend());
    line(text, "time_to_cause", figures.timeToCause());
    line(text, "time_to_decision", figures.timeToDecision());
    line(text, "backlog", figures.backlog());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-22s %s", name, value)).append(System.lineSeparator());
  }

  private static void line(StringBuilder text, String name, CountedFigure figure) {
    line(text, name, String.valueOf(figure.count()));
  }

  private static void line(StringBuilder text, String name, AmountFigure figure) {
    line(text, name, figure.amount().toPlainString() + " in " + figure.ids().size());
  }

  private static void line(StringBuilder text, String name, RateFigure figure) {
    line(text, name, figure.numeratorIds().size() + " of " + figure.denominatorIds().size());
  }

  private static void line(StringBuilder text, String name, DurationFigure figure) {
    line(text, name, "median " + said(figure.median()) + ", 95 % " + said(figure.percentile95()));
  }

  private static String said(Optional<?> value) {
    return value.map(Object::toString).orElse("-");
  }
}
