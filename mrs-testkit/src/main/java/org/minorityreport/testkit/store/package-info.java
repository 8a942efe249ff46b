/**
 * What a log store must do, as tests that the author of a store extends: {@link
 * org.minorityreport.testkit.store.LogStoreKit} has one for each rule of {@code
 * docs/store-contract.md}. The author names a {@link org.minorityreport.testkit.store.StorePlace}
 * for a store and declines what it cannot do, a {@link
 * org.minorityreport.testkit.store.StoreCapability}. {@link
 * org.minorityreport.testkit.store.StoreRows} makes rows for tests of the author's own; faults come
 * from the disk in {@link org.minorityreport.testkit.store.disk}.
 *
 * <p>The rules of a chapter stand in one class, {@code VersionRules} to {@code DeclinedRules}. Each
 * gets a bench to try stores on and throws an {@link java.lang.AssertionError} in words of the
 * domain, to which its id is added. They tell a short story, a few commits over several logs and
 * runs, and compare all that the store says with what the store in memory says.
 */
@NullMarked
package org.minorityreport.testkit.store;

import org.jspecify.annotations.NullMarked;
