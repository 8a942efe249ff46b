package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minorityreport.testkit.GoldenFile;

/** The table of rules in the documents is that of the kit. */
class StoreContractTest {
  @Test
  void table_isInTheDocuments() {
    List<String> lines = new ArrayList<>();
    lines.add("| id | rule | for stores that | tried by |");
    lines.add("| --- | --- | --- | --- |");
    for (Map.Entry<String, List<StoreRule>> chapter : StoreRules.chapters().entrySet()) {
      for (StoreRule rule : chapter.getValue()) {
        String scope = rule.scope().isEmpty() ? "all" : rule.scope();
        lines.add(
            "| " + String.join(" | ", rule.id(), rule.intent(), scope, chapter.getKey()) + " |");
      }
    }

    GoldenFile.checkSection(GoldenFile.inRepository("../docs/store-contract.md"), "rules", lines);
  }

  /** The example is a test that is run. */
  @Test
  void example_isInTheReadMe() throws IOException {
    Path source =
        GoldenFile.inRepository(
            "src/test/java/org/minorityreport/testkit/store/onefile/ExampleTest.java");
    List<String> lines = new ArrayList<>(List.of("```java"));
    Files.readAllLines(source).stream()
        .dropWhile(line -> !line.startsWith("class "))
        .forEach(lines::add);
    lines.add("```");

    GoldenFile.checkSection(GoldenFile.inRepository("README.md"), "example", lines);
  }

  @Test
  void ids_areUniqueAndRise() {
    List<String> ids =
        StoreRules.chapters().values().stream().flatMap(List::stream).map(StoreRule::id).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(40);
  }

  /** A capability that nobody asks about would be declined for nothing. */
  @Test
  void everyCapability_isNeededByARuleAndHasOneForItsAbsence() {
    for (StoreCapability capability : StoreCapability.values()) {
      List<String> scopes =
          StoreRules.chapters().values().stream()
              .flatMap(List::stream)
              .map(StoreRule::scope)
              .toList();
      assertThat(scopes).anyMatch(scope -> scope.contains("not " + capability));
      assertThat(scopes).anyMatch(scope -> scope.matches("(.*, )?" + capability + "\\b.*"));
    }
  }
}
