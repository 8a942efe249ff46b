/**
 * Threads: {@link org.minorityreport.core.work.Workers}, for those who run and those who hydrate.
 */
@NullMarked
package org.minorityreport.core.work;

import org.jspecify.annotations.NullMarked;
