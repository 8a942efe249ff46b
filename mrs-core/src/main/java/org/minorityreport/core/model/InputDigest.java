package org.minorityreport.core.model;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * The SHA-256 over the parts of what a model was given, in the order added. Each text is preceded
 * by its length and each collection by its size, so that no two inputs share one encoding. One
 * thread at a time; ends with {@link #hex}.
 */
public final class InputDigest {
  private final Hasher hasher;

  private InputDigest() {
    this.hasher = Hashing.sha256().newHasher();
  }

  /** {@return a digest of nothing yet} */
  public static InputDigest start() {
    return new InputDigest();
  }

  /**
   * Adds a text.
   *
   * @param text any text
   * @return this digest
   */
  public InputDigest text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    hasher.putInt(bytes.length).putBytes(bytes);
    return this;
  }

  /**
   * Adds a text that may be absent.
   *
   * @param text any text, or empty
   * @return this digest
   */
  public InputDigest text(Optional<String> text) {
    hasher.putBoolean(text.isPresent());
    return text.isPresent() ? text(text.get()) : this;
  }

  /**
   * Adds texts.
   *
   * @param texts texts in a fixed order
   * @return this digest
   */
  public InputDigest texts(Collection<String> texts) {
    hasher.putInt(texts.size());
    texts.forEach(this::text);
    return this;
  }

  /**
   * Adds a time.
   *
   * @param time any time
   * @return this digest
   */
  public InputDigest time(Instant time) {
    hasher.putLong(time.getEpochSecond()).putInt(time.getNano());
    return this;
  }

  /**
   * Adds a number.
   *
   * @param number any number
   * @return this digest
   */
  public InputDigest number(double number) {
    hasher.putDouble(number);
    return this;
  }

  /** {@return the SHA-256 of all that was added, as hex} */
  public String hex() {
    return hasher.hash().toString();
  }
}
