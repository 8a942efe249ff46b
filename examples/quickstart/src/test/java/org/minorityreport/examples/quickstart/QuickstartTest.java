package org.minorityreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class QuickstartTest {
  private static final int WIDTH = 120;

  @TempDir private Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Nested
  class WrongUsage {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "--nonsense",
          "--from=yesterday",
          "--cadence=PT7M",
          "--threads=0",
          "--limit=-1",
          "--mapping=m.json",
          "some-folder --cadence=PT1H"
        })
    void arguments_thatMakeNoSense_giveTwoAndAHint(String arguments) {
      assertThat(execute(arguments.split(" ", -1))).isEqualTo(2);
      assertThat(err.toString()).startsWith("quickstart: ").contains("quickstart --help");
      assertThat(err.toString()).doesNotContain("\tat ");
      assertThat(out.toString()).isEmpty();
    }
  }

  @Test
  void help_namesEveryOption_withExamplesAndExitCodes() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString())
        .contains("--logs", "--from", "--to", "--limit", "--threads", "--mapping", "Examples:")
        .contains("Exit codes: 0")
        .doesNotContain("\u001b");
  }

  @Test
  void version_isPrinted() {
    assertThat(execute("--version")).isZero();
    assertThat(out.toString()).startsWith("quickstart ");
  }

  @Test
  void emptyFolder_saysWhatWasExpectedInIt() {
    assertThat(execute(temp.toString(), "--logs=" + temp.resolve("logs"))).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("quickstart: " + temp)
        .contains("sales.csv", "stores.csv", "campaigns.csv", "context.csv")
        .doesNotContain("\tat ");
    assertThat(temp.resolve("logs")).doesNotExist();
  }

  @Test
  void missingFolder_isNamed() {
    assertThat(execute(temp.resolve("nowhere").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("nowhere");
  }

  @Test
  void noTickInTheRange_saysWhichThereAre() throws IOException {
    writeSales();

    assertThat(execute(temp.toString(), "--from=2040-01-01", "--logs=" + temp.resolve("l")))
        .isEqualTo(1);
    assertThat(err.toString())
        .contains("no tick", "2040-01-01", "2031-01-07T00:00:00Z to 2031-03-07T00:00:00Z");
  }

  @Test
  void folder_ofSales_isRunFromStartToEnd_andWhatWasFoundIsPrinted() throws IOException {
    writeSales();
    Path logs = temp.resolve("logs");

    assertThat(execute(temp.toString(), "--logs=" + logs, "--threads=2")).isZero();

    assertThat(out.toString())
        .contains("180 of sales, 0 refused")
        .contains("3 stores, 3 series, steps of P1D")
        .contains("60 ticks in")
        .contains("2 reports in 1 event, 0 of them active")
        .contains("no source of campaigns (reports are marked CAMPAIGNS_missing)")
        .contains("Village fair", "retail_event", "uplift", "2031-02-20")
        .contains("Logs: " + logs)
        .doesNotContain("\u001b");
    for (String heading :
        List.of("event", "status", "confidence", "impact", "severity", "onset", "report")) {
      assertThat(out.toString()).contains(heading);
    }
    assertThat(out.toString().lines().filter(line -> line.contains(" | ")))
        .isNotEmpty()
        .allMatch(line -> line.length() <= WIDTH);
    assertThat(err.toString()).contains("tick 60 of 60");
    assertThat(Files.readAllLines(logs.resolve("minority_reports_detected_log/000001.jsonl")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"report_id\":\"MR-") && line.endsWith("}"));
  }

  @Test
  void logs_inAFolderThatIsNoStore_areRefused() throws IOException {
    writeSales();
    Path other = Files.createDirectory(temp.resolve("other"));
    Path precious = Files.writeString(other.resolve("precious.txt"), "keep me");

    assertThat(execute(temp.toString(), "--logs=" + other)).isEqualTo(1);
    assertThat(err.toString()).startsWith("quickstart: ").contains(other.toString());
    assertThat(files(other)).containsExactly("precious.txt");
    assertThat(precious).hasContent("keep me");
  }

  @Test
  void sameRunAgain_addsNothing() throws IOException {
    writeSales();
    Path logs = temp.resolve("logs");
    execute(temp.toString(), "--logs=" + logs);
    SortedMap<String, String> first = rows(logs);
    String printed = out.toString().substring(out.toString().indexOf("Events"));

    assertThat(execute(temp.toString(), "--logs=" + logs)).isZero();

    assertThat(first).containsKey("minority_events_log");
    assertThat(rows(logs)).isEqualTo(first);
    assertThat(out.toString()).endsWith(printed);
  }

  @Test
  void anotherRunId_isACleanSlateBesideTheFirst() throws IOException {
    writeSales();
    Path logs = temp.resolve("logs");
    execute(temp.toString(), "--logs=" + logs);
    SortedMap<String, String> first = rows(logs);

    int again = execute(temp.toString(), "--logs=" + logs, "--run-id=b", "--to=2031-02-01");

    assertThat(again).isZero();
    rows(logs).forEach((log, text) -> assertThat(text).startsWith(first.getOrDefault(log, "")));
    assertThat(rows(logs).get("runs_log")).contains("\"run_id\":\"b\"");
    assertThat(rows(logs).get("minority_events_log")).isEqualTo(first.get("minority_events_log"));
  }

  @Test
  void withoutFolder_aWorldIsSimulated() {
    int code =
        execute(
            "--cadence=PT1H",
            "--from=2025-08-07",
            "--to=2025-08-07T18:00:00Z",
            "--logs=" + temp.resolve("logs"));

    assertThat(code).isZero();
    assertThat(out.toString()).contains("simulated world", "60 stores", "19 ticks", "GBP");
  }

  private int execute(String... arguments) {
    CommandLine command = Quickstart.commandLine(false);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  /** The rows of each log, as text. */
  private static SortedMap<String, String> rows(Path logs) throws IOException {
    SortedMap<String, String> rows = new TreeMap<>();
    for (String log : files(logs)) {
      Path segment = logs.resolve(log).resolve("000001.jsonl");
      if (Files.exists(segment)) {
        rows.put(log, Files.readString(segment));
      }
    }
    return rows;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  /** Three stores over sixty days; two of them sell three times as much on one, for a reason. */
  private void writeSales() throws IOException {
    LocalDate first = LocalDate.of(2031, 1, 6);
    List<String> sales = new ArrayList<>(List.of("store_id,sku,timestamp,units"));
    for (int i = 0; i < 60; i++) {
      LocalDate day = first.plusDays(i);
      boolean isFair = day.equals(LocalDate.of(2031, 2, 20));
      for (String store : List.of("A", "B", "C")) {
        int usual = 200 + 3 * (i % 7) + (i * 5 + store.charAt(0)) % 11;
        int units = isFair && !store.equals("C") ? 3 * usual : usual;
        sales.add(String.format(Locale.ROOT, "%s,bread,%s,%d", store, day, units));
      }
    }
    Files.write(temp.resolve("sales.csv"), sales);
    Files.write(
        temp.resolve("stores.csv"),
        List.of(
            "store_id,retailer,city,region",
            "A,Shop,Hill,North",
            "B,Shop,Dale,North",
            "C,Shop,Bay,South"));
    Files.write(
        temp.resolve("context.csv"),
        List.of(
            "context_id,category,name,start,end,regions,source",
            "fair,retail_event,Village fair,2031-02-20T00:00:00Z,2031-02-21T00:00:00Z,North,diary"));
  }
}
