package org.minorityreport.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Ints;
import org.minorityreport.api.model.ModelRole;

/** Which questions a challenger answers (spec 5.4): always the same ones, on every machine. */
final class Split {
  private Split() {}

  /**
   * Whether an id is of the share of the challenger.
   *
   * @param role the role
   * @param id of the store for baseline and classifier, of the report for cluster and attribution
   * @param share per cent
   * @return whether SHA-256 of role, bar and id, its first 8 hex digits as a number, modulo 100,
   *     lies below the share
   */
  static boolean isChallenged(ModelRole role, String id, int share) {
    byte[] hash = Hashing.sha256().hashString(role.wireName() + "|" + id, UTF_8).asBytes();
    return Integer.remainderUnsigned(Ints.fromByteArray(hash), 100) < share;
  }
}
