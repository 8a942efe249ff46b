package org.minorityreport.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.core.json.CanonicalJson;
import picocli.CommandLine;

class StoreBenchmarkTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void store_ofAFewRows_printsFiguresAndGoals(@TempDir Path folder) throws Exception {
    String[] command = {
      "store",
      "--rows=60",
      "--commit=20",
      "--rounds=1",
      "--only=jackson,store,open",
      "--dir=" + folder
    };
    assertThat(run(command)).as(err.toString()).isZero();
    assertThat(out.toString())
        .startsWith("Machine: ")
        .contains("Rows: 60 of MRDL")
        .contains("| store@1: the log store")
        .contains("| heap after 60 rows")
        .contains("| store@1 / jackson@1")
        .contains("| opening with its index")
        .contains("| rebuilding the index");
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("store-of-60-rows", "store-of-60-rows.complete");
    }
  }

  @Test
  void store_withJson_printsNothingElseOnStandardOutput() {
    assertThat(run("store", "--rows=10", "--rounds=1", "--only=serialise", "--json")).isZero();
    assertThat(CanonicalJson.fields(out.toString().strip().getBytes(StandardCharsets.UTF_8)))
        .containsKey("figures");
  }

  @Test
  void store_ofNothingKnown_saysWhatThereIs() {
    assertThat(run("store", "--only=mysql")).isEqualTo(2);
    assertThat(err.toString()).contains("'mysql'", "sqlite");
    assertThat(run("store", "--rows=0")).isEqualTo(2);
  }

  @Test
  void help_showsExamples_andHidesTheCommandsOfChildren() {
    assertThat(run("store", "--help")).isZero();
    assertThat(out.toString()).contains("Examples:", "--full");
    out.getBuffer().setLength(0);
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .containsPattern("(?m)^  store ")
        .doesNotContainPattern("(?m)^  round");
  }

  private int run(String... arguments) {
    CommandLine command = Benchmarks.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
