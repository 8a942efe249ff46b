package org.minorityreport.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.LogStores;
import picocli.CommandLine;

class HydrateBenchmarkTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void hydrate_ofAFewRows_findsTheSameInAllWays_andAppends(@TempDir Path folder) throws Exception {
    String[] command = {
      "hydrate",
      "--rows=400",
      "--commit=20",
      "--only=keyscan,duckdb,rebuild,first-page,refresh",
      "--folder=" + folder
    };
    assertThat(run(command)).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("History: 400 rows in each of MRDL")
        .contains("| keyscan: ", "| duckdb: ", "| rebuild: ", "| first-page: ", "| refresh: ")
        .contains("| rebuild / duckdb", "| rebuild / keyscan", "| first-page, s", "| rebuild, MiB");
    assertThat(names(folder))
        .containsExactlyInAnyOrder("hydrate-of-400-rows", "hydrate-of-400-rows.complete");
    try (LogStore store = LogStores.directoryForReading(folder.resolve("hydrate-of-400-rows"))) {
      assertThat(store.head().value())
          .as("20 ticks, one for the page, 97 refreshes")
          .isEqualTo(118);
    }
  }

  @Test
  void hydrate_withAStoreThatIsThere_usesIt_andBringsItsCacheBack(@TempDir Path folder)
      throws Exception {
    String[] command = {
      "hydrate", "--rows=20", "--commit=10", "--only=rebuild", "--folder=" + folder
    };
    run(command);
    Path cache = Files.createDirectories(folder.resolve("hydrate-of-20-rows").resolve("cache"));
    Files.createFile(cache.resolve("kept"));
    assertThat(run(command)).as(err.toString()).isZero();
    assertThat(cache.resolve("kept")).exists();
    assertThat(err.toString()).containsOnlyOnce("made ");
  }

  @Test
  void hydrate_ofNothingKnown_saysWhatThereIs() {
    assertThat(run("hydrate", "--only=mysql")).isEqualTo(2);
    assertThat(err.toString()).contains("'mysql'", "keyscan");
    assertThat(run("hydrate", "--rows=0")).isEqualTo(2);
  }

  private static List<String> names(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private int run(String... arguments) {
    CommandLine command = Benchmarks.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
