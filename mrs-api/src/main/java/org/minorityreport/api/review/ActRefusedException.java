package org.minorityreport.api.review;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;

/**
 * What a person wanted to do was refused, and nothing was appended. The message says why, and what
 * is needed instead.
 */
public final class ActRefusedException extends UsageException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final transient @Nullable TargetState seen;
  private final transient @Nullable TargetState now;

  private ActRefusedException(
      Refusal refusal, String message, @Nullable TargetState seen, @Nullable TargetState now) {
    super(message);
    this.refusal = refusal;
    this.seen = seen;
    this.now = now;
  }

  /**
   * A refusal.
   *
   * @param refusal why
   * @param message what was wrong, with which value, and what is needed instead
   * @return the exception, to be thrown by the caller
   */
  public static ActRefusedException of(Refusal refusal, String message) {
    return new ActRefusedException(
        Objects.requireNonNull(refusal, "refusal"), refusal.code() + ": " + message, null, null);
  }

  /**
   * The refusal of an act whose target changed since the person looked at it.
   *
   * @param seen what the person looked at
   * @param now what it is now
   * @return the exception, to be thrown by the caller
   */
  public static ActRefusedException stale(TargetState seen, TargetState now) {
    return new ActRefusedException(
        Refusal.STALE,
        Refusal.STALE.code()
            + ": "
            + now.targetId()
            + " has changed since: it was "
            + seen.words()
            + "; now it is "
            + now.words()
            + "; look again and repeat, or insist",
        seen,
        now);
  }

  /** {@return why} */
  public Refusal refusal() {
    return refusal;
  }

  /** {@return of a stale act: what the person looked at} */
  public Optional<TargetState> seen() {
    return Optional.ofNullable(seen);
  }

  /** {@return of a stale act: what the target is now} */
  public Optional<TargetState> now() {
    return Optional.ofNullable(now);
  }
}
