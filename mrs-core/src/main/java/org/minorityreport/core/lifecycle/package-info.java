/**
 * How models fare and what those who train them need: {@link
 * org.minorityreport.core.lifecycle.Lifecycle} is the door to {@link
 * org.minorityreport.core.lifecycle.Monitoring}, to what confidence is worth, and to labelled
 * examples.
 */
@NullMarked
package org.minorityreport.core.lifecycle;

import org.jspecify.annotations.NullMarked;
