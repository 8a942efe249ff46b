package org.minorityreport.core.lineage;

import static org.minorityreport.core.text.TextPage.padded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.minorityreport.api.lineage.LineageEdge;
import org.minorityreport.api.lineage.LineageGraph;
import org.minorityreport.api.lineage.LineageKind;
import org.minorityreport.api.lineage.LineageNode;
import org.minorityreport.core.text.TextPage;

/** A lineage graph as text, Mermaid or Graphviz DOT; equal graphs give equal text. */
public final class LineageText {
  private static final int LABEL = 48;

  private LineageText() {}

  /**
   * The graph as people read it in a terminal.
   *
   * @param graph a graph
   * @return its lines
   */
  public static String of(LineageGraph graph) {
    TextPage page =
        new TextPage()
            .line(0, "lineage of run '" + graph.runId() + "' up to position " + graph.position());
    for (LineageKind kind : LineageKind.values()) {
      page.line(0, kind.name().toLowerCase(Locale.ROOT) + "s");
      graph.nodes().stream()
          .filter(node -> node.kind() == kind)
          .forEach(node -> of(page, graph, node));
    }
    return page.toString();
  }

  /**
   * The graph as a Mermaid flowchart.
   *
   * @param graph a graph
   * @return its text
   */
  public static String mermaid(LineageGraph graph) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (LineageNode node : graph.nodes()) {
      String label = String.join("<br/>", lines(node).stream().map(LineageText::entities).toList());
      String shape =
          switch (node.kind()) {
            case INPUT -> "[/\"%s\"/]";
            case STAGE -> "[\"%s\"]";
            case LOG -> "[(\"%s\")]";
            case DATASET -> "([\"%s\"])";
          };
      text.append("  ").append(node.id()).append(shape.replace("%s", label)).append('\n');
    }
    for (LineageEdge edge : graph.edges()) {
      text.append("  ").append(edge.source()).append(" --> ").append(edge.target()).append('\n');
    }
    return text.toString();
  }

  /**
   * The graph in the language of Graphviz.
   *
   * @param graph a graph
   * @return its text
   */
  public static String dot(LineageGraph graph) {
    StringBuilder text =
        new StringBuilder("digraph lineage {\n  rankdir=LR;\n  label=\"run ")
            .append(quoted(graph.runId().value()))
            .append(", position ")
            .append(graph.position())
            .append("\";\n");
    for (LineageNode node : graph.nodes()) {
      String label = String.join("\\n", lines(node).stream().map(LineageText::quoted).toList());
      String shape =
          switch (node.kind()) {
            case INPUT -> "parallelogram";
            case STAGE -> "box";
            case LOG -> "cylinder";
            case DATASET -> "ellipse";
          };
      text.append("  ").append(node.id()).append(" [shape=").append(shape);
      text.append(", label=\"").append(label).append("\"];\n");
    }
    for (LineageEdge edge : graph.edges()) {
      text.append("  ").append(edge.source()).append(" -> ").append(edge.target()).append(";\n");
    }
    return text.append("}\n").toString();
  }

  private static void of(TextPage page, LineageGraph graph, LineageNode node) {
    String rows = node.rows().isPresent() ? rows(node.rows().getAsLong()) : "";
    page.line(2, (padded(node.label(), LABEL) + rows).stripTrailing());
    node.details().forEach((name, value) -> page.line(6, name + " " + value));
    List<String> readers =
        graph.edges().stream()
            .filter(edge -> edge.source().equals(node.id()))
            .map(edge -> label(graph, edge.target()))
            .toList();
    if (!readers.isEmpty()) {
      page.line(6, "-> " + String.join(", ", readers));
    }
  }

  private static String label(LineageGraph graph, String id) {
    return graph.nodes().stream()
        .filter(node -> node.id().equals(id))
        .map(LineageNode::label)
        .findFirst()
        .orElse(id);
  }

  private static List<String> lines(LineageNode node) {
    List<String> lines = new ArrayList<>();
    lines.add(node.label());
    node.rows().ifPresent(rows -> lines.add(rows(rows)));
    for (Map.Entry<String, String> detail : node.details().entrySet()) {
      lines.add(detail.getKey() + " " + detail.getValue());
    }
    return lines;
  }

  private static String rows(long rows) {
    return rows + (rows == 1 ? " row" : " rows");
  }

  /** Mermaid takes everything as it stands but what ends a label or begins a tag. */
  private static String entities(String text) {
    return text.replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace("`", "#96;");
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
