package org.minorityreport.core.health;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.health.LogHealth;
import org.minorityreport.api.health.ObjectiveHealth;
import org.minorityreport.api.health.Rate;
import org.minorityreport.api.health.ReviewHealth;
import org.minorityreport.api.value.Num;
import org.minorityreport.core.text.TextPage;

/** Writes health for people. */
public final class HealthText {
  private static final int NAME = 22;

  private HealthText() {}

  /**
   * Health as lines of text.
   *
   * @param health any
   * @return the text, each line ended by a line break
   */
  public static String of(Health health) {
    TextPage page = new TextPage();
    page.line(
        0,
        "Health of run "
            + health.runId()
            + " at position "
            + health.position()
            + health.tick().map(tick -> ", tick " + tick).orElse(", no tick yet")
            + ": "
            + (health.isGood() ? "good" : "not good"));
    health.troubles().forEach(trouble -> page.line(2, "! " + trouble));
    page.line(0, "Reports");
    row(page, "open", String.valueOf(health.openReports()));
    row(page, "with cluster", rate(health.withCluster()));
    row(page, "with cause", rate(health.withCause()));
    row(page, "degraded", rate(health.degraded()));
    row(page, "by status", health.reportsByStatus().toString());
    row(page, "errors", rate(health.errors()));
    row(page, "silent stores", health.silentStores().toString());
    review(page, health.review());
    page.line(0, "Goals");
    health.objectives().forEach(goal -> row(page, goal.objective().wireName(), goal(goal)));
    page.line(0, "Logs");
    health.logs().forEach(log -> page.line(2, log(log)));
    return page.toString();
  }

  private static void review(TextPage page, ReviewHealth review) {
    page.line(0, "Review");
    row(
        page,
        "backlog",
        review.backlog()
            + " waiting, oldest "
            + age(review.oldest())
            + ", median "
            + age(review.medianAge()));
    row(page, "decisions", String.valueOf(review.decisions()));
    row(page, "confirmed", rate(review.confirmed()));
    row(page, "dismissed as noise", rate(review.dismissed()));
    row(page, "automatic approvals", rate(review.automatic()));
    if (!review.reasonsByCategory().isEmpty()) {
      row(page, "rejected, by category", review.reasonsByCategory().toString());
    }
    List<String> agreement = new ArrayList<>();
    review.agreementByCategory().forEach((c, rate) -> agreement.add(c + " " + rate(rate)));
    if (!agreement.isEmpty()) {
      row(page, "agreement", String.join("; ", agreement));
    }
  }

  private static void row(TextPage page, String name, String value) {
    page.line(2, TextPage.padded(name, NAME) + value);
  }

  private static String goal(ObjectiveHealth goal) {
    String text =
        rate(goal.good())
            + ", goal "
            + percent(goal.goal())
            + number(", burn rate ", goal.burnRate())
            + number(", lately ", goal.burnRateLately());
    return text
        + goal.note().map(note -> ": " + note).orElse("")
        + (goal.isMissed() ? " (missed)" : "");
  }

  private static String log(LogHealth log) {
    return TextPage.padded(log.log(), 52)
        + log.rows()
        + " rows"
        + (log.ticksBehind().isPresent()
            ? ", " + log.ticksBehind().getAsInt() + " ticks behind"
            : "")
        + log.lastCommit().map(at -> ", last " + at).orElse("");
  }

  /**
   * A rate for people.
   *
   * @param rate any
   * @return such as {@code 3 of 4 (75 %)}
   */
  static String rate(Rate rate) {
    OptionalDouble share = rate.share();
    return share.isEmpty()
        ? "none to judge"
        : rate.numerator()
            + " of "
            + rate.denominator()
            + " ("
            + percent(share.getAsDouble())
            + ")";
  }

  private static String percent(double share) {
    return Num.decimal(share)
            .movePointRight(2)
            .setScale(1, RoundingMode.HALF_EVEN)
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private static String number(String before, OptionalDouble value) {
    return value.isEmpty()
        ? ""
        : before
            + Num.decimal(value.getAsDouble()).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String age(Optional<Duration> age) {
    return age.map(
            a -> a.toDays() > 0 ? a.toDays() + " d " + a.toHoursPart() + " h" : a.toHours() + " h")
        .orElse("-");
  }
}
