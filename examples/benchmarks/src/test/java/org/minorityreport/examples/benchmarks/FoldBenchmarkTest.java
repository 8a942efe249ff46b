package org.minorityreport.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FoldBenchmarkTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void fold_ofAFewStores_findsMostWindows_andJudges(@TempDir Path folder) {
    int exit =
        run("fold", "--stores=3", "--skus=3", "--days=4", "--folder=" + folder, "--heap=512");

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("Sales: 3 stores x 3 SKUs x 4 days")
        .contains("| plain: ", "| fold: ", "| durable: ", "| small-heap: ", "| tick: ")
        .contains("| streamed: ", "| csv: ")
        .contains("F1 of windows", "reports open");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fold_ofNothingKnown_saysWhatThereIs() {
    assertThat(run("fold", "--only=egads")).isEqualTo(2);
    assertThat(err.toString()).contains("'egads'", "durable");
    assertThat(run("fold", "--stores=0")).isEqualTo(2);
  }

  private int run(String... arguments) {
    CommandLine command = Benchmarks.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
