package org.minorityreport.examples.quickstart;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.series.Cadence;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code quickstart}; picocli fills its fields. One thread at a time. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    versionProvider = QuickstartVersion.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Goes through sales tick by tick, from start to end, and prints what was found: events with"
          + " their cause, confidence, impact and status, and the reports behind them.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 nothing usable or failed, 2 wrong usage.",
      "",
      "Examples:",
      "  quickstart                             a simulated world of 60 stores",
      "  quickstart sales-folder                own sales, as examples/csv-inputs describes them",
      "  quickstart sales-folder --mapping m.json --logs logs --limit 50",
      "  quickstart sales-folder --from 2025-08-01 --to 2025-08-31"
    })
public final class Quickstart implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = {
        "Folder with sales.csv and stores.csv, if wanted with campaigns.csv, context.csv and"
            + " mapping.json; or one of two public competition sets as published.",
        "Without it a small world is simulated."
      })
  private @Nullable Path folder;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Mapping file for other names of files and columns, times and the cadence.")
  private @Nullable Path mapping;

  @Option(
      names = "--cadence",
      paramLabel = "STEP",
      converter = OptionValues.CadenceConverter.class,
      description = "Length of the steps of the simulated world, such as PT15M or PT1H.")
  private @Nullable Cadence cadence;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = OptionValues.InstantConverter.class,
      description =
          "First tick, such as 2025-08-05 or 2025-08-05T06:00:00Z; default: the earliest.")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = OptionValues.InstantConverter.class,
      description = "Last tick; default: the latest.")
  private @Nullable Instant to;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      defaultValue = "mrs-logs",
      description =
          "Where the logs are kept: a new folder, or one that holds logs; rows are added, none is"
              + " changed. Default: ${DEFAULT-VALUE}.")
  private Path logs = Path.of("mrs-logs");

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description =
          "Name of the run; the same run over the same sales adds nothing. Default: from the"
              + " path of the FOLDER, or simulated-STEP.")
  private @Nullable String runId;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many events are printed, strongest first. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--details",
      paramLabel = "N",
      defaultValue = "10",
      description = "Of how many of them the reports are printed. Default: ${DEFAULT-VALUE}.")
  private int details;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Stores looked at side by side; default: one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  Quickstart() {}

  /**
   * Runs the command and ends the program.
   *
   * @param arguments as {@code --help} describes them
   */
  public static void main(String[] arguments) {
    System.exit(commandLine(Terminal.isAttached()).execute(arguments));
  }

  /**
   * The command, ready to be executed.
   *
   * @param onTerminal whether a person watches, so that colours and a progress bar make sense
   */
  static CommandLine commandLine(boolean onTerminal) {
    return new CommandLine(new Quickstart())
        .setColorScheme(Help.defaultColorScheme(onTerminal ? Help.Ansi.AUTO : Help.Ansi.OFF))
        .setParameterExceptionHandler((problem, arguments) -> wrongUsage(problem))
        .setExecutionExceptionHandler((problem, command, result) -> failed(problem, command));
  }

  private static int wrongUsage(ParameterException problem) {
    PrintWriter err = problem.getCommandLine().getErr();
    err.println("quickstart: " + problem.getMessage());
    err.println("Try 'quickstart --help'.");
    return WRONG_USAGE;
  }

  /** What the caller can mend gets its message; anything else is a fault and keeps its trace. */
  private static int failed(Exception problem, CommandLine command) throws Exception {
    if (!(problem instanceof UsageException)) {
      throw problem;
    }
    command.getErr().println("quickstart: " + problem.getMessage());
    return FAILED;
  }

  @Override
  public Integer call() {
    CommandLine command = command();
    checkNumbers();
    History history = history();
    List<Instant> ticks = history.ticks(Optional.ofNullable(from), Optional.ofNullable(to));
    Progress progress = Progress.of(Terminal.isAttached(), ticks.size(), command.getErr());
    Outcome outcome = HistoryRun.run(history, runId(history), ticks, threads, logs, progress);
    new Printout(command.getOut(), outcome, limit, details).print();
    return 0;
  }

  private String runId(History history) {
    if (runId != null) {
      return runId;
    }
    if (folder == null) {
      return "simulated-" + history.inputs().source().cadence();
    }
    Path path = folder.toAbsolutePath().normalize();
    return path.getFileName() + "-" + Integer.toHexString(path.toString().hashCode());
  }

  private History history() {
    if (folder != null) {
      if (cadence != null) {
        throw wrong("--cadence is for the simulated world; of a folder the mapping file says it");
      }
      return InputFolders.read(folder, Optional.ofNullable(mapping));
    }
    if (mapping != null) {
      throw wrong("--mapping needs a FOLDER that it describes");
    }
    return History.simulated(Optional.ofNullable(cadence));
  }

  private void checkNumbers() {
    if (threads < 1) {
      throw wrong("--threads is " + threads + ", expected 1 or more");
    }
    if (limit < 0 || details < 0) {
      throw wrong("--limit is " + limit + " and --details " + details + ", expected 0 or more");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command(), message);
  }

  private CommandLine command() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    return spec.commandLine();
  }
}
