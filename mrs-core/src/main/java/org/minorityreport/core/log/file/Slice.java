package org.minorityreport.core.log.file;

import java.util.SortedMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Writer;

/**
 * What the journal says of the rows of one log in a commit.
 *
 * @param log the log
 * @param writer who wrote them
 * @param segment number of the file, from 1
 * @param offset where in the file they begin
 * @param length their bytes, line breaks included
 * @param rows how many they are
 * @param runs which rows of which run they are
 * @param crc CRC32C of the bytes
 * @param sha256 SHA-256 of the bytes as hex
 */
record Slice(
    Log<?> log,
    Writer writer,
    int segment,
    long offset,
    int length,
    int rows,
    SortedMap<RunId, RunSpan> runs,
    int crc,
    String sha256) {
  long end() {
    return offset + length;
  }
}
