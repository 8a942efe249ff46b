package org.minorityreport.examples.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The measurement on worlds small enough for every build. The bounds lie below what is measured
 * today by less than what a lost rule of a model costs; the goals themselves are checked by the
 * command on large worlds.
 */
class MeasurementTest {
  private static final Measurement MEASURED =
      new Measurement(24, 1, 2, new PrintWriter(Writer.nullWriter()));

  @BeforeAll
  static void measure() {
    for (int seed = 1; seed <= 2; seed++) {
      MEASURED.scripted(seed);
      MEASURED.random(seed, false);
    }
  }

  @Test
  void detection_findsWhatIsLoudAndNothingElse() {
    assertThat(MEASURED.scripted.recall().share()).isGreaterThanOrEqualTo(0.95);
    assertThat(MEASURED.random.recall().share()).isGreaterThanOrEqualTo(0.95);
    assertThat(MEASURED.scripted.precision().share()).isGreaterThanOrEqualTo(0.95);
    assertThat(MEASURED.random.precision().share()).isGreaterThanOrEqualTo(0.95);
    int falseReports =
        MEASURED.scripted.falseReports().size() + MEASURED.random.falseReports().size();
    assertThat(falseReports).isLessThanOrEqualTo(2);
    assertThat(MEASURED.scripted.quietDays() + MEASURED.random.quietDays()).isGreaterThan(700);
  }

  @Test
  void onsets_areFoundToTheStep() {
    assertThat(MEASURED.scripted.exact().share()).isGreaterThanOrEqualTo(0.8);
    assertThat(MEASURED.random.exact().share()).isGreaterThanOrEqualTo(0.8);
    assertThat(MEASURED.scripted.withinOne().share()).isGreaterThanOrEqualTo(0.86);
    assertThat(MEASURED.random.withinOne().share()).isGreaterThanOrEqualTo(0.86);
  }

  @Test
  void causes_areRightWhereTheyCanBeKnown_andOpenWhereNot() {
    assertThat(MEASURED.causes.first().share()).isGreaterThanOrEqualTo(0.8);
    assertThat(MEASURED.causes.inThree().share()).isGreaterThanOrEqualTo(0.9);
    assertThat(MEASURED.causes.unknown().share()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void events_gatherOneHappeningEach() {
    assertThat(MEASURED.events.index()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void library_isMostlyModest() {
    assertThat(MEASURED.librarySizes.share()).isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void command_writesThePage(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("quality.md");
    CommandLine command = Quality.commandLine().setErr(new PrintWriter(new StringWriter()));

    int status =
        command.execute("--seeds", "1", "--stores", "3", "--skus", "1", "--out", page.toString());

    assertThat(status).isZero();
    assertThat(Files.readString(page))
        .contains("## Goals", "| precision | at least 0.950 |", "## What it gets wrong");
    assertThat(command.execute("--seeds", "0")).isEqualTo(2);
  }
}
