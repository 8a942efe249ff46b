package org.minorityreport.examples.benefit;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.mock.world.World;
import org.minorityreport.mock.world.narrative.ContextTrace;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.mock.world.narrative.Places;
import org.minorityreport.mock.world.narrative.ShapeFamily;
import org.minorityreport.mock.world.narrative.TraceKind;

/**
 * Campaigns and anomalies drawn from a seed as the set-up says. Immutable; the same at every size
 * of the anomalies, apart from that.
 */
final class DrawnWorld {
  static final ZoneId ZONE = ZoneId.of("Europe/London");
  static final Duration STEP = Duration.ofHours(1);

  private static final int CAMPAIGNS = 12;
  private static final double BELOW_DETECTION = 0.07;
  private static final int TRIES = 1000;
  private static final Set<String> PAID = Set.of("paid_media", "trade_promotion");

  private final long seed;
  private final int stores;
  private final int days;
  private final List<Store> places;
  private final List<Campaign> campaigns = new ArrayList<>();
  private final List<Narrative> anomalies = new ArrayList<>();

  DrawnWorld(long seed, int stores, int days) {
    this.seed = seed;
    this.stores = stores;
    this.days = days;
    this.places = world(List.of()).stores();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < CAMPAIGNS; i++) {
      campaigns.add(campaign(random, i));
    }
    for (int i = 0; i < days; i++) {
      anomalies.add(anomaly(random, i));
    }
  }

  List<Campaign> campaigns() {
    return campaigns;
  }

  int days() {
    return days;
  }

  /** The world with the anomalies at a size; 0 leaves them out. */
  World at(double size) {
    List<Narrative> all = new ArrayList<>(campaigns.stream().map(Campaign::narrative).toList());
    if (size > 0) {
      anomalies.forEach(anomaly -> all.add(sized(anomaly, size)));
    }
    return world(all);
  }

  private World world(List<Narrative> narratives) {
    return World.builder()
        .seed(seed)
        .stores(stores)
        .skus(1)
        .days(days)
        .cadence(Cadence.of(STEP))
        .narratives(NarrativeLibrary.of("benefit", ZONE, narratives))
        .build();
  }

  /** A drop cannot go below nothing; a closure that is weakened is a plateau. */
  private static Narrative sized(Narrative anomaly, double size) {
    double factor = Math.max(0, 1 + (anomaly.size() - 1) * size);
    boolean opened = anomaly.shape() == ShapeFamily.CLOSURE && factor > 0.1;
    return Narrative.builder()
        .from(anomaly)
        .size(Math.min(10, factor))
        .shape(opened ? ShapeFamily.PLATEAU : anomaly.shape())
        .build();
  }

  private Campaign campaign(SplittableRandom random, int number) {
    List<String> regions = new ArrayList<>(regions());
    int length = 7 * (1 + random.nextInt(3));
    SortedSet<String> chosen = new TreeSet<>();
    for (int left = Math.max(1, regions.size() / 2); left > 0; left--) {
      chosen.add(regions.remove(random.nextInt(regions.size())));
    }
    Narrative narrative =
        Narrative.builder()
            .id(String.format(Locale.ROOT, "CAMPAIGN-%02d", number + 1))
            .title("Campaign " + (number + 1))
            .category("paid_media")
            .startDay(random.nextInt(days - length + 1))
            .startTime(LocalTime.MIDNIGHT)
            .duration(Duration.ofDays(length))
            .shape(ShapeFamily.PLATEAU)
            .size(1.05 + 0.15 * random.nextDouble())
            .places(Places.builder().addAllRegions(chosen).build())
            .addLeaves(
                ContextTrace.builder()
                    .kind(TraceKind.CAMPAIGN)
                    .category("paid_media")
                    .name("Campaign " + (number + 1))
                    .channel("online")
                    .build())
            .build();
    return new Campaign(narrative, chosen, length);
  }

  /** Every second one overlaps a campaign, the others none; three of ten are too small to see. */
  private Narrative anomaly(SplittableRandom random, int number) {
    List<Narrative> templates =
        NarrativeLibrary.shipped().narratives().stream()
            .filter(n -> !PAID.contains(n.category()))
            .filter(n -> Math.abs(n.size() - 1) > BELOW_DETECTION + 1e-9)
            .toList();
    boolean overlaps = number % 2 == 0;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Narrative template = templates.get(random.nextInt(templates.size()));
      Narrative drawn = anomaly(random, number, template);
      if (campaigns.stream().anyMatch(c -> overlap(c, drawn)) == overlaps) {
        return drawn;
      }
    }
    throw new IllegalStateException("no room for anomaly " + number + " of seed " + seed);
  }

  private Narrative anomaly(SplittableRandom random, int number, Narrative template) {
    double size =
        number % 10 < 3 ? 1 + BELOW_DETECTION * Math.signum(template.size() - 1) : template.size();
    boolean opened = template.shape() == ShapeFamily.CLOSURE && size > 0.1;
    Places of = template.places();
    Places there =
        Places.builder()
            .addAllRetailers(of.retailers())
            .addAllRegions(some(random, regions(), of.regions().size()))
            .addAllCities(some(random, cities(), of.cities().size()))
            .share(of.share())
            .build();
    return Narrative.builder()
        .from(template)
        .id(String.format(Locale.ROOT, "ANOMALY-%03d", number + 1))
        .startDay(random.nextInt(days))
        .size(size)
        .shape(opened ? ShapeFamily.PLATEAU : template.shape())
        .places(there)
        .build();
  }

  private static List<String> some(SplittableRandom random, SortedSet<String> names, int count) {
    List<String> left = new ArrayList<>(names);
    List<String> some = new ArrayList<>();
    for (int i = 0; i < count && !left.isEmpty(); i++) {
      some.add(left.remove(random.nextInt(left.size())));
    }
    return some;
  }

  private boolean overlap(Campaign campaign, Narrative anomaly) {
    long from = anomaly.startDay() * 24L * 60 + anomaly.startTime().toSecondOfDay() / 60;
    long to = from + anomaly.duration().toMinutes();
    long begin = campaign.narrative().startDay() * 24L * 60;
    long end = begin + campaign.days() * 24L * 60;
    return from < end
        && begin < to
        && places.stream()
            .anyMatch(s -> campaign.narrative().places().covers(s) && anomaly.places().covers(s));
  }

  private SortedSet<String> regions() {
    return named(places.stream().flatMap(s -> s.region().stream()));
  }

  private SortedSet<String> cities() {
    return named(places.stream().flatMap(s -> s.city().stream()));
  }

  private static SortedSet<String> named(Stream<String> names) {
    return new TreeSet<>(names.toList());
  }
}
