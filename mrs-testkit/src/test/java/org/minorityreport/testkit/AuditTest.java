package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.lineage.LineageGraph;
import org.minorityreport.api.lineage.LineageKind;
import org.minorityreport.api.lineage.LineageNode;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.api.provenance.LogGap;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.rehearsal.LogComparison;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.api.rehearsal.Replay;
import org.minorityreport.api.rehearsal.ReplayOutcome;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.api.rehearsal.RunComparison;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.audit.Audit;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.lineage.LineageText;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.provenance.Provenance;
import org.minorityreport.core.provenance.ProvenanceText;
import org.minorityreport.core.rehearsal.RehearsalText;

/** Questions about a simulated run (spec 7.6), through the façade. */
class AuditTest {
  private static final String REPORTS = "minority_reports_clustered_log";

  private static LogStore store;
  private static InputTables tables;
  private static Mrs mrs;
  private static Audit audit;
  private static MinorityReport report;

  @BeforeAll
  static void run() {
    tables = new SmallWorld().tables();
    store = SmallWorld.run(tables, 2);
    mrs = SmallWorld.open(store, tables, 2);
    audit = mrs.audit();
    report = mrs.reports().all().get(0);
  }

  @AfterAll
  static void close() {
    mrs.close();
  }

  @Nested
  class BadInput {
    @Test
    void textThatIsNoId() {
      assertThatThrownBy(() -> audit.trail("report 1"))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "'report 1' is no id of a report or event; expected 'MR-' or 'ME-' and 8 to 32"
                  + " lower-case hex digits");
      assertThatThrownBy(() -> audit.trail("MR-12"))
          .hasMessageContaining("'MR-12' is no id of report");
      assertThatThrownBy(() -> audit.replay("ME-12345678", ReplayProgress.NONE))
          .hasMessageContaining("'ME-12345678' is no id of a report");
    }

    @Test
    void idThatNothingHas() {
      String other = "MR-" + "0".repeat(32);
      assertThatThrownBy(() -> audit.explain(other, "sku"))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("no report has the id '" + other + "' among the ");
      assertThatThrownBy(() -> audit.trail("ME-00000000"))
          .hasMessageStartingWith("no event has the id 'ME-00000000' among the ");
    }

    @Test
    void abbreviatedId_thatOneReportHas_isFound() {
      String id = report.reportId().value();

      assertThat(audit.trail(id.substring(0, 11))).isEqualTo(audit.trail(id));
    }

    @Test
    void abbreviatedId_thatSeveralHave_listsThem() {
      String begin = "MR-aaaaaaaa";
      String one = begin + "0".repeat(24);
      String other = begin + "1".repeat(24);
      try (LogStore few = LogStores.inMemory(SmallWorld.CLOCK)) {
        List<LogRow> rows = Stream.of(one, other).map(AuditTest::ended).toList();
        few.append(Commit.of(List.of(LogSlice.of(Logs.REPORTS_ENDED, Writer.DETECTION, rows))));
        assertThatThrownBy(() -> new Provenance(few, SmallWorld.RUN).trail(begin, AsOf.now()))
            .isInstanceOf(UsageException.class)
            .hasMessage(
                "'MR-aaaaaaaa' is ambiguous: it fits 2 ids: "
                    + one
                    + ", "
                    + other
                    + "; give more digits");
      }
    }

    @Test
    void fieldThatIsNone_listsTheFields() {
      assertThatThrownBy(() -> audit.explain(report.reportId().value(), "cause"))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith(
              "a report has no field 'cause'; its fields are report_id, run_id");
      assertThatThrownBy(() -> audit.history("ME-00000000", "sku"))
          .hasMessageStartingWith("an event has no field 'sku'; its fields are event_id");
    }

    @Test
    void momentThatIsNone() {
      String id = report.reportId().value();
      long head = store.head().value();
      AsOf future = AsOf.atPosition(store.head().next());

      assertThatThrownBy(() -> audit.trail(id, future))
          .hasMessage(
              "position " + (head + 1) + " is not there yet: the newest commit is at " + head);
      assertThatThrownBy(() -> audit.explain(id, "sku", AsOf.atTag("June")))
          .hasMessageContaining("run 'main' has no tag 'June'");
      assertThatThrownBy(() -> audit.lineage(AsOf.now().untilTick(Instant.EPOCH)))
          .hasMessageContaining("lineage counts the rows of a position");
    }

    @Test
    void reportBeforeItWasRaised() {
      AsOf before = AsOf.atPosition(CommitPosition.of(1));

      assertThatThrownBy(() -> audit.explain(report.reportId().value(), "sku", before))
          .hasMessageStartingWith("no report has the id");
    }

    @Test
    void runWithoutRows() {
      Mrs.Builder builder = Mrs.builder().logs(store).inputs(tables).run("empty");
      try (Mrs empty = builder.build()) {
        String none =
            " has no rows up to position " + store.head() + "; runs that have rows: [main]";
        assertThatThrownBy(() -> empty.audit().trail(report.reportId().value()))
            .hasMessage("run 'empty'" + none);
        assertThatThrownBy(() -> empty.audit().lineage()).hasMessage("run 'empty'" + none);
        assertThatThrownBy(() -> empty.audit().rehearse(ReplayProgress.NONE))
            .hasMessageStartingWith("run 'empty' has no ticks");
        assertThatThrownBy(() -> audit.compare(RunId.of("main"), RunId.of("empty")))
            .hasMessageStartingWith("run 'empty' has no ticks");
      }
    }
  }

  @Nested
  class Moments {
    @Test
    void trail_asOfAPosition_isTheBeginningOfTheWholeTrail() {
      Trail whole = audit.trail(report.reportId().value());
      CommitPosition middle =
          CommitPosition.of(whole.commits().get(whole.commits().size() / 2).position());

      Trail then = audit.trail(report.reportId().value(), AsOf.atPosition(middle));

      assertThat(then.position()).isEqualTo(middle.value());
      assertThat(then.commits()).isEqualTo(whole.commits().subList(0, then.commits().size()));
      assertThat(then.commits().get(then.commits().size() - 1).position())
          .isEqualTo(middle.value());
    }

    @Test
    void explanation_untilATick_isWhatWasShownThen() {
      AsOf until = AsOf.now().untilTick(report.raisedAt());

      Explanation severity =
          audit.explain(report.reportId().value(), "attributed_sales_total", until);

      assertThat(severity.value().orElseThrow().toString())
          .isEqualTo(
              mrs.reports(until).get(report.reportId().value()).attributedSalesTotal().toString());
      assertThat(severity.rows().get(0).row().tick()).isEqualTo(report.raisedAt());
    }
  }

  @Nested
  class Damage {
    @TempDir private Path directory;

    /** A byte of one slice of MRCL is not what was written. */
    @Test
    void commitThatCannotBeRead_isNamedAndAllElseIsShown() throws IOException {
      List<Instant> ticks =
          SmallWorld.ticks().stream().filter(t -> !t.isAfter(report.raisedAt())).toList();
      Path logs = directory.resolve("store");
      try (LogStore files = LogStores.directory(logs);
          Mrs system = SmallWorld.open(files, tables, 2)) {
        ticks.forEach(system::tick);
      }
      flipInTheLastRow(logs, report.reportId().value());

      try (LogStore damaged = LogStores.directoryForReading(logs)) {
        Trail trail =
            new Provenance(damaged, SmallWorld.RUN).trail(report.reportId().value(), AsOf.now());

        assertThat(trail.gaps())
            .singleElement()
            .satisfies(
                gap -> {
                  assertThat(gap.log()).isEqualTo(REPORTS);
                  assertThat(gap.firstPosition()).isEqualTo(ticks.size());
                  assertThat(gap.lastPosition()).isEqualTo(ticks.size());
                  assertThat(gap.message()).contains(REPORTS).contains("restore the file");
                });
        assertThat(trail.commits()).flatExtracting(c -> c.rows()).isNotEmpty();
        assertThat(trail.commits())
            .flatExtracting(c -> c.rows())
            .noneMatch(row -> row.log().equals(REPORTS));
        assertThat(ProvenanceText.of(trail))
            .contains("NOT READ  " + REPORTS + ", position " + ticks.size() + ": ");
        String other = "MR-" + "0".repeat(32);
        assertThatThrownBy(() -> new Provenance(damaged, SmallWorld.RUN).trail(other, AsOf.now()))
            .hasMessageStartingWith("no report has the id")
            .hasMessageEndingWith(
                "; could not be read: " + REPORTS + " at position " + ticks.size());
        Explanation cause =
            new Provenance(damaged, SmallWorld.RUN)
                .explain(report.reportId().value(), "proposed_cause", AsOf.now());
        assertThat(cause.gaps()).extracting(LogGap::log).containsExactly(REPORTS);
        assertThat(cause.rows()).isNotEmpty();
      }
    }

    private void flipInTheLastRow(Path logs, String id) throws IOException {
      try (Stream<Path> files = Files.walk(logs)) {
        Path segment =
            files
                .filter(file -> file.toString().contains(REPORTS))
                .filter(file -> file.toString().endsWith(".jsonl"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(segment);
        int at = new String(bytes, UTF_8).lastIndexOf(id);
        bytes[at + id.length() - 1] ^= 1;
        Files.write(segment, bytes);
      }
    }
  }

  @Nested
  class Again {
    @Test
    void report_fromTheSameSource_isEqual() {
      List<Instant> told = new ArrayList<>();

      Replay replay =
          audit.replay(
              report.reportId().abbreviated(),
              (tick, done, all) -> {
                told.add(tick);
                assertThat(done).isEqualTo(told.size()).isLessThanOrEqualTo(all);
              });

      assertThat(replay.outcome()).isEqualTo(ReplayOutcome.EQUAL);
      assertThat(replay.reportId()).isEqualTo(report.reportId());
      assertThat(replay.rows()).isGreaterThan(4);
      assertThat(replay.firstDifference()).isEmpty();
      assertThat(replay.sourceChanges()).isEmpty();
      assertThat(replay.configReplayed()).isEqualTo(replay.configLogged()).startsWith("CF-");
      assertThat(told)
          .hasSize(replay.ticks())
          .isEqualTo(SmallWorld.ticks().subList(0, told.size()));
      assertThat(RehearsalText.of(replay)).contains("outcome   equal");
    }

    @Test
    void report_whoseRowSaysSomethingElse_differsThere() {
      LogStore altered = new AlteredStore(store, AuditTest::otherCluster);
      try (Mrs system = SmallWorld.open(altered, tables, 2)) {
        Replay replay = system.audit().replay(report.reportId().value(), ReplayProgress.NONE);

        assertThat(replay.outcome()).isEqualTo(ReplayOutcome.DIFFERS);
        assertThat(replay.firstDifference())
            .hasValueSatisfying(
                difference -> {
                  assertThat(difference.log()).isEqualTo(REPORTS);
                  assertThat(difference.tick()).isEqualTo(report.raisedAt());
                  assertThat(difference.field()).contains("report_status");
                  assertThat(difference.logged()).contains("clumsered");
                  assertThat(difference.replayed()).contains("clustered");
                });
        assertThat(RehearsalText.of(replay)).contains("logged   clumsered", "replayed clustered");
      }
    }

    @Test
    void report_whoseSalesWereTakenBack_namesStoreAndDay() {
      Instant onset = report.firstDetectedFrom();
      InputTables changed =
          new SmallWorld()
              .without(report.storeId(), report.sku(), onset, onset.plus(Duration.ofDays(1)))
              .tables();
      try (Mrs system = SmallWorld.open(store, changed, 2)) {
        MinorityReport last =
            mrs.reports().all().stream()
                .filter(r -> r.storeId().equals(report.storeId()))
                .findFirst()
                .orElseThrow();
        Replay replay = system.audit().replay(last.reportId().value(), ReplayProgress.NONE);

        assertThat(replay.outcome()).isEqualTo(ReplayOutcome.SOURCE_CHANGED);
        assertThat(replay.sourceChanges())
            .first()
            .satisfies(
                change -> {
                  assertThat(change.source()).isEqualTo("till");
                  assertThat(change.logged()).isPresent().isNotEqualTo(change.present());
                });
        Rehearsal rehearsal = system.audit().rehearse(ReplayProgress.NONE);
        assertThat(rehearsal.sourceChanges())
            .first()
            .satisfies(
                change -> {
                  assertThat(change.item()).isEqualTo(report.storeId().value());
                  assertThat(change.day()).contains(onset.toString().substring(0, 10));
                });
        assertThat(rehearsal.logs()).anyMatch(log -> log.missing() > 0);
      }
    }

    @Test
    void run_fromTheSameSource_isEqualInEveryLogAndAppendsNothing() {
      CommitPosition head = store.head();

      Rehearsal rehearsal = audit.rehearse(ReplayProgress.NONE);

      assertThat(store.head()).isEqualTo(head);
      assertThat(rehearsal.logs())
          .allSatisfy(
              log -> {
                assertThat(log.missing() + log.extra() + log.different()).as(log.log()).isZero();
                assertThat(log.equal())
                    .isEqualTo(store.count(Logs.byWireName(log.log()), SmallWorld.RUN, head));
              });
      assertThat(rehearsal.logs()).extracting(LogComparison::log).contains(REPORTS);
      assertThat(rehearsal.replayed()).isEqualTo(rehearsal.logged());
      assertThat(rehearsal.logged().reports()).isEqualTo(mrs.reports().all().size());
      assertThat(rehearsal.sourceChanges()).isEmpty();
      assertWidth(RehearsalText.of(rehearsal));
    }

    @Test
    void run_withOtherSettings_saysWhatWouldBe() {
      Settings strict =
          Settings.builder()
              .detection(DetectionSettings.builder().maxBackdateSteps(1).build())
              .build();
      Mrs.Builder other =
          Mrs.builder()
              .logs(store)
              .inputs(tables)
              .run("other")
              .settings(strict)
              .clock(SmallWorld.CLOCK);
      try (Mrs system = other.build();
          LogStore scratch = LogStores.inMemory()) {
        Rehearsal rehearsal = system.audit().rehearse(SmallWorld.RUN, scratch, ReplayProgress.NONE);

        assertThat(rehearsal.configReplayed()).isNotEqualTo(rehearsal.configLogged());
        assertThat(rehearsal.logs()).anyMatch(log -> log.firstDifference().isPresent());
        assertThatThrownBy(
                () -> system.audit().rehearse(SmallWorld.RUN, scratch, ReplayProgress.NONE))
            .hasMessageContaining("a rehearsal needs an empty one");
      }
    }
  }

  @Nested
  class Comparisons {
    @Test
    void twoStatesOfARun_differByWhatCameBetween() {
      CommitPosition half = CommitPosition.of(store.head().value() / 2);

      RunComparison comparison =
          audit.compare(SmallWorld.RUN, AsOf.atPosition(half), SmallWorld.RUN, AsOf.now());

      SortedSet<String> then = new TreeSet<>();
      mrs.reports(AsOf.atPosition(half)).all().forEach(r -> then.add(r.reportId().value()));
      SortedSet<String> came = new TreeSet<>();
      mrs.reports().all().forEach(r -> came.add(r.reportId().value()));
      came.removeAll(then);
      assertThat(comparison.onlyInA()).isEmpty();
      assertThat(comparison.onlyInB()).extracting(id -> id.value()).containsExactlyElementsOf(came);
      assertThat(comparison.changed())
          .flatExtracting(c -> c.changes())
          .extracting(c -> c.field())
          .contains("window_end");
      assertThat(comparison.figuresA().reports()).isEqualTo(then.size());
      assertThat(comparison.figuresB().reports()).isEqualTo(mrs.reports().all().size());
      assertWidth(RehearsalText.of(comparison));
    }

    @Test
    void runWithItself_isTheSame() {
      RunComparison comparison = audit.compare(SmallWorld.RUN, SmallWorld.RUN);

      assertThat(comparison.onlyInA()).isEmpty();
      assertThat(comparison.onlyInB()).isEmpty();
      assertThat(comparison.changed()).isEmpty();
      assertThat(comparison.figuresA()).isEqualTo(comparison.figuresB());
    }
  }

  @Nested
  class Lineage {
    @Test
    void everyLogWithRows_isThereWithItsRowsAndItsWriter() {
      LineageGraph graph = audit.lineage();

      Logs.all()
          .forEach(
              log -> {
                long rows = store.count(log, SmallWorld.RUN, store.head());
                Optional<LineageNode> node = node(graph, "log_" + log.wireName());
                assertThat(node.isPresent()).as(log.wireName()).isEqualTo(rows > 0);
                node.ifPresent(
                    n -> {
                      assertThat(n.rows()).hasValue(rows);
                      assertThat(graph.edges()).anyMatch(e -> e.target().equals(n.id()));
                    });
              });
      assertThat(graph.edges())
          .allSatisfy(
              edge -> {
                assertThat(node(graph, edge.source())).isPresent();
                assertThat(node(graph, edge.target())).isPresent();
              });
      assertThat(node(graph, "stage_detection").orElseThrow().details())
          .containsKeys("model_baseline", "model_classifier", "ticks_ok");
      assertThat(node(graph, "dataset_minority_reports").orElseThrow().rows())
          .hasValue(mrs.reports().all().size());
      assertThat(graph.nodes()).filteredOn(n -> n.kind() == LineageKind.INPUT).hasSize(3);
    }

    @Test
    void texts_areTheSameForEqualGraphsAndHaveEveryPart() {
      LineageGraph graph = audit.lineage();
      LineageGraph again = SmallWorld.open(store, tables, 1).audit().lineage();

      assertThat(LineageText.of(again)).isEqualTo(LineageText.of(graph));
      assertThat(LineageText.mermaid(graph)).startsWith("flowchart LR\n").contains(" --> ");
      assertThat(LineageText.dot(graph)).startsWith("digraph lineage {\n").endsWith("}\n");
      for (LineageNode node : graph.nodes()) {
        assertThat(LineageText.mermaid(graph)).contains("  " + node.id());
        assertThat(LineageText.dot(graph)).contains("  " + node.id() + " [");
      }
      assertWidth(LineageText.of(graph));
    }

    /** A name may hold whatever ends a label in the one language or the other. */
    @Test
    void namesWithQuotes_areEscaped() {
      LineageNode node =
          LineageNode.builder()
              .id("input_sales_0")
              .kind(LineageKind.INPUT)
              .label("the \"till\" \\ <b>#1")
              .build();
      LineageGraph graph =
          LineageGraph.builder().runId(RunId.of("a \"run\"")).position(0).addNodes(node).build();

      assertThat(LineageText.mermaid(graph))
          .contains("input_sales_0[/\"the #quot;till#quot; \\ #lt;b#gt;#35;1\"/]");
      assertThat(LineageText.dot(graph))
          .contains("label=\"the \\\"till\\\" \\\\ <b>#1\"")
          .contains("label=\"run a \\\"run\\\", position 0\"");
    }

    private static Optional<LineageNode> node(LineageGraph graph, String id) {
      return graph.nodes().stream().filter(node -> node.id().equals(id)).findFirst();
    }
  }

  @Nested
  class Forms {
    @Test
    void texts_fitATerminal() {
      for (MinorityReport each : mrs.reports().all()) {
        assertWidth(ProvenanceText.of(audit.trail(each.reportId().value())));
        assertWidth(ProvenanceText.of(audit.explain(each.reportId().value(), "members")));
        assertWidth(ProvenanceText.of(audit.history(each.reportId().value(), "members")));
      }
      for (MinorityEvent each : mrs.events().all()) {
        assertWidth(ProvenanceText.of(audit.trail(each.eventId().value())));
      }
    }

    @Test
    void json_readsBackAsTheSameValue() {
      Trail trail = audit.trail(report.reportId().value());
      Explanation cause = audit.explain(report.reportId().value(), "proposed_cause");
      LineageGraph graph = audit.lineage();

      assertThat(CanonicalJson.read(CanonicalJson.bytes(trail), Trail.class)).isEqualTo(trail);
      assertThat(CanonicalJson.read(CanonicalJson.bytes(cause), Explanation.class))
          .isEqualTo(cause);
      assertThat(CanonicalJson.read(CanonicalJson.bytes(graph), LineageGraph.class))
          .isEqualTo(graph);
    }
  }

  private static StoredRow otherCluster(StoredRow row) {
    boolean wanted =
        row.log().equals(Logs.REPORTS_CLUSTERED)
            && row.subject().filter(report.reportId().value()::equals).isPresent();
    String text = row.text().replace("\"clustered\"", "\"clumsered\"");
    return wanted
        ? StoredRow.of(row.log(), text.getBytes(UTF_8), row.position(), row.rowNumber())
        : row;
  }

  private static LogRow ended(String id) {
    return LogCodec.row(
        Logs.REPORTS_ENDED,
        ReportEnded.builder()
            .runId(SmallWorld.RUN)
            .writtenAt(Instant.EPOCH)
            .reportId(ReportId.of(id))
            .storeId(report.storeId())
            .eventStatus(EventStatus.ACTIVE)
            .endReason(EndReason.REOPENED)
            .build());
  }

  private static void assertWidth(String text) {
    assertThat(text.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }
}
