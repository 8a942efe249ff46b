/**
 * What hosts and authors of models and stores test with. {@link
 * org.minorityreport.testkit.LogDigests} tells whether two runs wrote the same bytes.
 */
@NullMarked
package org.minorityreport.testkit;

import org.jspecify.annotations.NullMarked;
