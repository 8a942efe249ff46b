package org.minorityreport.cli;

import io.openlineage.client.OpenLineageClientUtils;
import org.minorityreport.api.lineage.LineageGraph;
import org.minorityreport.core.lineage.LineageText;
import org.minorityreport.examples.openlineage.StageEvents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run was made of and how rows flowed. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    description = "What a run was made of: inputs, stages, logs, row counts, versions.",
    footer = {
      "",
      "Examples:",
      "  mrs lineage --store logs",
      "  mrs lineage --store logs --format dot | dot -Tsvg > lineage.svg",
      "  mrs lineage --store logs --format openlineage > events.jsonl",
      ExitCodes.TEXT
    })
final class LineageCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Option(
      names = "--format",
      paramLabel = "WORD",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  LineageCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading()) {
      if (format == Format.OPENLINEAGE) {
        StageEvents.of(session.logs(), session.mrs().run(), "mrs")
            .forEach(event -> store.line(OpenLineageClientUtils.toJson(event)));
        return ExitCodes.DONE;
      }
      LineageGraph graph = session.mrs().audit().lineage(asOf.asOf());
      show(
          graph,
          switch (format) {
            case DOT -> LineageText.dot(graph);
            case MERMAID -> LineageText.mermaid(graph);
            default -> LineageText.of(graph);
          });
    }
    return ExitCodes.DONE;
  }

  /** How it is written. */
  private enum Format {
    TEXT,
    DOT,
    MERMAID,
    OPENLINEAGE;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
