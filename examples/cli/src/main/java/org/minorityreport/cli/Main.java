package org.minorityreport.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.review.ActRefusedException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;

/** The {@code mrs} command. */
@Command(
    name = "mrs",
    mixinStandardHelpOptions = true,
    version = "mrs 0.1.0",
    description = "Finds, explains and keeps minority reports in sales, on files.",
    subcommands = {
      SimulateCommand.class,
      RunCommand.class,
      ReportsCommand.class,
      EventsCommand.class,
      ReportCommand.class,
      ShowCommand.class,
      ExplainCommand.class,
      TrailCommand.class,
      ReplayCommand.class,
      WorklistCommand.class,
      RereviewCommand.class,
      ModelsCommand.class,
      RegistryCommand.class,
      PolicyCommand.class,
      HealthCommand.class,
      FiguresCommand.class,
      VerifyCommand.class,
      TagCommand.class,
      CompareCommand.class,
      InheritedCommand.class,
      LineageCommand.class,
      FeedCommand.class,
      RehearseCommand.class,
      ExportCommand.class,
    },
    footer = {
      "",
      ExitCodes.TEXT,
      "",
      "Examples:",
      "  mrs simulate --out world --seed 1 --stores 20 --skus 2 --days 8 --cadence PT1H",
      "  mrs run --inputs world --store logs",
      "  mrs events --store logs --order impact --desc",
      "  mrs reports --store logs --json | jq .report_id",
      "  mrs verify --store logs"
    })
public final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  Main() {}

  /**
   * Runs one command and ends with its exit code.
   *
   * @param arguments command, options and parameters
   */
  public static void main(String[] arguments) {
    LastingWriter out = lasting(FileDescriptor.out);
    int code =
        execute(
            arguments,
            new PrintWriter(out),
            new PrintWriter(lasting(FileDescriptor.err), true),
            Help.Ansi.AUTO);
    IOException lost = out.first();
    if (lost != null) {
      System.err.println("mrs: the output cannot be written: " + lost.getMessage());
      code = ExitCodes.FAILED;
    }
    System.exit(code);
  }

  static int execute(String[] arguments, PrintWriter out, PrintWriter err, Help.Ansi colours) {
    CommandLine line =
        new CommandLine(new Main())
            .addSubcommand("review", ReviewActs.commandLine())
            .addSubcommand("completion", new GenerateCompletion())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setColorScheme(Help.defaultColorScheme(colours))
            .setParameterExceptionHandler((problem, given) -> wrongUsage(problem))
            .setExecutionExceptionHandler((problem, command, result) -> failed(problem, command));
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "say which command");
    }
  }

  private static int wrongUsage(ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    command.getErr().println("mrs: " + problem.getMessage());
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCodes.WRONG_USAGE;
  }

  private static int failed(Exception problem, CommandLine command) {
    command.getErr().println("mrs: " + message(problem));
    return code(problem);
  }

  private static int code(Exception problem) {
    if (problem instanceof Failure failure) {
      return failure.code();
    }
    if (problem instanceof ActRefusedException) {
      return ExitCodes.REFUSED;
    }
    boolean isWrong =
        problem instanceof UsageException
            && !(problem instanceof LogStoreException)
            && !(problem instanceof InvalidInputException);
    return isWrong || problem instanceof InvalidValueException
        ? ExitCodes.WRONG_USAGE
        : ExitCodes.FAILED;
  }

  private static String message(Exception problem) {
    Throwable shown = problem instanceof UncheckedIOException io ? io.getCause() : problem;
    @Nullable String text = shown == null ? null : shown.getMessage();
    String kind = (shown == null ? problem : shown).getClass().getSimpleName();
    if (text == null) {
      return kind;
    }
    return shown instanceof IOException ? kind + ": " + text : text;
  }

  private static LastingWriter lasting(FileDescriptor descriptor) {
    return new LastingWriter(
        new BufferedWriter(
            new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8)));
  }
}
