package org.minorityreport.examples.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code quality}; picocli fills its fields. One thread at a time. */
@Command(
    name = "quality",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Plays simulated worlds whose truth is known and writes how well the shipped models do: what"
          + " they find, which causes they propose, which reports they join.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 measured, 1 failed or, with --check, a goal was missed, 2 wrong usage.",
      "",
      "Examples:",
      "  quality                          prints the page; some minutes",
      "  quality --out docs/quality.md    writes it",
      "  quality --seeds 1 --stores 24    small and quick"
    })
public final class Quality implements Callable<Integer> {
  private static final int MISSED = 1;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Worlds of each kind, from seed 1 on. Default: ${DEFAULT-VALUE}.")
  private int seeds = 5;

  @Option(
      names = "--stores",
      paramLabel = "N",
      defaultValue = "60",
      description = "Stores of each world. Default: ${DEFAULT-VALUE}.")
  private int stores = 60;

  @Option(
      names = "--skus",
      paramLabel = "N",
      defaultValue = "3",
      description = "SKUs of each store. Default: ${DEFAULT-VALUE}.")
  private int skus = 3;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Stores looked at side by side; default: one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", paramLabel = "FILE", description = "Where the page goes; else printed.")
  private @Nullable Path out;

  @Option(names = "--check", description = "Exit with 1 if a goal was missed.")
  private boolean isCheck;

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  Quality() {}

  /**
   * Runs the command and ends the program.
   *
   * @param arguments as {@code --help} describes them
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** {@return the program, ready to be executed} */
  static CommandLine commandLine() {
    return new CommandLine(new Quality());
  }

  @Override
  public Integer call() throws IOException {
    CommandLine command = command();
    requirePositive("--seeds", seeds);
    requirePositive("--stores", stores);
    requirePositive("--skus", skus);
    requirePositive("--threads", threads);
    Measurement measured = new Measurement(stores, skus, threads, command.getErr());
    for (int seed = 1; seed <= seeds; seed++) {
      measured.scripted(seed);
      measured.random(seed, true);
    }
    String page = QualityPage.of(measured, seeds, stores, skus);
    if (out == null) {
      command.getOut().print(page);
      command.getOut().flush();
    } else {
      Files.writeString(out, page);
    }
    boolean allMet = measured.goals().stream().allMatch(Goal::isMet);
    return isCheck && !allMet ? MISSED : 0;
  }

  private void requirePositive(String option, int value) {
    if (value < 1) {
      throw new ParameterException(command(), option + " is " + value + " but must be 1 or more");
    }
  }

  private CommandLine command() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    return spec.commandLine();
  }
}
