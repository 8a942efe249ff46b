/**
 * Runs that read the decisions of another run as their own (spec 7.8): {@link
 * org.minorityreport.core.inheritance.InheritedDecisions} shows the rows of people of the parent
 * before those of the run, to whoever reads its logs.
 */
@NullMarked
package org.minorityreport.core.inheritance;

import org.jspecify.annotations.NullMarked;
