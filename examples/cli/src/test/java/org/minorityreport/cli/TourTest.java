package org.minorityreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of {@code docs/tour.md}, each in a process of its own, and compares what it
 * prints. A last line {@code ...} stands for the lines that are not shown. With {@code
 * -Dmrs.regenerate=true} the outputs are written anew.
 */
class TourTest {
  private static final String PROMPT = "$ mrs ";
  private static final String MORE = "...";
  private static final String FENCE = "```";

  /** How many lines are shown of an output that is cut. */
  private static final int SHOWN = 12;

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @TempDir Path folder;

  @Test
  void the_tour_is_what_the_commands_print() throws Exception {
    Path page = Path.of("..", "..", "docs", "tour.md");
    List<String> lines = Files.readAllLines(page);
    List<String> made = new ArrayList<>();
    int commands = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      made.add(line);
      if (line.startsWith(PROMPT)) {
        commands++;
        boolean cut = false;
        while (!lines.get(i + 1).equals(FENCE)) {
          i++;
          cut = lines.get(i).equals(MORE);
        }
        made.addAll(shown(run(line.substring(PROMPT.length())), cut));
      }
    }
    if (Boolean.getBoolean("mrs.regenerate")) {
      Files.write(page, made);
    }
    assertThat(commands).isGreaterThan(14);
    assertThat(made).as("docs/tour.md; -Dmrs.regenerate=true").isEqualTo(lines);
  }

  private static List<String> shown(List<String> output, boolean cut) {
    if (!cut) {
      return output;
    }
    List<String> shown = new ArrayList<>(output.subList(0, Math.min(SHOWN, output.size())));
    shown.add(MORE);
    return shown;
  }

  /** What a command prints; an error if it fails, which a tour shows, too. */
  private List<String> run(String words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.minorityreport.cli.Main"));
    Matcher matcher = WORD.matcher(words);
    while (matcher.find()) {
      String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      command.add(quoted == null ? matcher.group(3) : quoted);
    }
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    List<String> said = Files.readAllLines(errors);
    if (code != 0) {
      assertThat(said).as(words).isNotEmpty();
      return said;
    }
    return output.lines().map(String::stripTrailing).toList();
  }
}
