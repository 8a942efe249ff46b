/**
 * Names states of the logs, and finds the state that somebody asks for: {@link
 * org.minorityreport.core.tag.Tags} sets, lists and resolves the tags of a run.
 *
 * <p>A tag is a row of tags_log, so it is as durable, chained and visible as of a position as any
 * row. A name is its state's for good, although the key of the row holds the host's clock: the
 * first row of a name is the one that counts, and the store's guard keeps a second one out.
 */
@NullMarked
package org.minorityreport.core.tag;

import org.jspecify.annotations.NullMarked;
