package org.minorityreport.examples.benefit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Writes set-up and results as a page for people. */
final class BenefitPage {
  private final StringBuilder text = new StringBuilder();
  private final Study study;

  private BenefitPage(Study study) {
    this.study = study;
  }

  static String of(Study study, String played, String picture) {
    BenefitPage page = new BenefitPage(study);
    page.text.append(resource("setup.md"));
    page.line("");
    page.line("## Results");
    page.line("");
    page.line(
        "Made by `java -jar examples/benefit/target/benefit.jar --seeds N --out docs/benefit.md`: "
            + played
            + ".");
    page.line("");
    page.errors();
    page.line("![Errors by size of the anomalies](" + picture + ")");
    page.line("");
    page.goals();
    page.limits();
    page.text.append(resource("limits.md"));
    return page.text.toString();
  }

  static String resource(String name) {
    try (InputStream in = BenefitPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private void errors() {
    line("Mean absolute error of the uplift of a campaign in percentage points, with its standard");
    line("error over worlds:");
    line("");
    StringBuilder head = new StringBuilder("| fitted on |");
    StringBuilder rule = new StringBuilder("| --- |");
    for (double size : study.sizes()) {
      head.append(" size ").append(number(size, 1)).append(" |");
      rule.append(" --- |");
    }
    line(head.toString());
    line(rule.toString());
    for (Fit fit : Fit.values()) {
      StringBuilder row = new StringBuilder("| " + fit.title() + " |");
      for (double size : study.sizes()) {
        row.append(' ')
            .append(number(100 * study.mean(size).error(fit), 3))
            .append(" ± ")
            .append(number(100 * study.uncertainty(size, fit), 3))
            .append(" |");
      }
      line(row.toString());
    }
    line("");
  }

  private void goals() {
    double size = study.sizes().contains(1.0) ? 1.0 : study.sizes().get(0);
    Outcome at = study.mean(size);
    line("| goal, at size " + number(size, 1) + " | wanted | reached | |");
    line("| --- | --- | --- | --- |");
    double five = at.error(Fit.RAW) / at.error(Fit.FEED_100);
    double near = at.error(Fit.FEED_100) / at.error(Fit.TRUTH);
    double three = at.error(Fit.RAW) / at.error(Fit.FEED_90);
    goal("raw over feed, analyst 100 %", "at least 5", five, five >= 5);
    goal("feed, analyst 100 %, over truth", "at most 1.3", near, near <= 1.3);
    goal("raw over feed, analyst 90 %", "at least 3", three, three >= 3);
    line("");
  }

  private void goal(String name, String wanted, double reached, boolean met) {
    line(
        "| "
            + String.join(" | ", name, wanted, number(reached, 2), met ? "met" : "**missed**")
            + " |");
  }

  private void limits() {
    line("## What limits it");
    line("");
    StringBuilder head = new StringBuilder("| analyst 100 % |");
    StringBuilder rule = new StringBuilder("| --- |");
    study.sizes().forEach(size -> head.append(" size ").append(number(size, 1)).append(" |"));
    study.sizes().forEach(size -> rule.append(" --- |"));
    line(head.toString());
    line(rule.toString());
    for (Analyst.Truth truth : Analyst.Truth.values()) {
      row("reports a world: " + name(truth), truth);
    }
    shares("units moved by anomalies that lie in steps left out", 0);
    shares("units moved by anomalies in reports that are mostly of campaigns, which are kept", 3);
    shares("steps that are left out", 1);
    shares("steps left out that no anomaly touched", 2);
    StringBuilder best =
        new StringBuilder("| error with all affected steps left out, over truth |");
    for (double size : study.sizes()) {
      Outcome mean = study.mean(size);
      best.append(' ')
          .append(number(mean.error(Fit.AFFECTED) / mean.error(Fit.TRUTH), 2))
          .append(" |");
    }
    line(best.toString());
    StringBuilder ceiling = new StringBuilder("| raw over truth: the most that can be gained |");
    for (double size : study.sizes()) {
      Outcome mean = study.mean(size);
      ceiling
          .append(' ')
          .append(number(mean.error(Fit.RAW) / mean.error(Fit.TRUTH), 2))
          .append(" |");
    }
    line(ceiling.toString());
    line("");
  }

  private static String name(Analyst.Truth truth) {
    return switch (truth) {
      case UNPAID -> "mostly of anomalies";
      case PAID -> "mostly of campaigns";
      case NOTHING -> "of neither";
    };
  }

  private void row(String name, Analyst.Truth truth) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (double size : study.sizes()) {
      double count = study.mean(size).reports.getOrDefault(truth, 0.0);
      row.append(' ').append(number(count, 0)).append(" |");
    }
    line(row.toString());
  }

  private void shares(String name, int which) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (double size : study.sizes()) {
      Outcome mean = study.mean(size);
      double share =
          switch (which) {
            case 0 -> mean.seen;
            case 1 -> mean.leftOut;
            case 2 -> mean.needless;
            default -> mean.hidden;
          };
      row.append(' ').append(number(100 * share, 1)).append(" % |");
    }
    line(row.toString());
  }

  private static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "-";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
