package org.minorityreport.examples.benchmarks;

import java.io.IOException;
import org.minorityreport.examples.benchmarks.child.BuildCommand;
import org.minorityreport.examples.benchmarks.child.FillCommand;
import org.minorityreport.examples.benchmarks.child.OpenCommand;
import org.minorityreport.examples.benchmarks.child.ReadCommand;
import org.minorityreport.examples.benchmarks.child.RefreshCommand;
import org.minorityreport.examples.benchmarks.child.RoundCommand;
import org.minorityreport.examples.benchmarks.child.SnapshotCommand;
import org.minorityreport.examples.benchmarks.fold.FoldCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code benchmarks}; its commands do the work. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    versionProvider = BenchmarksVersion.class,
    usageHelpWidth = 100,
    description = "Measures the library against plain floors and other products in one run.",
    subcommands = {
      StoreBenchmark.class,
      HydrateBenchmark.class,
      FoldBenchmark.class,
      FoldCommand.class,
      RoundCommand.class,
      BuildCommand.class,
      OpenCommand.class,
      FillCommand.class,
      ReadCommand.class,
      RefreshCommand.class,
      SnapshotCommand.class
    })
public final class Benchmarks {
  /** A program without arguments. */
  Benchmarks() {}

  /**
   * Runs a command and ends the program.
   *
   * @param arguments as {@code --help} describes them
   */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** {@return the program, ready to be executed} */
  static CommandLine commandLine() {
    return new CommandLine(new Benchmarks())
        .setExecutionExceptionHandler((problem, command, result) -> failed(problem, command));
  }

  /**
   * What the system or a child says is shown as it is; anything else is a fault and keeps its
   * trace.
   */
  private static int failed(Exception problem, CommandLine command) throws Exception {
    if (!(problem instanceof IOException)) {
      throw problem;
    }
    command.getErr().println("benchmarks: " + problem.getMessage());
    return 1;
  }
}
