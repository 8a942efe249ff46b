package org.minorityreport.examples.benchmarks.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minorityreport.core.json.CanonicalJson;

/** All that a benchmark found, in the order in which it was found; one thread at a time. */
public final class Report {
  private record Line(String what, String unit, Spread spread, int rounds) {}

  private final List<String> facts = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Goal> goals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** An empty report. */
  public Report() {}

  /**
   * Adds something to know before the figures.
   *
   * @param text one line
   */
  public void fact(String text) {
    facts.add(text);
  }

  /**
   * Adds something to know about the figures.
   *
   * @param text one line
   */
  public void note(String text) {
    notes.add(text);
  }

  /**
   * Adds a figure.
   *
   * @param what what was measured
   * @param unit its unit
   * @param rounds one figure per round, at least one
   */
  public void figure(String what, String unit, List<Double> rounds) {
    lines.add(new Line(what, unit, Spread.of(rounds), rounds.size()));
  }

  /**
   * Adds a goal.
   *
   * @param goal the goal
   */
  public void goal(Goal goal) {
    goals.add(goal);
  }

  /** {@return whether all goals are met; wishes do not count} */
  public boolean isGoalsMet() {
    return goals.stream().allMatch(goal -> goal.isStretch() || goal.isMet());
  }

  /** {@return the report for people} */
  public String text() {
    StringBuilder text = new StringBuilder();
    facts.forEach(fact -> text.append(fact).append('\n'));
    MarkdownTable figures = new MarkdownTable("measured", "unit", "median", "min", "max", "rounds");
    for (Line line : lines) {
      figures.add(
          line.what,
          line.unit,
          Numbers.text(line.spread.median()),
          Numbers.text(line.spread.min()),
          Numbers.text(line.spread.max()),
          Integer.toString(line.rounds));
    }
    if (!figures.isEmpty()) {
      text.append('\n').append(figures);
    }
    MarkdownTable wanted = new MarkdownTable("goal", "wanted", "median", "min", "max", "verdict");
    for (Goal goal : goals) {
      wanted.add(
          goal.what(),
          (goal.isAtLeast() ? ">= " : "<= ") + Numbers.text(goal.bound()) + unit(goal),
          Numbers.text(goal.figure().median()),
          Numbers.text(goal.figure().min()),
          Numbers.text(goal.figure().max()),
          goal.verdict());
    }
    if (!wanted.isEmpty()) {
      text.append('\n').append(wanted);
    }
    if (!notes.isEmpty()) {
      text.append('\n');
    }
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  private static String unit(Goal goal) {
    return goal.unit().isEmpty() ? "" : " " + goal.unit();
  }

  /** {@return the report for programs: one JSON object} */
  public String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("facts", facts);
    all.put("notes", notes);
    all.put("figures", lines.stream().map(Report::json).toList());
    all.put("goals", goals.stream().map(Report::json).toList());
    return CanonicalJson.text(all);
  }

  private static Map<String, Object> json(Line line) {
    Map<String, Object> json = json(line.spread);
    json.put("measured", line.what);
    json.put("unit", line.unit);
    json.put("rounds", line.rounds);
    return json;
  }

  private static Map<String, Object> json(Goal goal) {
    Map<String, Object> json = json(goal.figure());
    json.put("goal", goal.what());
    json.put(goal.isAtLeast() ? "at_least" : "at_most", goal.bound());
    json.put("unit", goal.unit());
    json.put("verdict", goal.verdict());
    return json;
  }

  private static Map<String, Object> json(Spread spread) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("median", spread.median());
    json.put("min", spread.min());
    json.put("max", spread.max());
    return json;
  }
}
