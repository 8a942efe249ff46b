package org.minorityreport.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.cli.SmallRun;

/** The page as a real browser lays it out, opened from disk. */
class RunPageInBrowserTest {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  @TempDir static Path shared;
  private static Path page = Path.of("");
  private static Path browser = Path.of("");

  @BeforeAll
  static void writePage() throws IOException {
    Optional<Path> found = browser();
    Assumptions.assumeTrue(
        found.isPresent(), "SKIPPED: no browser: none of " + BROWSERS + " is on the PATH");
    browser = found.orElseThrow();
    page = SmallRun.page(SmallRun.store(shared, SmallRun.world(shared)), shared);
    try (InputStream measure = RunPageInBrowserTest.class.getResourceAsStream("measure.html")) {
      assertThat(measure).isNotNull();
      Files.write(shared.resolve("measure.html"), measure.readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 800, 390})
  void every_part_is_drawn_and_nothing_is_wider_than_the_window(int width) throws Exception {
    Map<String, String> seen = look(width);
    assertThat(seen)
        .containsEntry("heading", "What happened in run main")
        .containsEntry(
            "sections", "Events over time|Shapes that look alike|The events|How the run went")
        .containsEntry("empty_charts", "0")
        .containsEntry("flat_lines", "0")
        .containsEntry("scripts", "0")
        .containsEntry("wider_than_the_window", "false");
    int events = number(seen, "events");
    assertThat(events).isGreaterThan(5);
    assertThat(number(seen, "bars")).isEqualTo(events);
    assertThat(number(seen, "lines")).isEqualTo(events);
    assertThat(number(seen, "charts")).isEqualTo(events + 2);
    assertThat(number(seen, "points")).isGreaterThan(events);
  }

  @Test
  void it_follows_the_reader_into_the_dark() throws Exception {
    assertThat(look(1280).get("background")).isEqualTo("rgb(251, 250, 247)");
    assertThat(look(1280, "--blink-settings=preferredColorScheme=0").get("background"))
        .isEqualTo("rgb(20, 22, 27)");
  }

  private static int number(Map<String, String> seen, String name) {
    return Integer.parseInt(seen.getOrDefault(name, "-1"));
  }

  /** What the measuring page found; the browser prints the document once all is loaded. */
  private static Map<String, String> look(int width, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(browser.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--allow-file-access-from-files",
            "--virtual-time-budget=20000",
            "--user-data-dir=" + Files.createTempDirectory(shared, "profile"),
            "--window-size=1400,1000"));
    command.addAll(Arrays.asList(more));
    command.add("--dump-dom");
    command.add(
        shared.resolve("measure.html").toUri() + "?width=" + width + "&page=" + page.getFileName());
    Path errors = Files.createTempFile(shared, "browser", ".txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String document = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    int from = document.indexOf("<pre id=\"result\">") + "<pre id=\"result\">".length();
    Map<String, String> seen = new TreeMap<>();
    document
        .substring(from, document.indexOf("</pre>", from))
        .lines()
        .forEach(
            line ->
                seen.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return seen;
  }

  private static Optional<Path> browser() {
    for (String name : BROWSERS) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
        Path candidate = Path.of(folder, name);
        if (Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }
}
