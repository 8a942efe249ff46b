package org.minorityreport.core.log.file;

import com.google.common.primitives.Longs;
import java.util.Arrays;
import org.minorityreport.api.log.LogRow;

/**
 * What the newest version of a key is and says.
 *
 * @param version its number
 * @param high first half of its digest
 * @param low second half
 */
record NewestVersion(int version, long high, long low) {
  static NewestVersion of(int version, LogRow row) {
    byte[] digest = row.contentDigest();
    return new NewestVersion(
        version,
        Longs.fromByteArray(digest),
        Longs.fromByteArray(Arrays.copyOfRange(digest, 8, 16)));
  }

  boolean says(LogRow row) {
    NewestVersion other = of(version, row);
    return high == other.high && low == other.low;
  }
}
