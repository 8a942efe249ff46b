/**
 * Stores that are wrong on purpose, each as an author could have written it, and which rule of the
 * kit says so: {@link org.minorityreport.testkit.store.wrong.WrongStoresTest}.
 */
@NullMarked
package org.minorityreport.testkit.store.wrong;

import org.jspecify.annotations.NullMarked;
