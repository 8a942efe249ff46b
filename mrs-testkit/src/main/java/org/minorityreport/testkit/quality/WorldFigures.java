package org.minorityreport.testkit.quality;

/**
 * How well models do on worlds whose truth is known, added up over worlds. One thread at a time.
 *
 * <p>What is counted is told in {@code docs/quality.md}.
 */
public final class WorldFigures {
  private final DetectionFigures detection = new DetectionFigures();
  private final CauseFigures causes = new CauseFigures();
  private final EventFigures events = new EventFigures();
  private final Tally clustered = new Tally();

  /** Nothing counted yet. */
  public WorldFigures() {}

  /**
   * Adds what was found in a world.
   *
   * @param name of the world, for the words about what is wrong
   * @param played the world
   */
  public void add(String name, PlayedWorld played) {
    Matching matching = new Matching(played);
    detection.add(name, played, matching);
    causes.add(name, matching, played.library());
    events.add(name, played, matching);
    matching
        .reports()
        .forEach(
            (report, deviation) -> {
              if (deviation.isScored()) {
                clustered.count(report.clusterId().isPresent());
              }
            });
  }

  /** {@return what was found and what was not} */
  public DetectionFigures detection() {
    return detection;
  }

  /** {@return reports of loud happenings that were matched with a cluster} */
  public Tally clustered() {
    return clustered;
  }

  /** {@return how often the cause proposed is the true one} */
  public CauseFigures causes() {
    return causes;
  }

  /** {@return how well events gather the reports of one happening each} */
  public EventFigures events() {
    return events;
  }
}
