package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of {@code docs/log-format.md}, so that a test runs what a reader copies. */
final class DocumentedQueries {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^```(?<language>\\w+)\\R(#|--) (?<title>.*)\\R(?<text>(?s:.*?))^```", Pattern.MULTILINE);

  private DocumentedQueries() {}

  /**
   * Reads the examples in one language.
   *
   * @param language as the document marks it
   * @return text by title, the comment in the first line
   */
  static Map<String, String> in(String language) {
    Map<String, String> found = new LinkedHashMap<>();
    try {
      String document = Files.readString(GoldenFile.inRepository("../docs/log-format.md"), UTF_8);
      Matcher block = BLOCK.matcher(document);
      while (block.find()) {
        if (block.group("language").equals(language)) {
          found.put(block.group("title"), block.group("text"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
