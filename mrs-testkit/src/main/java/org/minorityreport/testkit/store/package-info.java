/**
 * What a log store must do, as tests that the author of a store extends. {@link
 * org.minorityreport.testkit.store.StoreRows} makes the rows.
 */
@NullMarked
package org.minorityreport.testkit.store;

import org.jspecify.annotations.NullMarked;
