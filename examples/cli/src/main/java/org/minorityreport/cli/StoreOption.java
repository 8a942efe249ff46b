package org.minorityreport.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
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
  /** How often a long work tells how far it is. */
  private static final int TOLD = 20;

  /** Nothing more is said to the builder. */
  static final Consumer<Mrs.Builder> AS_IT_IS = builder -> {};

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

  String runId() {
    return runId;
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
    return reading(AS_IT_IS);
  }

  /** {@return the run, to be read while others may write} */
  Session reading(Consumer<Mrs.Builder> more) {
    DirectoryLogStore logs = opened();
    try {
      checkRun(logs);
    } catch (RuntimeException e) {
      logs.close();
      throw e;
    }
    return over(logs, lazy(), more);
  }

  /** {@return the store for reading; there must be one} */
  DirectoryLogStore opened() {
    checkExists();
    return LogStores.directoryForReading(store);
  }

  /** {@return the run of a store that exists, to be written} */
  Session writing(Consumer<Mrs.Builder> more) {
    checkExists();
    DirectoryLogStore logs = LogStores.directory(store);
    try {
      checkRun(logs);
    } catch (RuntimeException e) {
      logs.close();
      throw e;
    }
    return over(logs, lazy(), more);
  }

  Session over(DirectoryLogStore logs, Inputs source, Consumer<Mrs.Builder> more) {
    try {
      Mrs.Builder builder = Mrs.builder().logs(logs).inputs(source).run(runId).startedBy("mrs");
      more.accept(builder);
      return new Session(logs, builder.build());
    } catch (RuntimeException e) {
      logs.close();
      throw e;
    }
  }

  /** Most commands never ask for sales, so a folder is read, and missed, only when one does. */
  private Inputs lazy() {
    if (inputs == null) {
      return tick -> {
        throw new UsageException("this needs the sales: say --inputs DIR");
      };
    }
    return CsvInputs.in(inputs());
  }

  private void checkExists() {
    if (!Files.isDirectory(store)) {
      throw new Failure(ExitCodes.FAILED, "--store " + store + " is no folder");
    }
  }

  /** A mistyped name is no empty run. */
  private void checkRun(DirectoryLogStore logs) {
    if (logs.runs().stream().noneMatch(run -> run.value().equals(runId))) {
      throw new UsageException(
          "--run-id " + runId + ": the store has no such run; it has " + logs.runs());
    }
  }

  /** Prints a line, or fails when nobody takes it. */
  void line(String text) {
    specification().commandLine().getOut().println(text);
    checkTaken();
  }

  /** Fails when nobody takes the output any more. */
  void checkTaken() {
    if (specification().commandLine().getOut().checkError()) {
      throw new Failure(ExitCodes.FAILED, "nobody takes the output; stopped");
    }
  }

  /** {@return where output goes} */
  java.io.PrintWriter out() {
    return specification().commandLine().getOut();
  }

  /** Prints a value on one line. */
  void json(Object value) {
    line(CanonicalJson.text(value));
  }

  /** Tells how far a long work is. */
  void progress(String text) {
    specification().commandLine().getErr().println(text);
  }

  /** Tells how far a long work is, not too often. */
  void progress(String what, int done, int all) {
    if (done == all || done * TOLD / all > (done - 1) * TOLD / all) {
      progress(what + " " + done + " of " + all);
    }
  }

  private CommandSpec specification() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    return spec;
  }
}
