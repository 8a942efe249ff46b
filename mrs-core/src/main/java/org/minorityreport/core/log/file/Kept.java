package org.minorityreport.core.log.file;

import java.nio.ByteBuffer;
import org.minorityreport.api.log.CommitPosition;

/**
 * What somebody made of the commits of a store, found again in its cache.
 *
 * @param upTo the last commit that it was made of
 * @param content what was kept, found sound; not to be written to
 */
public record Kept(CommitPosition upTo, ByteBuffer content) {}
