package org.minorityreport.testkit.quality;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.core.Mrs;
import org.minorityreport.mock.MockModels;
import org.minorityreport.mock.world.RandomHappenings;
import org.minorityreport.mock.world.World;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.testkit.discovery.OfferedProviders;

/**
 * The figures of a model of one role beside those of the mock, the other roles being served by
 * mocks, on a world small enough for every build: a page of text.
 *
 * <p>A small world tells a good model from a bad one, not a good one from a better one: see {@code
 * docs/quality.md} for how to measure on large ones.
 */
public final class QualityReport {
  private static final long SEED = 4;
  private static final int DAYS = 8;
  private static final int HAPPENINGS = 11;
  private static final int STORES = 24;
  private static final String MOCK = new MockModels().id();

  /** The mocks do the same each time. */
  private static final Map<String, WorldFigures> OF_MOCKS = new ConcurrentHashMap<>();

  private final StringBuilder text = new StringBuilder();
  private final WorldFigures model;
  private final WorldFigures mock;

  private QualityReport(WorldFigures model, WorldFigures mock) {
    this.model = model;
    this.mock = mock;
  }

  /**
   * Plays the world twice, with the model and with the mock in its place.
   *
   * @param provider makes the model; public, with a public constructor without parameters
   * @param role the role that the model serves
   * @param config what the model is created from
   * @return the page, lines of a table
   */
  public static String of(ModelProvider provider, ModelRole role, ModelConfig config) {
    WorldFigures mocks =
        OF_MOCKS.computeIfAbsent(MOCK, k -> figures(new MockModels(), role, plain(role)));
    String name = provider.create(role, config).info().id();
    return new QualityReport(figures(provider, role, config), mocks).page(name, role);
  }

  /** Of a mock, without its look-up. */
  private static ModelConfig plain(ModelRole role) {
    ModelConfig.Builder config = ModelConfig.builder().seed(0);
    return role == ModelRole.ATTRIBUTION
        ? config.putParameters("narratives", "off").build()
        : config.build();
  }

  private static WorldFigures figures(ModelProvider provider, ModelRole role, ModelConfig config) {
    NarrativeLibrary library = RandomHappenings.draw(SEED, HAPPENINGS, DAYS - 1);
    World world =
        World.builder().seed(SEED).stores(STORES).skus(1).days(DAYS).narratives(library).build();
    WorldFigures figures = new WorldFigures();
    figures.add(
        "world",
        PlayedWorld.play(world, library, builder -> models(builder, provider, role, config)));
    return figures;
  }

  private static Mrs.Builder models(
      Mrs.Builder builder, ModelProvider provider, ModelRole role, ModelConfig config) {
    builder.classLoader(OfferedProviders.of(provider, new MockModels()));
    for (ModelRole each : ModelRole.values()) {
      boolean own = each == role;
      builder.model(each, own ? provider.id() : MOCK, own ? config : plain(each));
    }
    return builder.threads(2);
  }

  private String page(String name, ModelRole role) {
    text.append(
        String.format(
            Locale.ROOT,
            "Quality of %s as %s, on a simulated world of %d stores and %d days; the other roles are"
                + " mocks.%n",
            name,
            role.wireName(),
            STORES,
            DAYS));
    row("", name, "the mock", "");
    DetectionFigures ours = model.detection();
    DetectionFigures theirs = mock.detection();
    share("recall: loud series found", ours.recall(), theirs.recall());
    share("precision: windows of a happening", ours.precision(), theirs.precision());
    share("onset exact", ours.exact(), theirs.exact());
    share("onset within one step", ours.withinOne(), theirs.withinOne());
    least("onset error, mean, steps", ours.meanOnsetError(), theirs.meanOnsetError());
    least("onset to alarm, mean, steps", ours.meanDelay(), theirs.meanDelay());
    fewest("false reports", ours.falseReports().size(), theirs.falseReports().size());
    share("loud reports with a cluster", model.clustered(), mock.clustered());
    CauseFigures causes = model.causes();
    share("right cause first, where known", causes.first(), mock.causes().first());
    share("right cause in three, where known", causes.inThree(), mock.causes().inThree());
    share("left unknown, where not known", causes.unknown(), mock.causes().unknown());
    most("cohorts: adjusted Rand index", model.events().index(), mock.events().index());
    return text.toString();
  }

  private void share(String measure, Tally ours, Tally theirs) {
    row(measure, count(ours), count(theirs), verdict(ours.share() - theirs.share()));
  }

  private void most(String measure, double ours, double theirs) {
    row(measure, number(ours), number(theirs), verdict(ours - theirs));
  }

  private void least(String measure, double ours, double theirs) {
    row(measure, number(ours), number(theirs), verdict(theirs - ours));
  }

  private void fewest(String measure, int ours, int theirs) {
    row(measure, Integer.toString(ours), Integer.toString(theirs), verdict(theirs - ours));
  }

  private static String verdict(double better) {
    return better > 0 ? "better" : better < 0 ? "worse" : better == 0 ? "same" : "-";
  }

  private static String count(Tally tally) {
    return tally.all() == 0 ? "-" : tally.part() + " of " + tally.all();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
  }

  private void row(String measure, String ours, String theirs, String verdict) {
    text.append(
        String.format(
            Locale.ROOT, "| %-34s | %-24s | %-12s | %-6s |%n", measure, ours, theirs, verdict));
  }
}
