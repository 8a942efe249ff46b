package org.minorityreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code that a page shows and a test runs; where it breaks its lines does not matter. */
final class Snippet {
  private Snippet() {}

  /** {@return the first Java code of a page} */
  static String in(Path page) throws IOException {
    return part(page, "```java\n(.*?)```");
  }

  /** {@return the code between the comments {@code name begins} and {@code name ends} of a test} */
  static String in(Path test, String name) throws IOException {
    return part(test, "// " + name + " begins\n(.*?)// " + name + " ends");
  }

  private static String part(Path file, String pattern) throws IOException {
    Matcher matcher =
        Pattern.compile(pattern, Pattern.DOTALL)
            .matcher(Files.readString(file, StandardCharsets.UTF_8));
    assertThat(matcher.find()).as(pattern + " in " + file).isTrue();
    return matcher.group(1).replaceAll("\\s+", "");
  }
}
