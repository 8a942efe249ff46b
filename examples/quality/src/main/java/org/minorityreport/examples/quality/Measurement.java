package org.minorityreport.examples.quality;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.mock.world.RandomHappenings;
import org.minorityreport.mock.world.World;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.testkit.quality.CauseFigures;
import org.minorityreport.testkit.quality.DetectionFigures;
import org.minorityreport.testkit.quality.EventFigures;
import org.minorityreport.testkit.quality.PlayedWorld;
import org.minorityreport.testkit.quality.WorldFigures;

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

  final WorldFigures scriptedWorlds = new WorldFigures();
  final WorldFigures randomWorlds = new WorldFigures();
  final WorldFigures lookedUp = new WorldFigures();
  final DetectionFigures scripted = scriptedWorlds.detection();
  final DetectionFigures random = randomWorlds.detection();
  final CauseFigures causes = randomWorlds.causes();
  final EventFigures events = randomWorlds.events();
  final CauseFigures causesLookedUp = lookedUp.causes();
  final EventFigures eventsLookedUp = lookedUp.events();
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
    PlayedWorld played = play("script " + seed, world, NarrativeLibrary.shipped(), "off");
    scriptedWorlds.add("script " + seed, played);
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
    PlayedWorld played = play(name, world, library, "off");
    randomWorlds.add(name, played);
    randomSizes.add(played.truth());
    if (alsoLookedUp) {
      lookedUp.add(name, play(name + ", looked up", world, library, library.json()));
    }
  }

  private PlayedWorld play(String name, World world, NarrativeLibrary library, String narratives) {
    long start = System.nanoTime();
    ModelConfig attribution =
        ModelConfig.builder().seed(0).putParameters("narratives", narratives).build();
    PlayedWorld played =
        PlayedWorld.play(
            world,
            library,
            builder -> builder.model(ModelRole.ATTRIBUTION, "mock", attribution).threads(threads));
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
        Goal.atLeast("precision", 0.95, scripted.precision().share()),
        Goal.atLeast("recall", 0.95, scripted.recall().share()),
        Goal.atLeast("onset exact", 0.75, scripted.exact().share()),
        Goal.atLeast("onset within one step", 0.92, scripted.withinOne().share()),
        Goal.atMost("false reports per 1,000 quiet store-days", 1, scripted.falsePerThousand()),
        Goal.atLeast("precision, random happenings", 0.95, random.precision().share()),
        Goal.atLeast("recall, random happenings", 0.95, random.recall().share()),
        Goal.atLeast("onset exact, random happenings", 0.75, random.exact().share()),
        Goal.atLeast("onset within one step, random happenings", 0.92, random.withinOne().share()),
        Goal.atMost(
            "false reports per 1,000 quiet store-days, random happenings",
            1,
            random.falsePerThousand()),
        Goal.atLeast("first cause right where a row explains it", 0.8, causes.first().share()),
        Goal.atLeast(
            "right cause in the first three where a row explains it",
            0.95,
            causes.inThree().share()),
        Goal.atLeast("unknown where no row explains it", 0.9, causes.unknown().share()),
        Goal.atLeast("adjusted Rand index of events", 0.95, events.index()),
        Goal.atLeast(
            "share of the library's happenings between 3 and 6 times the noise",
            0.5,
            librarySizes.share()));
  }
}
