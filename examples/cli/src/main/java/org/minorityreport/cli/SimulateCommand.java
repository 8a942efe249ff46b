package org.minorityreport.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.mock.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a simulated world as CSV, with its truth. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a simulated world: sales.csv, stores.csv, campaigns.csv, context.csv, truth.json.",
      "A warm-up of 28 days always comes before the days asked for."
    },
    footer = {
      "",
      "Example: mrs simulate --out world --seed 1 --stores 20 --skus 2 --days 8 --cadence PT15M"
    })
final class SimulateCommand implements Callable<Integer> {
  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  private Path out = Path.of("");

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all chance.")
  private long seed;

  @Option(names = "--stores", paramLabel = "N", defaultValue = "60", description = "How many.")
  private int stores;

  @Option(names = "--skus", paramLabel = "N", defaultValue = "1", description = "How many.")
  private int skus;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "8",
      description = "After the warm-up.")
  private int days;

  @Option(
      names = "--cadence",
      paramLabel = "STEP",
      defaultValue = "PT15M",
      description = "Length of a step, such as PT15M, PT1H or P1D.")
  private String cadence = "PT15M";

  @Spec private @Nullable CommandSpec spec;

  SimulateCommand() {}

  @Override
  public Integer call() throws IOException {
    World world =
        World.builder()
            .seed(seed)
            .stores(stores)
            .skus(skus)
            .days(days)
            .cadence(Cadence.parse(cadence))
            .build();
    WorldFiles.write(world, out, this::progress);
    return ExitCodes.DONE;
  }

  private void progress(String text) {
    if (spec != null) {
      spec.commandLine().getErr().println(text);
    }
  }
}
