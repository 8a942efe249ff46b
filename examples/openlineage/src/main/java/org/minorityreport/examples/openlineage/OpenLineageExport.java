package org.minorityreport.examples.openlineage;

import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClient;
import io.openlineage.client.OpenLineageClientUtils;
import io.openlineage.client.transports.FileConfig;
import io.openlineage.client.transports.FileTransport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.LogStores;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that writes the events of a run, as JSON Lines. */
@Command(
    name = "openlineage",
    mixinStandardHelpOptions = true,
    description = "Writes one OpenLineage event per stage and tick of a run, as JSON Lines.")
public final class OpenLineageExport implements Callable<Integer> {
  private static final int FAILED = 1;

  @Parameters(paramLabel = "LOGS", description = "Folder of the logs; it is only read.")
  private Path logs = Path.of("mrs-logs");

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "The run; may be left out if the logs hold only one.")
  private @Nullable String runId;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      defaultValue = "mrs",
      description = "Namespace of jobs and datasets. Default: ${DEFAULT-VALUE}.")
  private String namespace = "mrs";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file for the events; without it they are printed.")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  OpenLineageExport() {}

  /**
   * Runs the command and ends the program.
   *
   * @param arguments as {@code --help} describes them
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new OpenLineageExport()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    CommandLine command = Objects.requireNonNull(spec).commandLine();
    try (LogStore store = LogStores.directoryForReading(logs)) {
      List<RunEvent> events = StageEvents.of(store, run(store), namespace);
      Path file = out;
      if (file == null) {
        PrintWriter to = command.getOut();
        events.forEach(event -> to.println(OpenLineageClientUtils.toJson(event)));
        to.flush();
        return 0;
      }
      write(events, file);
      command.getErr().println(events.size() + " events in " + file);
      return 0;
    } catch (MrsException | IOException e) {
      command.getErr().println(e.getMessage());
      return FAILED;
    }
  }

  private RunId run(LogStore store) {
    if (runId != null) {
      return RunId.of(runId);
    }
    List<RunId> runs = store.runs();
    if (runs.size() != 1) {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "say the run with --run-id: " + logs + " holds " + runs);
    }
    return runs.get(0);
  }

  /**
   * The client's file transport only logs what fails, so the lines are counted afterwards; it takes
   * no bare file name.
   */
  private static void write(List<RunEvent> events, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new IOException(file + " is there already; say a new file");
    }
    OpenLineageClient client =
        OpenLineageClient.builder()
            .transport(new FileTransport(new FileConfig(file.toAbsolutePath().toString())))
            .build();
    events.forEach(client::emit);
    long written = 0;
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
        written = lines.count();
      }
    }
    if (written != events.size()) {
      throw new IOException(
          file
              + " has "
              + written
              + " of "
              + events.size()
              + " events; can its folder be written?");
    }
  }
}
