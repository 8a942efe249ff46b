package org.minorityreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import picocli.CommandLine.Help;

/** Every command over a small run, its bad input, and what scripts rely on. */
class MrsCommandTest {
  private static final List<String> MARKETER = List.of("--actor", "anna", "--role", "marketer");
  private static final List<String> SCIENTIST =
      List.of("--actor", "lee", "--role", "data_scientist");
  private static final List<String> ADMIN = List.of("--actor", "ada", "--role", "admin");

  @TempDir static Path shared;
  private static Path world = Path.of("");
  private static Path kept = Path.of("");

  @TempDir Path own;

  @BeforeAll
  static void runOnce() {
    world = SmallRun.world(shared);
    kept = SmallRun.store(shared, world);
  }

  /** {@return a store of this test's own} */
  private Path store() throws IOException {
    Path store = own.resolve("store");
    Folders.copy(kept, Files.createDirectories(own).resolve("store"));
    return store;
  }

  private static Ran mrs(String command, Path store, Object... more) {
    return Ran.mrs(
        Stream.concat(
                Stream.of(command.split(" ")),
                Stream.concat(Stream.of("--store", store), Stream.of(more)))
            .toArray());
  }

  private static Ran act(String command, Path store, List<String> actor, Object... more) {
    return mrs(command, store, Stream.concat(actor.stream(), Stream.of(more)).toArray());
  }

  private static String first(String command) {
    return mrs(command, kept, "--order", "impact", "--desc", "--limit", "1", "--json")
        .field(command.equals("events") ? "event_id" : "report_id");
  }

  @Test
  void simulate_writes_the_five_files_and_a_run_finds_the_same_reports_each_time()
      throws IOException {
    assertThat(names(world))
        .containsExactlyInAnyOrder(
            "sales.csv", "stores.csv", "campaigns.csv", "context.csv", "truth.json");
    Path again = SmallRun.store(own, world);
    assertThat(mrs("reports", again, "--json").out())
        .isEqualTo(mrs("reports", kept, "--json").out())
        .isNotEmpty();
    assertThat(mrs("events", again, "--json").out()).isEqualTo(mrs("events", kept, "--json").out());
  }

  @Test
  void listings_filter_order_and_print_a_json_object_a_line() {
    List<String> all = mrs("reports", kept, "--json").lines();
    assertThat(all).hasSizeGreaterThan(10);
    assertThat(all).allSatisfy(line -> assertThat(fields(line)).containsKey("report_id"));
    List<String> drops = mrs("reports", kept, "--direction", "drop", "--json").lines();
    assertThat(drops)
        .isNotEmpty()
        .hasSizeLessThan(all.size())
        .allSatisfy(line -> assertThat(fields(line)).containsEntry("direction", "drop"));
    List<String> impacts = mrs("reports", kept, "--order", "impact", "--desc", "--json").lines();
    assertThat(impacts.stream().map(MrsCommandTest::impact).toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(mrs("reports", kept, "--limit", 3, "--offset", 2, "--json").lines())
        .isEqualTo(all.subList(2, 5));
    assertThat(mrs("reports", kept, "--as-of", 1, "--json").out()).isEmpty();
    assertThat(mrs("events", kept, "--size-from", 2, "--json").lines())
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat((List<?>) fields(line).get("report_ids")).hasSizeGreaterThan(1));
  }

  private static Double impact(String line) {
    Object impact = fields(line).get("impact_estimate");
    return impact == null
        ? Double.NEGATIVE_INFINITY
        : Math.abs(Double.parseDouble(impact.toString()));
  }

  private static Map<String, Object> fields(String line) {
    return CanonicalJson.fields(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void one_report_is_shown_explained_trailed_replayed_and_exported() {
    String id = first("reports");
    assertThat(mrs("show " + id.substring(0, 12), kept, "--json").field("report_id")).isEqualTo(id);
    assertThat(mrs("show " + id, kept).out()).contains("first_detected_from");
    assertThat(mrs("show " + first("events"), kept).out()).contains("cohort_reason");
    assertThat(mrs("explain " + id + " proposed_cause", kept).out())
        .contains("minority_reports_proposed_attribution_log");
    assertThat(mrs("trail " + id, kept).out()).contains("minority_reports_detected_log row");
    assertThat(mrs("trail " + id + " --field severity_score", kept).out()).contains("history of");
    Ran replay = mrs("replay " + id, kept, "--inputs", world);
    assertThat(replay.code()).isZero();
    assertThat(replay.out()).contains("equal");
    assertThat(mrs("export " + id, kept, "--format", "html").out()).startsWith("<!DOCTYPE html>");
    Path file = own.resolve("deep").resolve("audit.json");
    assertThat(mrs("export " + id, kept, "--out", file).out()).isEmpty();
    assertThat(file).content().contains(id);
    assertThat(mrs("export minority_reports_detected_log", kept).lines()).hasSizeGreaterThan(50);
    assertThat(mrs("export reports", kept).out()).isEqualTo(mrs("reports", kept, "--json").out());
  }

  @Test
  void the_whole_run_is_looked_at() {
    assertThat(mrs("health", kept).out()).startsWith("Health of run main");
    assertThat(mrs("health", kept, "--json", "--check").code()).isZero();
    assertThat(mrs("figures", kept).out()).contains("reports_raised");
    assertThat(mrs("models", kept).out()).contains("mock-baseline@1");
    assertThat(mrs("models", kept, "--json").lines()).hasSize(5);
    assertThat(mrs("registry list", kept).out()).contains("registered", "mock-cohort@1");
    assertThat(mrs("lineage", kept).out()).contains("lineage of run 'main'");
    assertThat(mrs("lineage --format dot", kept).out()).startsWith("digraph");
    assertThat(mrs("lineage --format mermaid", kept).out()).startsWith("flowchart");
    assertThat(mrs("lineage --format openlineage", kept).lines())
        .allSatisfy(line -> assertThat(fields(line)).containsKey("eventType"));
    assertThat(mrs("compare main main", kept, "--json").field("run_b")).isEqualTo("main");
    Ran rehearsal = mrs("rehearse main", kept, "--inputs", world);
    assertThat(rehearsal.code()).as(rehearsal.out()).isZero();
    assertThat(mrs("verify", kept).out()).startsWith("intact");
    assertThat(mrs("verify", kept, "--json").out()).contains("\"intact\":true");
    assertThat(mrs("worklist", kept, MARKETER.toArray()).lines()).isNotEmpty();
    assertThat(Ran.mrs("completion").out()).contains("complete -F");
  }

  @Test
  void an_event_is_approved_the_feed_follows_and_the_approval_is_taken_back() throws IOException {
    Path store = store();
    String event = first("events");
    Ran before = mrs("feed --part windows", store, "--json");
    Ran approved = act("review approve " + event, store, MARKETER, "--json");
    assertThat(approved.code()).as(approved.err()).isZero();
    assertThat(mrs("show " + event, store, "--json").field("review_state")).isEqualTo("approved");
    String act = approved.field("annotation_id");
    assertThat(mrs("feed", store, "--json").out()).contains("\"status\":\"confirmed\"");
    Ran reverted = act("review revert " + event, store, MARKETER, "--act", act);
    assertThat(reverted.code()).as(reverted.err()).isZero();
    assertThat(mrs("feed --part windows", store, "--json").out()).isEqualTo(before.out());
    assertThat(mrs("export user_minority_events_edits_log", store).lines()).hasSize(2);
  }

  @Test
  void a_report_is_edited_moved_questioned_and_its_context_recorded() throws IOException {
    Path store = store();
    String id = first("reports");
    Ran edited =
        act(
            "review edit " + id,
            store,
            MARKETER,
            "--cause",
            "Empty shelf",
            "--category",
            "competitor_action",
            "--confidence",
            "0.78",
            "--json");
    assertThat(edited.code()).as(edited.err()).isZero();
    assertThat(mrs("show " + id, store, "--json").field("final_cause")).isEqualTo("Empty shelf");
    assertThat(act("review move " + id, store, SCIENTIST, "--event", "new").code()).isZero();
    assertThat(
            act(
                    "review request-review " + id,
                    store,
                    MARKETER,
                    "--assignee",
                    "data_scientist",
                    "--note",
                    "is it the weather?")
                .code())
        .isZero();
    assertThat(act("worklist --questions", store, SCIENTIST).out()).contains("is it the weather?");
    assertThat(act("review answer " + id, store, SCIENTIST, "--note", "yes").code()).isZero();
    assertThat(act("worklist --questions", store, SCIENTIST).out()).isEmpty();
    Ran context =
        act(
            "review record-context",
            store,
            MARKETER,
            "--category",
            "weather",
            "--subtype",
            "heat",
            "--name",
            "Hot spell",
            "--start",
            "2025-08-06T08:00:00Z",
            "--region",
            "Greater London",
            "--severity",
            "high",
            "--source",
            "met office",
            "--json");
    assertThat(context.code()).as(context.err()).isZero();
    assertThat(mrs("review contexts Hot", store).out()).contains("Hot spell");
    assertThat(
            act("review withdraw-context " + context.field("context_id"), store, MARKETER).code())
        .isZero();
    assertThat(mrs("review look-alikes " + id, store, "--most", 3).lines()).hasSize(3);
    assertThat(
            act(
                    "review offer " + edited.field("annotation_id"),
                    store,
                    MARKETER,
                    first("reports"),
                    "--to",
                    "marketer")
                .code())
        .isIn(ExitCodes.DONE, ExitCodes.REFUSED);
  }

  @Test
  void settings_are_set_by_an_admin_only_and_listed() throws IOException {
    Path store = store();
    String from = "2025-08-20T00:00:00Z";
    Ran refused = act("policy set small", store, MARKETER, "--setting-version", 1, "--from", from);
    assertThat(refused.code()).isEqualTo(ExitCodes.REFUSED);
    assertThat(refused.err()).contains("needed: admin");
    assertThat(mrs("policy list", store).out()).isEmpty();
    assertThat(act("policy set small", store, ADMIN, "--setting-version", 1, "--from", from).code())
        .isZero();
    assertThat(
            act(
                    "policy suppress faint",
                    store,
                    ADMIN,
                    "--setting-version",
                    1,
                    "--from",
                    from,
                    "--minimum-severity",
                    "0.2")
                .code())
        .isZero();
    assertThat(act("policy two-persons 5000", store, ADMIN).code()).isZero();
    assertThat(mrs("policy list", store).out())
        .contains("policy  small@1", "suppression_rule  faint@1", "two_person_money");
    assertThat(mrs("tag month-end", store, "--actor", "anna", "--note", "trained on").code())
        .isZero();
    assertThat(mrs("tag", store).out()).contains("month-end", "trained on");
    assertThat(mrs("reports --as-of month-end", store, "--json").lines()).isNotEmpty();
    assertThat(
            act("registry approve baseline mock-baseline@1", store, ADMIN, "--note", "looked at")
                .code())
        .isZero();
    assertThat(act("rereview", store, SCIENTIST, "--inputs", world).out()).contains("looked at");
  }

  @Test
  void a_dry_run_tells_what_corrected_sales_would_change_and_writes_nothing() throws IOException {
    Path store = store();
    Path corrected = own.resolve("corrected");
    Folders.copy(world, corrected);
    String store1 =
        mrs("reports", store, "--order", "impact", "--desc", "--limit", 1, "--json")
            .field("store_id");
    List<String> sales = Files.readAllLines(corrected.resolve("sales.csv"));
    Files.write(
        corrected.resolve("sales.csv"),
        sales.stream()
            .map(line -> line.startsWith(store1 + ",") ? flattened(line) : line)
            .toList());
    long head = head(store);
    Ran ran = mrs("run", store, "--inputs", corrected, "--dry-run");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("minority_reports_detected_log rows ", " superseded 1");
    assertThat(head(store)).isEqualTo(head);
    Ran same = mrs("run", store, "--inputs", world, "--dry-run");
    assertThat(same.out()).isEmpty();
    assertThat(same.err()).contains("nothing is written");
  }

  /** A till that sold one of everything, always. */
  private static String flattened(String line) {
    String[] cells = line.split(",", -1);
    return cells[0] + "," + cells[1] + "," + cells[2] + ",1,2.5";
  }

  private static long head(Path store) {
    try (DirectoryLogStore logs = LogStores.directoryForReading(store)) {
      return logs.head().value();
    }
  }

  @Test
  void wrong_use_ends_with_two_and_says_what_is_needed() {
    assertWrong(Ran.mrs(), "say which command");
    assertWrong(Ran.mrs("reports"), "--store");
    assertWrong(mrs("reports", kept, "--order", "colour"), "colour");
    assertWrong(mrs("reports", kept, "--run-id", "other"), "it has [main]");
    assertWrong(mrs("show MR-00000000", kept), "no report has the id 'MR-00000000'");
    assertWrong(mrs("explain " + first("reports") + " colour", kept), "colour");
    assertWrong(mrs("reports --as-of 999999", kept), "999999");
    assertWrong(mrs("reports --as-of no-such-tag", kept), "no-such-tag");
    assertWrong(mrs("export nothing", kept), "logs are [");
    assertWrong(mrs("replay " + first("reports"), kept), "--inputs DIR");
    assertWrong(mrs("worklist", kept, "--actor", "a", "--role", "king"), "'king' is no role");
    assertWrong(mrs("models", kept, "--model", "baselin=mock"), "'baselin' is no role");
    assertWrong(mrs("models", kept, "--model", "baseline=other"), "other");
    assertWrong(Ran.mrs("simulate", "--out", "x", "--cadence", "soon"), "cadence is 'soon'");
    assertWrong(mrs("feed --part colours", kept), "colours");
  }

  private static void assertWrong(Ran ran, String said) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCodes.WRONG_USAGE);
    assertThat(ran.err()).startsWith("mrs: ").contains(said).doesNotContain("\tat ");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void what_fails_ends_with_one_and_leaves_the_store_as_it_was() throws IOException {
    assertFails(mrs("reports", own.resolve("none")), "is no folder");
    assertFails(mrs("run", own.resolve("s"), "--inputs", own.resolve("none")), "is no folder");
    Path empty = Files.createDirectories(own.resolve("empty"));
    Ran noSales = mrs("run", own.resolve("s"), "--inputs", empty);
    assertFails(noSales, "sales");
    assertThat(own.resolve("s")).doesNotExist();
    Path store = store();
    long head = head(store);
    try (DirectoryLogStore held = LogStores.directory(store)) {
      assertFails(
          act("review approve " + first("events"), store, MARKETER),
          store.getFileName().toString());
      assertThat(held.head().value()).isEqualTo(head);
    }
    try (Stream<Path> files = Files.walk(store)) {
      Path segment =
          files
              .filter(file -> file.toString().endsWith(".jsonl"))
              .sorted()
              .findFirst()
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(segment);
      bytes[bytes.length / 2] ^= 1;
      Files.write(segment, bytes);
      Ran verified = mrs("verify", store);
      assertFails(verified, segment.getFileName().toString());
      assertThat(verified.out()).contains("not intact");
    }
  }

  private static void assertFails(Ran ran, String said) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(ran.err()).contains(said).doesNotContain("\tat ");
  }

  @Test
  void acts_that_the_rules_refuse_end_with_three_and_write_nothing() throws IOException {
    Path store = store();
    String id = first("reports");
    long head = head(store);
    assertRefused(
        act("review approve " + id, store, List.of("--actor", "v", "--role", "viewer")),
        "not_allowed");
    assertRefused(
        act("review edit " + id, store, MARKETER, "--confidence", "1.4"),
        "confidence_out_of_range");
    assertRefused(
        act(
            "review reopen " + id,
            store,
            MARKETER,
            "--reason",
            "new_evidence",
            "--mode",
            "reprocess",
            "--note",
            "too short"),
        "note_too_short");
    assertRefused(
        act("review dismiss " + id, store, MARKETER, "--reason", "boring"), "unknown_reason");
    assertRefused(act("review approve MR-0000000000", store, MARKETER), "unknown_target");
    assertThat(head(store)).isEqualTo(head);
    Ran feed = mrs("feed --refuse-share 0.0001", approvedStore(store));
    assertThat(feed.code()).isEqualTo(ExitCodes.REFUSED);
    assertThat(feed.err()).contains("refuse: store ", "week of ");
    assertThat(feed.out()).isEmpty();
  }

  private static Path approvedStore(Path store) {
    for (String line : mrs("events", store, "--json").lines()) {
      act("review approve " + fields(line).get("event_id"), store, MARKETER);
    }
    return store;
  }

  private static void assertRefused(Ran ran, String said) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCodes.REFUSED);
    assertThat(ran.err()).startsWith("mrs: " + said);
  }

  @Test
  void a_reader_that_goes_away_and_a_full_disk_end_with_one() {
    StringWriter err = new StringWriter();
    LastingWriter full =
        new LastingWriter(
            new Writer() {
              @Override
              public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
              }

              @Override
              public void flush() {}

              @Override
              public void close() {}
            });
    int code =
        Main.execute(
            new String[] {"reports", "--store", kept.toString()},
            new PrintWriter(full),
            new PrintWriter(err, true),
            Help.Ansi.OFF);
    assertThat(code).isEqualTo(ExitCodes.FAILED);
    assertThat(err.toString()).contains("nobody takes the output");
    assertThat(full.first()).hasMessage("No space left on device");
  }

  @Test
  void run_with_a_parent_takes_its_decisions_over_and_lists_those_that_find_nothing() {
    Path store = SmallRun.store(own, world);
    SmallRun.approveOne(store, "ann");
    Ran ran =
        Ran.mrs(
            "run", "--inputs", world, "--store", store, "--run-id", "second", "--parent", "main");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("inherited_acts 1", "inherited_acts_without_target 0");
    assertThat(Ran.mrs("events", "--store", store, "--run-id", "second", "--json").out())
        .contains("\"review_state\":\"approved\"");
    Ran inherited = Ran.mrs("inherited", "--store", store, "--run-id", "second");
    assertThat(inherited.out()).contains("1 acts of run 'main'", "0 of them find nothing");
    assertThat(Ran.mrs("inherited", "--store", store).err()).contains("began without decisions");
    assertWrong(
        Ran.mrs("run", "--inputs", world, "--store", store, "--parent", "second"),
        "began without decisions");
    assertWrong(
        Ran.mrs(
            "run", "--inputs", world, "--store", store, "--run-id", "third", "--parent", "mian"),
        "'mian'");
  }

  @Test
  void every_command_has_help_with_an_example() {
    assertThat(Ran.mrs("--help").out()).contains("Examples:", "simulate", "Exit codes");
    for (String name :
        List.of(
            "simulate",
            "run",
            "reports",
            "events",
            "show",
            "explain",
            "trail",
            "replay",
            "review",
            "worklist",
            "rereview",
            "models",
            "registry",
            "policy",
            "health",
            "figures",
            "verify",
            "tag",
            "compare",
            "inherited",
            "lineage",
            "feed",
            "rehearse",
            "export")) {
      Ran help = Ran.mrs(name, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).as(name).contains("Usage: mrs " + name, "Example");
    }
    for (EditAction action : EditAction.values()) {
      String name = action.wireName().replace('_', '-');
      Ran help = Ran.mrs("review", name, "--help");
      assertThat(help.out()).as(name).contains("Example: mrs review " + name, "--actor");
    }
    assertThat(Ran.mrs("review", "approve", "--help").out()).doesNotContain("--cause");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
