package org.minorityreport.core.log.file;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.value.Rules;

/**
 * The state of a store in one line: a position and the hash of all commits up to it. Kept elsewhere
 * it proves later that nothing before it was changed or cut off. Immutable.
 */
public final class Anchor {
  private final CommitPosition position;
  private final String hash;

  private Anchor(CommitPosition position, String hash) {
    this.position = position;
    this.hash = hash;
  }

  /**
   * An anchor.
   *
   * @param position a position
   * @param hash the hash there, 64 lower-case hex digits
   * @return the anchor
   * @throws org.minorityreport.api.error.InvalidValueException if the hash is none
   */
  public static Anchor of(CommitPosition position, String hash) {
    Rules.check(hash.matches("[0-9a-f]{64}"), "hash", hash, "64 lower-case hex digits");
    return new Anchor(Objects.requireNonNull(position, "position"), hash);
  }

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @param text position, colon, hash
   * @return the anchor
   * @throws org.minorityreport.api.error.InvalidValueException if the text is no anchor
   */
  public static Anchor parse(String text) {
    Rules.check(text.matches("[0-9]{1,18}:[0-9a-f]{64}"), "anchor", text, "position:64 hex digits");
    int colon = text.indexOf(':');
    return of(
        CommitPosition.of(Long.parseLong(text.substring(0, colon))), text.substring(colon + 1));
  }

  /** {@return the position} */
  public CommitPosition position() {
    return position;
  }

  /** {@return the hash of all commits up to it} */
  public String hash() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Anchor that && position.equals(that.position) && hash.equals(that.hash);
  }

  @Override
  public int hashCode() {
    return Objects.hash(position, hash);
  }

  /** Position, colon, hash. */
  @Override
  public String toString() {
    return position + ":" + hash;
  }
}
