package org.minorityreport.testkit.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How well events gather the reports of one happening each. One thread at a time. */
public final class EventFigures {
  private final List<Double> indices = new ArrayList<>();
  private final List<Double> indicesOfAll = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  /** Nothing counted yet. */
  EventFigures() {}

  /** {@return what was wrong, in words} */
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  void add(String name, PlayedWorld played, Matching matching) {
    List<String> truths = new ArrayList<>();
    List<String> events = new ArrayList<>();
    List<String> allTruths = new ArrayList<>();
    List<String> allEvents = new ArrayList<>();
    var about = matching.reports();
    played
        .reports()
        .forEach(
            report -> {
              TrueDeviation truth = about.get(report);
              String event = report.reportGroupId().map(Object::toString).orElse("none");
              String happening =
                  truth == null ? "none " + report.reportId() : truth.happening().id();
              allTruths.add(happening);
              allEvents.add(event);
              if (truth != null && truth.isScored()) {
                truths.add(happening);
                events.add(event);
              }
            });
    indices.add(RandIndex.adjusted(truths, events));
    indicesOfAll.add(RandIndex.adjusted(allTruths, allEvents));
    describe(name, truths, events);
  }

  private void describe(String name, List<String> truths, List<String> events) {
    SortedMap<String, SortedSet<String>> eventsOf = new TreeMap<>();
    SortedMap<String, SortedSet<String>> happeningsOf = new TreeMap<>();
    for (int i = 0; i < truths.size(); i++) {
      eventsOf.computeIfAbsent(truths.get(i), k -> new TreeSet<>()).add(events.get(i));
      happeningsOf.computeIfAbsent(events.get(i), k -> new TreeSet<>()).add(truths.get(i));
    }
    eventsOf.forEach(
        (happening, parts) -> {
          if (parts.size() > 1) {
            wrong.add(name + ": " + happening + " became " + parts.size() + " events");
          }
        });
    happeningsOf.forEach(
        (event, parts) -> {
          if (parts.size() > 1) {
            wrong.add(name + ": " + String.join(" and ", parts) + " became one event");
          }
        });
  }

  /** {@return the mean adjusted Rand index over worlds, of reports of loud happenings} */
  public double index() {
    return mean(indices);
  }

  /** {@return the same of all reports, weak and false ones too} */
  public double indexOfAll() {
    return mean(indicesOfAll);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
