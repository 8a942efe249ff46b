package org.minorityreport.examples.benefit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code benefit}; picocli fills its fields. One thread at a time. */
@Command(
    name = "benefit",
    mixinStandardHelpOptions = true,
    description =
        "Measures what the protection feed is worth to a mix model, on simulated worlds whose truth"
            + " is known.")
public final class Benefit implements Callable<Integer> {
  private static final int DAYS_A_WEEK = 7;

  @Option(names = "--seeds", defaultValue = "20", description = "Worlds, by seeds 1 to this one.")
  private int seeds;

  @Option(names = "--stores", defaultValue = "60", description = "Stores of each.")
  private int stores;

  @Option(names = "--weeks", defaultValue = "26", description = "Weeks of each; 4 or more.")
  private int weeks;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "0.5,1,2",
      description = "Sizes of the anomalies.")
  private List<Double> sizes = List.of();

  @Option(names = "--threads", defaultValue = "2", description = "Threads of each run.")
  private int threads;

  @Option(
      names = "--out",
      description = "Page to write; its picture lies beside it. Without, the page is printed.")
  private @Nullable Path out;

  @Spec private @Nullable CommandSpec spec;

  /**
   * Runs the command.
   *
   * @param args its options
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Benefit());
  }

  @Override
  public Integer call() throws IOException {
    require("--seeds", seeds, 1);
    require("--stores", stores, 1);
    require("--weeks", weeks, 4);
    require("--threads", threads, 1);
    Study study = new Study();
    PrintWriter progress = command().getErr();
    for (int seed = 1; seed <= seeds; seed++) {
      Trial trial = new Trial(new DrawnWorld(seed, stores, DAYS_A_WEEK * weeks), seed, threads);
      for (double size : sizes) {
        long start = System.nanoTime();
        Outcome outcome = trial.at(size);
        study.add(size, outcome);
        progress.println(told(seed, size, outcome, (System.nanoTime() - start) / 1e9));
        progress.flush();
      }
    }
    String picture = out == null ? "benefit.png" : out.getFileName() + ".png";
    String page = BenefitPage.of(study, played(), picture.replace(".md.png", ".png"));
    if (out == null) {
      command().getOut().print(page);
      command().getOut().flush();
    } else {
      Files.writeString(out, page);
      Picture.write(study, out.resolveSibling(picture.replace(".md.png", ".png")));
    }
    return 0;
  }

  private String played() {
    return String.format(Locale.ROOT, "seeds 1 to %d, %d stores, %d weeks", seeds, stores, weeks);
  }

  private static String told(int seed, double size, Outcome outcome, double seconds) {
    return String.format(
        Locale.ROOT,
        "seed %d, size %.1f: raw %.3f, feed %.3f, truth %.3f; %.0f s",
        seed,
        size,
        100 * outcome.error(Fit.RAW),
        100 * outcome.error(Fit.FEED_100),
        100 * outcome.error(Fit.TRUTH),
        seconds);
  }

  private void require(String option, int value, int least) {
    if (value < least) {
      throw new ParameterException(
          command(), option + " is " + value + " but must be " + least + " or more");
    }
  }

  private CommandLine command() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    return spec.commandLine();
  }
}
