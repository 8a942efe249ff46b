package org.minorityreport.testkit.store.wrong;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.minorityreport.testkit.GoldenFile;
import org.minorityreport.testkit.store.LogStoreKit;

/** The kit finds each wrong store by the rule that it breaks, and says in words what is wrong. */
class WrongStoresTest {
  /** What threads see differs from one time to the next. */
  private static final List<String> BY_THREADS = List.of("S-30", "S-31");

  private static final Map<Class<?>, Map<String, String>> FOUND = new HashMap<>();

  static final List<WrongStore> STORES = WrongStore.ALL;

  @ParameterizedTest(name = "{0}")
  @FieldSource("STORES")
  void wrongStore_isFoundByTheRuleThatItBreaks(WrongStore store) {
    Map<String, String> failures = failures(store.kit());

    assertThat(failures).isNotEmpty();
    assertThat(failures.keySet().iterator().next()).as("%s", failures).isEqualTo(store.rule());
    assertThat(failures.get(store.rule()))
        .startsWith(store.rule() + ": ")
        .contains(store.message());
  }

  @Test
  void tornBatch_isSaidToBeHalfThere() {
    assertThat(failures(WrongInFile.TearsABatch.class).get("S-63"))
        .startsWith("S-63: commit 1 is half there after the process ended at call ")
        .contains("(write of ");
  }

  /** A failure of a random history is told as a short one. */
  @Test
  void wrongHistory_isToldAsShortAsItCanBe() {
    assertThat(failures(WrongInMemory.CountsPositionsPerLog.class).get("S-50"))
        .contains("the shortest history that shows it")
        .endsWith(
            ": append [minority_reports_detected_log main c y];"
                + " append [minority_events_log other b -]");
  }

  @Test
  void table_isInTheDocuments() {
    List<String> lines = new ArrayList<>();
    lines.add("| the store | first found by | which says | also by |");
    lines.add("| --- | --- | --- | --- |");
    for (WrongStore store : STORES) {
      Map<String, String> failures = failures(store.kit());
      String first = failures.getOrDefault(store.rule(), "");
      lines.add(
          "| "
              + String.join(
                  " | ",
                  store.wrong(),
                  store.rule(),
                  "`" + shortened(first.substring(Math.min(6, first.length()))) + "`",
                  failures.keySet().stream().skip(1).collect(joining(", ")))
              + " |");
    }

    GoldenFile.checkSection(
        GoldenFile.inRepository("../docs/store-contract.md"), "wrong stores", lines);
  }

  private static String shortened(String message) {
    return message.length() <= 180 ? message : message.substring(0, 180) + " ...";
  }

  /** Id of the rule to message, in the order in which the rules are tried. */
  private static Map<String, String> failures(Class<? extends LogStoreKit> kit) {
    return FOUND.computeIfAbsent(kit, k -> tried(kit));
  }

  private static Map<String, String> tried(Class<? extends LogStoreKit> kit) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(kit))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .filter(event -> !BY_THREADS.contains(rule(event)))
        .collect(
            toMap(
                WrongStoresTest::rule,
                WrongStoresTest::message,
                (first, second) -> first,
                LinkedHashMap::new));
  }

  private static String rule(Event event) {
    return event.getTestDescriptor().getDisplayName().substring(0, 4);
  }

  private static String message(Event event) {
    return event
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("");
  }
}
