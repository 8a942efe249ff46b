/**
 * The taxonomy of causes that ships with the library, as data: {@link
 * org.minorityreport.core.taxonomy.ShippedTaxonomy} reads it.
 */
@NullMarked
package org.minorityreport.core.taxonomy;

import org.jspecify.annotations.NullMarked;
