package org.minorityreport.examples.benefit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.feed.ProtectionFeed;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.mock.world.World;

/** Plays one world at one size, lets analysts decide, and fits the mix model on what is left. */
final class Trial {
  private static final Duration EVERY = Duration.ofHours(6);

  private final DrawnWorld drawn;
  private final long seed;
  private final int threads;

  Trial(DrawnWorld drawn, long seed, int threads) {
    this.drawn = drawn;
    this.seed = seed;
    this.threads = threads;
  }

  Outcome at(double size) {
    World world = drawn.at(size);
    StepTable table = new StepTable(world);
    MixModel model = new MixModel(table, drawn.campaigns(), drawn.days());
    TrueEffects effects = new TrueEffects(table, world);
    double[][] raw = table.sales(world);
    boolean[][] nothing = new boolean[raw.length][table.count()];
    Outcome outcome = new Outcome();
    outcome.errors.put(Fit.RAW, model.error(raw, nothing));
    outcome.errors.put(Fit.AFFECTED, model.error(raw, effects.touched()));
    outcome.errors.put(Fit.TRUTH, model.error(table.sales(drawn.at(0)), nothing));
    try (LogStore logs = LogStores.inMemory();
        Mrs mrs = mrs(world, logs)) {
      mrs.ticks(world.ticks(EVERY));
      Analyst analyst = new Analyst(logs, mrs.run(), effects, seed);
      double hidden = 0;
      for (ReportDetected report : analyst.reports()) {
        outcome.reports.merge(analyst.truth(report), 1.0, Double::sum);
        Instant end = report.windowEnd().orElse(report.writtenAt());
        hidden +=
            analyst.truth(report) == Analyst.Truth.PAID
                ? effects.anomalies(report.storeId(), report.windowStart(), end)
                : 0;
      }
      outcome.hidden = hidden / effects.allAnomalies();
      Instant end = world.lastTick();
      analyst.decide(1, Analyst.later(end, 1));
      Left best = left(mrs.feed(), table, raw);
      outcome.errors.put(Fit.FEED_100, model.error(raw, best.out));
      outcome.errors.put(Fit.REPLACED, model.error(best.kept, nothing));
      outcome.errors.put(Fit.RANDOM, model.error(raw, random(best.out)));
      measure(outcome, best.out, effects);
      analyst.decide(0.9, Analyst.later(end, 2));
      outcome.errors.put(Fit.FEED_90, model.error(raw, left(mrs.feed(), table, raw).out));
      analyst.decide(0.7, Analyst.later(end, 3));
      outcome.errors.put(Fit.FEED_70, model.error(raw, left(mrs.feed(), table, raw).out));
    }
    return outcome;
  }

  private Mrs mrs(World world, LogStore logs) {
    ModelConfig attribution =
        ModelConfig.builder().seed(0).putParameters("narratives", "off").build();
    return Mrs.builder()
        .logs(logs)
        .inputs(world.inputs())
        .startedBy("benefit")
        .threads(threads)
        .model(ModelRole.ATTRIBUTION, "mock", attribution)
        .build();
  }

  /** What the feed leaves out, and what it keeps. */
  private static final class Left {
    final boolean[][] out;
    final double[][] kept;

    Left(boolean[][] out, double[][] kept) {
      this.out = out;
      this.kept = kept;
    }
  }

  private static Left left(ProtectionFeed feed, StepTable table, double[][] raw) {
    boolean[][] out = new boolean[raw.length][table.count()];
    double[][] kept = new double[raw.length][];
    for (int s = 0; s < raw.length; s++) {
      kept[s] = raw[s].clone();
    }
    feed.sales(
        step -> {
          int column = table.column(step.timestamp());
          if (column >= 0 && column < table.count()) {
            int row = table.row(step.storeId());
            out[row][column] = step.weight() == 0;
            step.keptUnits().ifPresent(units -> kept[row][column] = units.doubleValue());
          }
        });
    return new Left(out, kept);
  }

  /** As many steps, drawn evenly from all. */
  private boolean[][] random(boolean[][] leftOut) {
    int columns = leftOut[0].length;
    long wanted = Arrays.stream(leftOut).mapToLong(Trial::count).sum();
    boolean[][] drawnOut = new boolean[leftOut.length][columns];
    SplittableRandom random = new SplittableRandom(~seed);
    while (wanted > 0) {
      int row = random.nextInt(leftOut.length);
      int column = random.nextInt(columns);
      if (!drawnOut[row][column]) {
        drawnOut[row][column] = true;
        wanted--;
      }
    }
    return drawnOut;
  }

  private static long count(boolean[] row) {
    long count = 0;
    for (boolean one : row) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static void measure(Outcome outcome, boolean[][] leftOut, TrueEffects effects) {
    double moved = 0;
    double seen = 0;
    long out = 0;
    long needless = 0;
    long all = 0;
    for (int s = 0; s < leftOut.length; s++) {
      for (int i = 0; i < leftOut[s].length; i++) {
        double effect = effects.anomalyAt(s, i);
        all++;
        moved += effect;
        if (leftOut[s][i]) {
          seen += effect;
          out++;
          needless += effect == 0 ? 1 : 0;
        }
      }
    }
    outcome.seen = moved == 0 ? 0 : seen / moved;
    outcome.leftOut = (double) out / all;
    outcome.needless = out == 0 ? 0 : (double) needless / out;
  }
}
