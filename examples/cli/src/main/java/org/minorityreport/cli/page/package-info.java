/**
 * One self-contained HTML page about a run: what was found, how it looked, why, and what people
 * said; made from the public API alone, the same bytes for the same state.
 */
@NullMarked
package org.minorityreport.cli.page;

import org.jspecify.annotations.NullMarked;
