package org.minorityreport.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.testkit.GoldenFile;

/** The tables of rules in the documents are those of the kit. */
class ModelContractTest {
  @ParameterizedTest
  @EnumSource
  void table_isInTheDocuments(ModelRole role) {
    List<String> lines = new ArrayList<>();
    lines.add("| id | rule | for models that | chapter |");
    lines.add("| --- | --- | --- | --- |");
    addTo(lines, ModelRules.of(role));

    GoldenFile.checkSection(
        GoldenFile.inRepository("../docs/contract.md"), role.wireName() + " rules", lines);
  }

  private static <M extends Model, Q, A> void addTo(List<String> lines, RoleRules<M, Q, A> role) {
    for (Map.Entry<String, List<ModelRule<M, Q, A>>> chapter : role.chapters().entrySet()) {
      for (ModelRule<M, Q, A> rule : chapter.getValue()) {
        String scope = rule.scope().isEmpty() ? "all" : rule.scope();
        lines.add(
            "| "
                + String.join(" | ", rule.id(role.asked()), rule.intent(), scope, chapter.getKey())
                + " |");
      }
    }
  }

  /** The examples are tests that are run. */
  @Test
  void examples_areInTheReadMe() throws IOException {
    inReadMe(
        "model example",
        "../examples/your-first-model/src/test/java/com/example/demand/DemandModelsTest.java",
        line -> line.startsWith("class "),
        line -> false);
    inReadMe(
        "host example",
        "src/test/java/org/minorityreport/testkit/host/ScenarioTest.java",
        line -> line.strip().equals("@Test"),
        line -> line.equals("  }"));
  }

  private static void inReadMe(
      String section, String source, Predicate<String> first, Predicate<String> last)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(GoldenFile.inRepository(source))) {
      if (first.test(line) || !lines.isEmpty()) {
        lines.add(line);
        if (last.test(line)) {
          break;
        }
      }
    }
    lines.add(0, "```java");
    lines.add("```");

    GoldenFile.checkSection(GoldenFile.inRepository("README.md"), section, lines);
  }

  @ParameterizedTest
  @EnumSource
  void ids_areUniqueAndRise(ModelRole role) {
    assertThat(ids(ModelRules.of(role)))
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(20)
        .allMatch(id -> id.matches("MRS-[A-Z]{3}-\\d\\d"));
  }

  private static <M extends Model, Q, A> List<String> ids(RoleRules<M, Q, A> role) {
    return role.all().map(rule -> rule.id(role.asked())).toList();
  }

  /** A capability that nobody asks about would be declined for nothing. */
  @Test
  void everyCapability_isNeededByARuleAndHasOneForItsAbsence() {
    List<String> scopes = new ArrayList<>();
    for (ModelRole role : ModelRole.values()) {
      scopes.addAll(scopes(ModelRules.of(role)));
    }
    for (ModelCapability capability : ModelCapability.values()) {
      assertThat(scopes).contains(capability.toString(), "not " + capability);
    }
  }

  private static <M extends Model, Q, A> List<String> scopes(RoleRules<M, Q, A> role) {
    return role.all().map(ModelRule::scope).toList();
  }
}
