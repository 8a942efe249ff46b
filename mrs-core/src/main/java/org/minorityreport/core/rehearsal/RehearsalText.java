package org.minorityreport.core.rehearsal;

import static org.minorityreport.core.text.TextPage.cutTo;
import static org.minorityreport.core.text.TextPage.padded;
import static org.minorityreport.core.text.TextPage.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.rehearsal.LogComparison;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.api.rehearsal.Replay;
import org.minorityreport.api.rehearsal.ReportChange;
import org.minorityreport.api.rehearsal.RowDifference;
import org.minorityreport.api.rehearsal.RunComparison;
import org.minorityreport.api.rehearsal.RunFigures;
import org.minorityreport.api.rehearsal.SourceChange;
import org.minorityreport.core.text.TextPage;

/** Replays, rehearsals and comparisons of runs as people read them in a terminal. */
public final class RehearsalText {
  private static final int LOG = 46;
  private static final int COUNT = 10;
  private static final int NAME = 24;
  private static final int VALUE = 28;
  private static final int DIGEST = 16;

  private RehearsalText() {}

  /**
   * The text of a replay.
   *
   * @param replay a replay
   * @return its lines
   */
  public static String of(Replay replay) {
    TextPage page =
        new TextPage()
            .line(0, "replay of report " + replay.reportId() + ", run '" + replay.runId() + "'")
            .line(
                0,
                replay.ticks()
                    + " ticks run again, "
                    + replay.rows()
                    + " rows compared up to position "
                    + replay.position())
            .line(2, "outcome   " + word(replay.outcome()));
    replay.firstDifference().ifPresent(difference -> difference(page, difference));
    changes(page, replay.sourceChanges());
    configuration(page, replay.configLogged(), replay.configReplayed());
    return page.toString();
  }

  /**
   * The text of a rehearsal.
   *
   * @param rehearsal a rehearsal
   * @return its lines
   */
  public static String of(Rehearsal rehearsal) {
    TextPage page =
        new TextPage()
            .line(0, "rehearsal of run '" + rehearsal.runId() + "'")
            .line(
                0,
                rehearsal.ticks()
                    + " ticks run again, compared with the logs up to position "
                    + rehearsal.position())
            .line(2, padded("log", LOG) + columns("equal", "missing", "extra", "different"));
    for (LogComparison log : rehearsal.logs()) {
      page.line(
          2,
          padded(log.log(), LOG)
              + columns(log.equal(), log.missing(), log.extra(), log.different()));
    }
    rehearsal.logs().stream()
        .flatMap(log -> log.firstDifference().stream())
        .forEach(difference -> difference(page, difference));
    changes(page, rehearsal.sourceChanges());
    configuration(page, rehearsal.configLogged(), rehearsal.configReplayed());
    figures(page, "logged", rehearsal.logged(), "replayed", rehearsal.replayed());
    return page.toString();
  }

  /**
   * The text of a comparison.
   *
   * @param comparison a comparison
   * @return its lines
   */
  public static String of(RunComparison comparison) {
    TextPage page =
        new TextPage()
            .line(
                0,
                "run '"
                    + comparison.runA()
                    + "' at position "
                    + comparison.positionA()
                    + " and run '"
                    + comparison.runB()
                    + "' at position "
                    + comparison.positionB());
    only(page, comparison.runA().toString(), comparison.onlyInA());
    only(page, comparison.runB().toString(), comparison.onlyInB());
    page.line(2, "changed: " + comparison.changed().size());
    for (ReportChange report : comparison.changed()) {
      page.line(4, report.reportId().value());
      report
          .changes()
          .forEach(
              change ->
                  page.cut(
                      6,
                      padded(change.field(), NAME)
                          + " "
                          + padded(cutTo(value(change.before()), VALUE), VALUE)
                          + " -> "
                          + value(change.after())));
    }
    figures(
        page,
        comparison.runA().toString(),
        comparison.figuresA(),
        comparison.runB().toString(),
        comparison.figuresB());
    return page.toString();
  }

  private static void only(TextPage page, String run, List<ReportId> reports) {
    page.line(2, "only in '" + run + "': " + reports.size());
    reports.forEach(report -> page.line(4, report.value()));
  }

  private static void difference(TextPage page, RowDifference difference) {
    page.line(
        2,
        "differs   "
            + difference.log()
            + ", tick "
            + difference.tick()
            + difference.field().map(field -> ", " + field).orElse(", whole row"));
    page.line(4, "key      " + difference.key());
    page.cut(4, "logged   " + value(difference.logged()));
    page.cut(4, "replayed " + value(difference.replayed()));
  }

  private static void changes(TextPage page, List<SourceChange> changes) {
    for (SourceChange change : changes) {
      page.line(
          2,
          "source    "
              + change.source()
              + ", "
              + change.item()
              + change.day().map(day -> ", " + day).orElse("")
              + ": logged "
              + digest(change.logged())
              + ", present "
              + digest(change.present()));
    }
  }

  private static String digest(Optional<String> digest) {
    return digest.map(text -> text.contains(" ") ? text : cutTo(text, DIGEST)).orElse("-");
  }

  private static void configuration(TextPage page, String logged, String replayed) {
    page.line(
        2,
        "config    "
            + (logged.equals(replayed)
                ? logged
                : "logged " + logged + ", run again with " + replayed));
  }

  private static void figures(
      TextPage page, String nameA, RunFigures a, String nameB, RunFigures b) {
    page.line(
        2, padded("figures", NAME) + padded(cutTo(nameA, VALUE), VALUE) + cutTo(nameB, VALUE));
    figure(page, "reports", a.reports(), b.reports());
    figure(page, "open", a.open(), b.open());
    figure(page, "events", a.events(), b.events());
    figure(page, "with cluster", a.withCluster(), b.withCluster());
    figure(page, "with cause", a.withCause(), b.withCause());
    figure(page, "degraded", a.degraded(), b.degraded());
    figure(page, "units sold", a.attributedSalesTotal(), b.attributedSalesTotal());
    figure(page, "units expected", a.baselineSalesTotal(), b.baselineSalesTotal());
    figure(page, "impact", value(a.impactEstimate()), value(b.impactEstimate()));
  }

  private static void figure(TextPage page, String name, Object a, Object b) {
    page.line(4, padded(name, NAME - 2) + padded(a.toString(), VALUE) + b);
  }

  private static String columns(Object... cells) {
    StringBuilder line = new StringBuilder();
    for (Object cell : cells) {
      String text = cell.toString();
      line.append(" ".repeat(Math.max(1, COUNT - text.length()))).append(text);
    }
    return line.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
