package org.minorityreport.core.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lineage.LineageEdge;
import org.minorityreport.api.lineage.LineageGraph;
import org.minorityreport.api.lineage.LineageKind;
import org.minorityreport.api.lineage.LineageNode;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.tag.Tags;

/** Counts what a run is made of. Good for one graph. */
public final class Lineage {
  private final LogStore store;
  private final RunId run;
  private final CommitPosition upTo;
  private final List<LineageNode> nodes = new ArrayList<>();
  private final List<LineageEdge> edges = new ArrayList<>();

  private Lineage(LogStore store, RunId run, CommitPosition upTo) {
    this.store = store;
    this.run = run;
    this.upTo = upTo;
  }

  /**
   * The graph of a run: parts without rows are left out.
   *
   * @param store the logs
   * @param run the line of work
   * @param asOf what was known; a tick is refused, as logs count rows and not ticks
   * @return the graph
   * @throws UsageException if the run has no rows, there is no such tag, the position lies after
   *     the newest commit, or a tick is said
   */
  public static LineageGraph of(LogStore store, RunId run, AsOf asOf) {
    if (asOf.tick().isPresent()) {
      throw new UsageException(
          "lineage counts the rows of a position, not those until tick "
              + asOf.tick().get()
              + "; say a position or a tag only");
    }
    return new Lineage(store, run, new Tags(store, run).position(asOf)).graph();
  }

  private LineageGraph graph() {
    List<Log<?>> logs =
        Logs.all().stream()
            .filter(log -> store.count(log, run, upTo) > 0)
            .<Log<?>>map(log -> log)
            .toList();
    if (logs.isEmpty()) {
      throw new UsageException(
          "run '"
              + run
              + "' has no rows up to position "
              + upTo
              + "; runs that have rows: "
              + store.runs());
    }
    inputs();
    stages(logs);
    logs.forEach(this::log);
    datasets();
    return LineageGraph.builder()
        .runId(run)
        .position(upTo.value())
        .nodes(nodes)
        .edges(edges)
        .build();
  }

  private void inputs() {
    SortedMap<String, SortedMap<String, String>> sources = sources();
    sources.forEach(
        (source, details) -> {
          String id = "input_sales_" + nodes.size();
          node(id, LineageKind.INPUT, "sales of " + source, OptionalLong.empty(), details);
          Reads.INPUTS.get(Reads.SALES).forEach(stage -> edge(id, "stage_" + stage));
        });
    input(Reads.STORES, Logs.STORES);
    input(Reads.CONTEXT, Logs.CONTEXT);
  }

  private void input(String name, Log<?> keptIn) {
    if (store.count(keptIn, run, upTo) > 0) {
      String id = "input_" + name;
      node(id, LineageKind.INPUT, name, OptionalLong.empty(), new TreeMap<>());
      Reads.INPUTS.get(name).forEach(stage -> edge(id, "stage_" + stage));
    }
  }

  private SortedMap<String, SortedMap<String, String>> sources() {
    SortedMap<String, long[]> counts = new TreeMap<>();
    read(
        Logs.INPUTS,
        row -> {
          InputsRecord said = LogCodec.read(Logs.INPUTS, row);
          long[] count = counts.computeIfAbsent(said.source(), s -> new long[3]);
          count[0] += said.deliveries().size();
          count[1] += said.rowsRead();
          count[2] += said.rowsRefused();
        });
    SortedMap<String, SortedMap<String, String>> sources = new TreeMap<>();
    counts.forEach(
        (source, count) -> {
          SortedMap<String, String> details = new TreeMap<>();
          details.put("deliveries", Long.toString(count[0]));
          details.put("rows_read", Long.toString(count[1]));
          details.put("rows_refused", Long.toString(count[2]));
          sources.put(source, details);
        });
    return sources;
  }

  private void stages(List<Log<?>> logs) {
    SortedMap<String, SortedSet<String>> models = new TreeMap<>();
    SortedMap<String, SortedMap<String, Long>> outcomes = new TreeMap<>();
    read(
        Logs.STAGE_RUNS,
        row -> {
          StageRun said = LogCodec.read(Logs.STAGE_RUNS, row);
          said.modelVersions()
              .forEach(
                  (role, model) ->
                      models
                          .computeIfAbsent(said.stage() + " " + role, k -> new TreeSet<>())
                          .add(model));
          outcomes
              .computeIfAbsent(said.stage(), k -> new TreeMap<>())
              .merge(said.outcome().name().toLowerCase(Locale.ROOT), 1L, Long::sum);
        });
    for (Writer writer : Writer.values()) {
      String name = name(writer);
      if (logs.stream().anyMatch(log -> writes(writer, log))) {
        SortedMap<String, String> details = new TreeMap<>();
        outcomes
            .getOrDefault(name, new TreeMap<>())
            .forEach((outcome, count) -> details.put("ticks_" + outcome, Long.toString(count)));
        models.forEach(
            (role, versions) -> {
              if (role.startsWith(name + " ")) {
                details.put(
                    "model_" + role.substring(name.length() + 1), String.join(", ", versions));
              }
            });
        node("stage_" + name, LineageKind.STAGE, name, OptionalLong.empty(), details);
        logs.stream()
            .filter(log -> writes(writer, log))
            .forEach(log -> edge("stage_" + name, "log_" + log.wireName()));
      }
    }
  }

  /** Of a log with two writers the stage is shown: rows do not say who else wrote. */
  private static boolean writes(Writer writer, Log<?> log) {
    return log.writers().stream().sorted().findFirst().filter(writer::equals).isPresent();
  }

  private void log(Log<?> log) {
    String id = "log_" + log.wireName();
    long rows = store.count(log, run, upTo);
    SortedMap<String, String> details = new TreeMap<>();
    log.code().ifPresent(code -> details.put("code", code));
    node(id, LineageKind.LOG, log.wireName(), OptionalLong.of(rows), details);
    Reads.LOGS.get(log.wireName()).forEach(stage -> edge(id, "stage_" + stage));
  }

  private void datasets() {
    HydratedView view = Hydration.hydrate(store, run, AsOf.atPosition(upTo));
    String stage = "stage_" + Reads.HYDRATION;
    node(stage, LineageKind.STAGE, Reads.HYDRATION, OptionalLong.empty(), new TreeMap<>());
    dataset("minority_reports", view.reports().all().size());
    dataset("minority_events", view.events().all().size());
    List<String> known = nodes.stream().map(LineageNode::id).toList();
    edges.removeIf(edge -> !known.contains(edge.target()));
  }

  private void dataset(String name, int rows) {
    String id = "dataset_" + name;
    node(id, LineageKind.DATASET, name, OptionalLong.of(rows), new TreeMap<>());
    edge("stage_" + Reads.HYDRATION, id);
  }

  private void read(Log<?> log, Consumer<StoredRow> reader) {
    Map<String, StoredRow> standing = new TreeMap<>();
    store.read(log, run, CommitPosition.START, upTo, row -> standing.put(row.key(), row));
    standing.values().stream().filter(row -> !row.isRetracted()).forEach(reader);
  }

  private void node(
      String id,
      LineageKind kind,
      String label,
      OptionalLong rows,
      SortedMap<String, String> details) {
    nodes.add(
        LineageNode.builder().id(id).kind(kind).label(label).rows(rows).details(details).build());
  }

  private void edge(String source, String target) {
    edges.add(LineageEdge.builder().source(source).target(target).build());
  }

  private static String name(Writer writer) {
    return writer.name().toLowerCase(Locale.ROOT);
  }
}
