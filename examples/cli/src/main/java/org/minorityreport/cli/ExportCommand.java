package org.minorityreport.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.lifecycle.ExampleFilter;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.audit.AuditExport;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.lifecycle.Examples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what others read. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what others read: a report or event for an auditor, labelled examples for whoever",
      "trains a model, the hydrated rows, or the rows of a log as they stand."
    },
    footer = {
      "",
      "Examples:",
      "  mrs export MR-6a20e588 --store logs --format html --out report.html",
      "  mrs export examples --store logs --format csv --out examples.csv",
      "  mrs export reports --store logs",
      "  mrs export user_edits_log --store logs",
      ExitCodes.TEXT
    })
final class ExportCommand extends OfStore {
  private static final byte[] NEW_LINE = {'\n'};

  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Parameters(
      paramLabel = "WHAT",
      description = "An id, examples, reports, events, or the wire name of a log.")
  private String what = "";

  @Option(
      names = "--format",
      paramLabel = "WORD",
      defaultValue = "json",
      description = "json; html for an id; csv for examples. Default: ${DEFAULT-VALUE}.")
  private String format = "json";

  @Option(names = "--out", paramLabel = "FILE", description = "A file; else it is printed.")
  private @Nullable Path out;

  ExportCommand() {}

  @Override
  public Integer call() throws IOException {
    try (Session session = store.reading()) {
      WholeFile.Content content = content(session);
      if (out == null) {
        content.write(new Printed());
        store.out().flush();
        store.checkTaken();
      } else {
        WholeFile.write(
            out,
            to -> {
              BufferedOutputStream buffered = new BufferedOutputStream(to);
              content.write(buffered);
              buffered.flush();
            });
        store.progress("wrote " + out);
      }
    }
    return ExitCodes.DONE;
  }

  private WholeFile.Content content(Session session) {
    AsOf moment = asOf.asOf();
    switch (what) {
      case "reports", "events" -> {
        formats("json");
        List<?> rows =
            what.equals("reports")
                ? session.mrs().reports(moment).all()
                : session.mrs().events(moment).all();
        return to -> {
          for (Object row : rows) {
            line(to, CanonicalJson.bytes(row));
          }
        };
      }
      case "examples" -> {
        formats("json", "csv");
        Examples examples =
            session.mrs().lifecycle().examples(moment, ExampleFilter.builder().build());
        return format.equals("csv") ? examples::writeCsv : examples::writeJsonLines;
      }
      default -> {
        return what.startsWith("MR-") || what.startsWith("ME-")
            ? audit(session, moment)
            : rows(session, moment);
      }
    }
  }

  private WholeFile.Content audit(Session session, AsOf moment) {
    formats("json", "html");
    AuditExport export = session.mrs().audit().export(what, moment);
    String text = format.equals("html") ? export.html() : export.json() + "\n";
    return to -> to.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private WholeFile.Content rows(Session session, AsOf moment) {
    formats("json");
    Log<?> log = log();
    CommitPosition to = session.mrs().position(moment);
    return file ->
        session
            .logs()
            .read(
                log,
                session.mrs().run(),
                CommitPosition.START,
                to,
                row -> {
                  try {
                    line(file, row.json());
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
  }

  private Log<?> log() {
    for (Log<?> log : Logs.all()) {
      if (log.wireName().equals(what)) {
        return log;
      }
    }
    throw new UsageException(
        "'"
            + what
            + "' is no id, nor examples, reports or events, nor a log; logs are "
            + Logs.all().stream().map(Log::wireName).toList());
  }

  private void formats(String... known) {
    if (!List.of(known).contains(format)) {
      throw new UsageException(
          what + " is not written as '" + format + "'; say one of " + List.of(known));
    }
  }

  private static void line(OutputStream to, byte[] row) throws IOException {
    to.write(row);
    to.write(NEW_LINE);
  }

  /** What is written goes where the command prints. */
  private final class Printed extends FilterOutputStream {
    Printed() {
      super(new java.io.ByteArrayOutputStream());
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      if (length > 0 && bytes[from + length - 1] == '\n') {
        flush();
      }
    }

    /** Whole lines only, so that no character is cut. */
    @Override
    public void flush() {
      java.io.ByteArrayOutputStream kept = (java.io.ByteArrayOutputStream) out;
      store.out().print(kept.toString(StandardCharsets.UTF_8));
      kept.reset();
      store.checkTaken();
    }
  }
}
