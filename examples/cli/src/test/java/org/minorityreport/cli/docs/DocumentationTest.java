package org.minorityreport.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.core.model.DegradationCodes;

/**
 * The documentation holds together: links lead somewhere, lists are complete, code is code that
 * runs.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");

  /** Their samples are whole test classes, which their own modules run. */
  private static final Set<String> OF_MODEL_AUTHORS = Set.of("mrs-testkit", "your-first-model");

  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void every_link_within_the_project_leads_to_a_file_and_a_heading() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      String text = Files.readString(page).replaceAll("(?s)```.*?```", "");
      Matcher matcher = LINK.matcher(text);
      while (matcher.find()) {
        String link = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (!link.contains("://") && !link.startsWith("mailto:")) {
          links++;
          if (!leadsSomewhere(page, link)) {
            broken.add(page + ": " + link);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(100);
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    int hash = link.indexOf('#');
    String file = hash < 0 ? link : link.substring(0, hash);
    Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return hash < 0
        || Files.readAllLines(target).stream()
            .filter(line -> line.startsWith("#"))
            .anyMatch(line -> anchor(line).equals(link.substring(hash + 1)));
  }

  /** As the usual hosts of Markdown make it of a heading. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(
              file ->
                  Stream.of("target", ".git")
                      .noneMatch(f -> file.toString().contains("/" + f + "/")))
          .sorted()
          .toList();
    }
  }

  @Test
  void every_page_of_the_site_is_in_its_index() throws IOException {
    String index = Files.readString(ROOT.resolve("docs/README.md"));
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      assertThat(pages.map(page -> page.getFileName().toString()).toList())
          .filteredOn(name -> name.endsWith(".md") && !name.equals("README.md"))
          .hasSizeGreaterThan(15)
          .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
    }
  }

  @Test
  void the_page_of_errors_knows_every_type_and_code() throws IOException, IllegalAccessException {
    String page = Files.readString(ROOT.resolve("docs/errors.md"));
    for (Refusal refusal : Refusal.values()) {
      assertThat(page).contains("| `" + refusal.code() + "` |");
    }
    for (Field field : DegradationCodes.class.getFields()) {
      assertThat(page).contains("| `" + field.get(null) + "` |");
    }
    for (ModelRole role : ModelRole.values()) {
      assertThat(page).contains("| `" + role.name() + "_fallback` |");
    }
    Path sources = ROOT.resolve("mrs-api/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      List<String> types =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("Exception.java"))
              .map(name -> name.replace(".java", ""))
              .filter(name -> !name.equals(MrsException.class.getSimpleName()))
              .toList();
      assertThat(types).hasSizeGreaterThan(6);
      assertThat(types).allSatisfy(type -> assertThat(page).contains("| `" + type + "` |"));
    }
  }

  /** Catches a page whose code nobody compiles any more. */
  @Test
  void the_code_of_every_page_is_code_that_runs() throws IOException {
    List<Path> pages = new ArrayList<>(pages());
    pages.removeIf(page -> OF_MODEL_AUTHORS.contains(page.getParent().getFileName().toString()));
    String run = squeezed(sources());
    int samples = 0;
    for (Path page : pages) {
      Matcher matcher = CODE.matcher(Files.readString(page));
      while (matcher.find()) {
        samples++;
        assertThat(run).as("a sample of " + page).contains(squeezed(matcher.group(1)));
      }
    }
    assertThat(samples).isGreaterThan(10);
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/test/java/org/minorityreport/cli/docs"))) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  /** Without white space, as layout differs with the depth. */
  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
