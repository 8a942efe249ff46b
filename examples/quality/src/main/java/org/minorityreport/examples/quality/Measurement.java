package org.minorityreport.examples.quality;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.minorityreport.mock.world.RandomHappenings;
import org.minorityreport.mock.world.World;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;

/**
 * Plays worlds and adds up what came of them. One thread at a time.
 *
 * <p>Scripted worlds hold the shipped library, random ones drawn happenings; of the latter each is
 * played with the narrative look-up off and on.
 */
final class Measurement {
  private static final int SCRIPTED_DAYS = 8;
  private static final int RANDOM_DAYS = 15;
  private static final int RANDOM_HAPPENINGS = 16;

  final DetectionFigures scripted = new DetectionFigures();
  final DetectionFigures random = new DetectionFigures();
  final CauseFigures causes = new CauseFigures();
  final EventFigures events = new EventFigures();
  final CauseFigures causesLookedUp = new CauseFigures();
  final EventFigures eventsLookedUp = new EventFigures();
  final LibrarySizes librarySizes = new LibrarySizes();
  final LibrarySizes randomSizes = new LibrarySizes();
  private final int stores;
  private final int skus;
  private final int threads;
  private final PrintWriter progress;

  Measurement(int stores, int skus, int threads, PrintWriter progress) {
    this.stores = stores;
    this.skus = skus;
    this.threads = threads;
    this.progress = progress;
  }

  /** Plays the shipped library from a seed. */
  void scripted(long seed) {
    World world = World.builder().seed(seed).stores(stores).skus(skus).days(SCRIPTED_DAYS).build();
    PlayedWorld played = play("script " + seed, world, "off");
    scripted.add("script " + seed, played, new Matching(played));
    librarySizes.add(played.truth());
  }

  /** Plays random happenings from a seed. */
  void random(long seed, boolean alsoLookedUp) {
    NarrativeLibrary library = RandomHappenings.draw(seed, RANDOM_HAPPENINGS, RANDOM_DAYS - 1);
    World world =
        World.builder()
            .seed(seed)
            .stores(stores)
            .skus(skus)
            .days(RANDOM_DAYS)
            .narratives(library)
            .build();
    String name = "random " + seed;
    PlayedWorld played = play(name, world, "off");
    Matching matching = new Matching(played);
    random.add(name, played, matching);
    causes.add(name, matching, library);
    events.add(name, played, matching);
    randomSizes.add(played.truth());
    if (alsoLookedUp) {
      PlayedWorld lookedUp = play(name + ", looked up", world, library.json());
      Matching found = new Matching(lookedUp);
      causesLookedUp.add(name, found, library);
      eventsLookedUp.add(name, lookedUp, found);
    }
  }

  private PlayedWorld play(String name, World world, String narratives) {
    long start = System.nanoTime();
    PlayedWorld played = PlayedWorld.play(world, narratives, threads);
    double seconds = (System.nanoTime() - start) / 1e9;
    progress.println(
        String.format(
            Locale.ROOT, "%s: %d reports, %.0f s", name, played.reports().size(), seconds));
    progress.flush();
    return played;
  }

  /** {@return the goals of detection, causes and events with what was measured} */
  List<Goal> goals() {
    return List.of(
        Goal.atLeast("precision", 0.95, scripted.precision.share()),
        Goal.atLeast("recall", 0.95, scripted.recall.share()),
        Goal.atLeast("onset exact", 0.75, scripted.exact.share()),
        Goal.atLeast("onset within one step", 0.92, scripted.withinOne.share()),
        Goal.atMost("false reports per 1,000 quiet store-days", 1, scripted.falsePerThousand()),
        Goal.atLeast("precision, random happenings", 0.95, random.precision.share()),
        Goal.atLeast("recall, random happenings", 0.95, random.recall.share()),
        Goal.atLeast("onset exact, random happenings", 0.75, random.exact.share()),
        Goal.atLeast("onset within one step, random happenings", 0.92, random.withinOne.share()),
        Goal.atMost(
            "false reports per 1,000 quiet store-days, random happenings",
            1,
            random.falsePerThousand()),
        Goal.atLeast("first cause right where a row explains it", 0.8, causes.first.share()),
        Goal.atLeast(
            "right cause in the first three where a row explains it", 0.95, causes.inThree.share()),
        Goal.atLeast("unknown where no row explains it", 0.9, causes.unknown.share()),
        Goal.atLeast("adjusted Rand index of events", 0.95, events.index()),
        Goal.atLeast(
            "share of the library's happenings between 3 and 6 times the noise",
            0.5,
            librarySizes.modest.share()));
  }
}
