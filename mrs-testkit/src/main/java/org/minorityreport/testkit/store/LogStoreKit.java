package org.minorityreport.testkit.store;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.minorityreport.core.log.disk.Disk;

/**
 * What every log store must do, as tests. The author of a store extends this class, says where a
 * store can be ({@link #newPlace}) and what it cannot do ({@link #declined}); each rule becomes a
 * test whose name begins with the id of the rule, as listed in {@code docs/store-contract.md}.
 *
 * <p>A store that takes a {@link Disk} is put on a {@link
 * org.minorityreport.testkit.store.disk.FaultyDisk}. One that cannot declines {@link
 * StoreCapability#TAKES_A_DISK} and is tried by killing its process instead, by the kit in {@code
 * org.minorityreport.testkit.store.kill}.
 */
public abstract class LogStoreKit {
  /** For subclasses. */
  protected LogStoreKit() {}

  /**
   * Names a place for a store.
   *
   * @param disk what the store reads and writes; the same disk is the same place. A store that
   *     declines {@link StoreCapability#TAKES_A_DISK} leaves it alone and makes a place that is new
   * @param clock tells when a commit arrived; a store that declines {@link
   *     StoreCapability#TAKES_A_CLOCK} leaves it alone
   * @return the place; nothing is opened yet
   */
  protected abstract StorePlace newPlace(Disk disk, InstantSource clock);

  /**
   * What the store cannot do. The kit checks that it then does not do it by half.
   *
   * @return the capabilities it declines; none unless this is overridden
   */
  protected Set<StoreCapability> declined() {
    return Set.of();
  }

  /** One test for each rule, chapter by chapter; a rule of a declined capability is left out. */
  @TestFactory
  Stream<DynamicContainer> rules() {
    Set<StoreCapability> claimed = EnumSet.allOf(StoreCapability.class);
    claimed.removeAll(declined());
    return StoreRules.chapters().entrySet().stream()
        .map(
            chapter ->
                DynamicContainer.dynamicContainer(
                    chapter.getKey(), tests(chapter.getValue(), claimed)));
  }

  private Stream<DynamicTest> tests(List<StoreRule> rules, Set<StoreCapability> claimed) {
    return rules.stream()
        .filter(rule -> rule.isFor(claimed))
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.toString(), () -> rule.check(this::newPlace, claimed)));
  }
}
