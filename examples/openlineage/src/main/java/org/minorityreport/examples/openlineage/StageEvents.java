package org.minorityreport.examples.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunFacet;
import io.openlineage.client.OpenLineage.RunFacets;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.lineage.Lineage;

/**
 * One event per stage and tick of a run, made from the logs alone: {@code COMPLETE}, or {@code
 * FAIL} where the stage failed. Equal logs give equal events: a run id is the name-based UUID of
 * run, tick and stage, and the time of an event is that of the commit.
 */
public final class StageEvents {
  private static final URI PRODUCER = URI.create("https://example.org/minority-report-system");

  private final OpenLineage openLineage = new OpenLineage(PRODUCER);
  private final LogStore store;
  private final RunId run;
  private final String namespace;
  private final CommitPosition upTo;
  private final LineageGraph graph;
  private final Map<String, LineageNode> nodes = new HashMap<>();
  private final Map<String, Map<Instant, Long>> rows = new HashMap<>();

  private StageEvents(LogStore store, RunId run, String namespace) {
    this.store = store;
    this.run = run;
    this.namespace = namespace;
    this.upTo = store.head();
    this.graph = Lineage.of(store, run, AsOf.atPosition(upTo));
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
  }

  /**
   * The events of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param namespace where jobs and datasets are at home
   * @return the events, by tick, then in the order of the stages
   * @throws org.minorityreport.api.error.UsageException if the run has no rows
   */
  public static List<RunEvent> of(LogStore store, RunId run, String namespace) {
    return new StageEvents(store, run, namespace).events();
  }

  private List<RunEvent> events() {
    Map<String, StoredRow> standing = new LinkedHashMap<>();
    store.read(
        Logs.STAGE_RUNS, run, CommitPosition.START, upTo, row -> standing.put(row.key(), row));
    standing.values().removeIf(StoredRow::isRetracted);
    List<StoredRow> inOrder = new ArrayList<>(standing.values());
    inOrder.sort(Comparator.comparing(StoredRow::writtenAt).thenComparing(StoredRow::rowNumber));
    return inOrder.stream().map(this::event).toList();
  }

  private RunEvent event(StoredRow row) {
    StageRun stage = LogCodec.read(Logs.STAGE_RUNS, row);
    boolean failed = stage.outcome() == StageOutcome.FAILED;
    Instant at = store.committedAt(row.position()).orElse(stage.writtenAt());
    return openLineage
        .newRunEventBuilder()
        .eventTime(utc(at))
        .eventType(failed ? RunEvent.EventType.FAIL : RunEvent.EventType.COMPLETE)
        .run(openLineage.newRun(runId(stage), facets(stage)))
        .job(openLineage.newJob(namespace, run + "/" + stage.stage(), null))
        .inputs(inputs(stage))
        .outputs(outputs(stage))
        .build();
  }

  private UUID runId(StageRun stage) {
    String name = run + "|" + stage.writtenAt() + "|" + stage.stage();
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  private RunFacets facets(StageRun stage) {
    RunFacetsBuilder facets =
        openLineage
            .newRunFacetsBuilder()
            .nominalTime(openLineage.newNominalTimeRunFacet(utc(stage.writtenAt()), null));
    if (stage.outcome() == StageOutcome.FAILED) {
      String message = stage.message().orElse(String.join(", ", stage.degradedReasons()));
      facets.errorMessage(openLineage.newErrorMessageRunFacet(message, "JAVA", null));
    }
    RunFacet own = openLineage.newRunFacet();
    Map<String, Object> said = own.getAdditionalProperties();
    said.put("outcome", stage.outcome().name());
    said.put("configId", stage.configId());
    said.put("modelVersions", new LinkedHashMap<>(stage.modelVersions()));
    said.put("inputDigests", new LinkedHashMap<>(stage.inputDigests()));
    said.put("degradedReasons", List.copyOf(stage.degradedReasons()));
    said.put("rowsIn", stage.rowsIn());
    said.put("rowsOut", stage.rowsOut());
    said.put("rowsError", stage.rowsError());
    return facets.put("mrs_stage", own).build();
  }

  private List<InputDataset> inputs(StageRun stage) {
    return graph.edges().stream()
        .filter(edge -> edge.target().equals("stage_" + stage.stage()))
        .map(LineageEdge::source)
        .map(nodes::get)
        .map(node -> openLineage.newInputDataset(namespace, name(node), null, null))
        .toList();
  }

  private List<OutputDataset> outputs(StageRun stage) {
    return graph.edges().stream()
        .filter(edge -> edge.source().equals("stage_" + stage.stage()))
        .map(LineageEdge::target)
        .map(nodes::get)
        .map(node -> output(node, stage.writtenAt()))
        .toList();
  }

  private OutputDataset output(LineageNode node, Instant tick) {
    return openLineage
        .newOutputDatasetBuilder()
        .namespace(namespace)
        .name(name(node))
        .outputFacets(
            openLineage
                .newOutputDatasetOutputFacetsBuilder()
                .outputStatistics(
                    openLineage.newOutputStatisticsOutputDatasetFacet(
                        rows(node.label(), tick), null, null))
                .build())
        .build();
  }

  /** Inputs are the host's and the same for all runs; logs are those of the run. */
  private String name(LineageNode node) {
    return node.kind() == LineageKind.INPUT ? "input/" + node.label() : run + "/" + node.label();
  }

  /** {@return how many rows of a log, all versions, are about a tick} */
  private long rows(String wireName, Instant tick) {
    return rows.computeIfAbsent(wireName, this::rowsByTick).getOrDefault(tick, 0L);
  }

  private Map<Instant, Long> rowsByTick(String wireName) {
    Map<Instant, Long> byTick = new HashMap<>();
    Log<?> log = Logs.byWireName(wireName);
    store.read(
        log, run, CommitPosition.START, upTo, row -> byTick.merge(row.writtenAt(), 1L, Long::sum));
    return byTick;
  }

  private static ZonedDateTime utc(Instant time) {
    return time.atZone(ZoneOffset.UTC);
  }
}
