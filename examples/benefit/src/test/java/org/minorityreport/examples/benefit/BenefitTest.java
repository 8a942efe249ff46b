package org.minorityreport.examples.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.mock.world.World;
import picocli.CommandLine;

/** The study at a size for every build. */
class BenefitTest {
  @Test
  void command_writesPageAndPicture(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("benefit.md");
    CommandLine command = Benefit.commandLine().setErr(new PrintWriter(new StringWriter()));

    int status =
        command.execute(
            "--seeds", "1", "--stores", "12", "--weeks", "4", "--sizes", "1", "--out", "" + page);

    assertThat(status).isZero();
    assertThat(Files.readString(page))
        .startsWith(BenefitPage.resource("setup.md"))
        .contains("| truth |", "| raw over feed, analyst 100 % | at least 5 |");
    assertThat(Files.size(folder.resolve("benefit.png"))).isGreaterThan(1000);
    assertThat(command.execute("--weeks", "1")).isEqualTo(2);
  }

  /** Without noise of anomalies and with the campaigns known, the mix model finds their effects. */
  @Test
  void mixModel_findsCampaignsInTheTruth() {
    DrawnWorld drawn = new DrawnWorld(1, 24, 84);
    World truth = drawn.at(0);
    StepTable table = new StepTable(truth);
    MixModel model = new MixModel(table, drawn.campaigns(), drawn.days());
    double[][] sales = table.sales(truth);

    assertThat(model.error(sales, new boolean[sales.length][table.count()])).isLessThan(0.02);
  }

  @Test
  void anomalies_areAsTheSetUpSays() {
    List<Double> sizes =
        new DrawnWorld(3, 60, 182)
            .at(1).truth().happenings().stream()
                .filter(h -> h.id().startsWith("ANOMALY"))
                .map(h -> Math.abs(h.affected().get(0).effectAt(0)))
                .toList();

    assertThat(sizes).hasSizeGreaterThan(170).hasSizeLessThanOrEqualTo(182);
  }

  /** The page in the repository was made from this set-up. */
  @Test
  void page_holdsTheSetUp() throws Exception {
    Path page =
        Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("../../docs/benefit.md");

    assertThat(Files.readString(page)).startsWith(BenefitPage.resource("setup.md"));
  }
}
