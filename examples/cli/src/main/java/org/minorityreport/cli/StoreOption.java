package org.minorityreport.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.examples.csv.CsvInputs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that mean the same everywhere. */
final class StoreOption {
  @Option(names = "--store", paramLabel = "DIR", required = true, description = "The logs.")
  private Path store = Path.of("");

  @Option(
      names = "--inputs",
      paramLabel = "DIR",
      description = "Folder with sales.csv, stores.csv, and if wanted campaigns.csv, context.csv.")
  private @Nullable Path inputs;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      defaultValue = "main",
      description = "The line of work. Default: ${DEFAULT-VALUE}.")
  private String runId = "main";

  @Option(names = "--json", description = "One JSON object a line, with wire names.")
  private boolean json;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  Path store() {
    return store;
  }

  boolean json() {
    return json;
  }

  /** {@return the folder of inputs, which this command needs} */
  Path inputs() {
    if (inputs == null) {
      throw new UsageException("this needs the sales: say --inputs DIR");
    }
    if (!Files.isDirectory(inputs)) {
      throw new Failure(ExitCodes.FAILED, "--inputs " + inputs + " is no folder");
    }
    return inputs;
  }

  /** {@return the run, to be read while others may write} */
  Session reading() {
    return session(opened());
  }

  /** {@return the store for reading; there must be one} */
  DirectoryLogStore opened() {
    checkExists();
    return LogStores.directoryForReading(store);
  }

  /** {@return the run of a store that exists, to be written} */
  Session writing() {
    checkExists();
    return session(LogStores.directory(store));
  }

  Session over(DirectoryLogStore logs, Inputs source) {
    try {
      return new Session(
          logs, Mrs.builder().logs(logs).inputs(source).run(runId).startedBy("mrs").build());
    } catch (RuntimeException e) {
      logs.close();
      throw e;
    }
  }

  private Session session(DirectoryLogStore logs) {
    // Most commands never ask for sales, so a folder is read, and missed, only when one does.
    Inputs lazy =
        inputs == null
            ? tick -> {
              throw new UsageException("this needs the sales: say --inputs DIR");
            }
            : CsvInputs.in(inputs);
    return over(logs, lazy);
  }

  private void checkExists() {
    if (!Files.isDirectory(store)) {
      throw new Failure(ExitCodes.FAILED, "--store " + store + " is no folder");
    }
  }

  /** Prints a line, or fails when nobody takes it. */
  void line(String text) {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    spec.commandLine().getOut().println(text);
    if (spec.commandLine().getOut().checkError()) {
      throw new Failure(ExitCodes.FAILED, "nobody takes the output; stopped");
    }
  }

  /** Prints a value on one line. */
  void json(Object value) {
    line(CanonicalJson.text(value));
  }

  /** Tells how far a long work is. */
  void progress(String text) {
    if (spec != null) {
      spec.commandLine().getErr().println(text);
    }
  }
}
