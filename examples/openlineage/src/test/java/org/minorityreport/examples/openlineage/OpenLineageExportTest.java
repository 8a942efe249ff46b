package org.minorityreport.examples.openlineage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryOptions;
import org.minorityreport.mock.world.World;
import picocli.CommandLine;

/** The events say what the logs say. */
class OpenLineageExportTest {
  private static final RunId RUN = RunId.of("main");

  @TempDir private static Path folder;
  private static Path logs;
  private static List<StageRun> stageRuns;

  @BeforeAll
  static void run() {
    logs = folder.resolve("logs");
    World world = World.builder().stores(8).skus(1).days(5).cadence(Cadence.parse("PT1H")).build();
    try (LogStore store = LogStores.directory(logs, DirectoryOptions.defaults());
        Mrs mrs = Mrs.builder().logs(store).inputs(tick -> world.inputs()).threads(1).build()) {
      world.ticks(Duration.ofHours(12)).forEach(mrs::tick);
      stageRuns = new ArrayList<>();
      store.read(
          Logs.STAGE_RUNS,
          RUN,
          CommitPosition.START,
          store.head(),
          row -> stageRuns.add(LogCodec.read(Logs.STAGE_RUNS, row)));
    }
  }

  @Test
  void everyRunOfAStage_isOneCompleteEventWithItsTickModelsAndTime() throws IOException {
    List<RunEvent> events = export("all.jsonl");

    assertThat(events).hasSameSizeAs(stageRuns);
    Set<UUID> ids = new HashSet<>();
    try (LogStore store = LogStores.directoryForReading(logs)) {
      for (int i = 0; i < events.size(); i++) {
        RunEvent event = events.get(i);
        StageRun stage = stageRuns.get(i);
        assertThat(event.getEventType()).isEqualTo(RunEvent.EventType.COMPLETE);
        assertThat(event.getJob().getNamespace()).isEqualTo("mrs");
        assertThat(event.getJob().getName()).isEqualTo("main/" + stage.stage());
        assertThat(event.getRun().getRunId())
            .isEqualTo(
                UUID.nameUUIDFromBytes(
                    ("main|" + stage.writtenAt() + "|" + stage.stage()).getBytes(UTF_8)));
        assertThat(ids.add(event.getRun().getRunId())).isTrue();
        assertThat(event.getRun().getFacets().getNominalTime().getNominalStartTime().toInstant())
            .isEqualTo(stage.writtenAt());
        assertThat(event.getRun().getFacets().getAdditionalProperties().get("mrs_stage"))
            .satisfies(
                facet ->
                    assertThat(facet.getAdditionalProperties())
                        .containsEntry("configId", stage.configId())
                        .containsEntry("modelVersions", stage.modelVersions()));
        assertThat(event.getEventTime().toInstant())
            .isEqualTo(store.committedAt(CommitPosition.of(1 + i / 4)).orElseThrow());
      }
    }
  }

  /** Over all events, the rows of the outputs of a log are the rows of the log. */
  @Test
  void outputs_haveTheRowsThatTheLogsHold() throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    for (RunEvent event : export("rows.jsonl")) {
      for (OutputDataset output : event.getOutputs()) {
        rows.merge(
            output.getName(),
            output.getOutputFacets().getOutputStatistics().getRowCount(),
            Long::sum);
      }
    }

    try (LogStore store = LogStores.directoryForReading(logs)) {
      for (Log<?> log :
          List.of(
              Logs.REPORTS_DETECTED,
              Logs.REPORTS_ENDED,
              Logs.REPORTS_CLUSTERED,
              Logs.REPORTS_ATTRIBUTED,
              Logs.REPORTS_COHORTED,
              Logs.EVENTS)) {
        assertThat(rows)
            .containsEntry("main/" + log.wireName(), store.count(log, RUN, store.head()));
      }
    }
  }

  @Test
  void inputs_areWhatTheStageReads() throws IOException {
    RunEvent attribution =
        export("inputs.jsonl").stream()
            .filter(event -> event.getJob().getName().equals("main/attribution"))
            .findFirst()
            .orElseThrow();

    assertThat(attribution.getInputs())
        .extracting(InputDataset::getName)
        .containsExactlyInAnyOrder(
            "input/context",
            "main/minority_reports_detected_log",
            "main/minority_reports_clustered_log");
  }

  @Test
  void sameLogs_giveTheSameBytes() throws IOException {
    export("one.jsonl");
    export("two.jsonl");

    assertThat(folder.resolve("one.jsonl")).hasSameBinaryContentAs(folder.resolve("two.jsonl"));
  }

  @Test
  void stageThatFailed_isAFailEventWithItsMessage() {
    try (LogStore store = LogStores.inMemory(InstantSource.fixed(Instant.EPOCH))) {
      StageRun failed =
          StageRun.builder()
              .runId(RUN)
              .writtenAt(Instant.parse("2025-08-07T16:00:00Z"))
              .stage("clustering")
              .outcome(StageOutcome.FAILED)
              .rowsIn(3)
              .rowsOut(0)
              .rowsError(0)
              .configId("CF-0")
              .message("the model did not answer")
              .build();
      store.append(
          Commit.of(
              List.of(
                  LogSlice.of(
                      Logs.STAGE_RUNS,
                      Writer.RUNNER,
                      List.of(LogCodec.row(Logs.STAGE_RUNS, failed))))));

      assertThat(StageEvents.of(store, RUN, "mrs"))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.getEventType()).isEqualTo(RunEvent.EventType.FAIL);
                assertThat(event.getRun().getFacets().getErrorMessage().getMessage())
                    .isEqualTo("the model did not answer");
              });
      assertThatThrownBy(() -> StageEvents.of(store, RunId.of("other"), "mrs"))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("run 'other' has no rows");
    }
  }

  @Test
  void command_namesWhatIsWrong() throws IOException {
    Path there = Files.writeString(folder.resolve("there.jsonl"), "");

    assertThat(command(logs.toString(), "--out", there.toString()))
        .contains("is there already; say a new file");
    assertThat(command(logs.toString(), "--out", there.resolve("x.jsonl").toString()))
        .contains("can its folder be written?");
    assertThat(command(logs.toString(), "--run-id", "other"))
        .contains("run 'other' has no rows up to position");
    assertThat(command(folder.resolve("nothing").toString())).isNotBlank();
  }

  private static List<RunEvent> export(String name) throws IOException {
    Path file = folder.resolve(name);
    String said = command(logs.toString(), "--out", file.toString());
    assertThat(said).contains(stageRuns.size() + " events in " + file);
    return Files.readAllLines(file).stream().map(OpenLineageClientUtils::runEventFromJson).toList();
  }

  private static String command(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter to = new PrintWriter(said, true);
    new CommandLine(new OpenLineageExport()).setOut(to).setErr(to).execute(arguments);
    return said.toString();
  }
}
