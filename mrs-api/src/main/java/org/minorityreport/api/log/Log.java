package org.minorityreport.api.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.record.LogRecord;

/**
 * One log: its wire name, its record and what makes a key. Immutable; all of them are constants of
 * {@link Logs}.
 *
 * @param <R> type of its rows
 */
public final class Log<R extends LogRecord> {
  private final String wireName;
  private final @Nullable String code;
  private final Class<R> recordType;
  private final Set<Writer> writers;
  private final List<String> keyFields;
  private final @Nullable String subjectField;
  private final Set<String> notCompared;
  private final boolean comparesContent;
  private final HeadFields headFields;

  Log(
      String wireName,
      @Nullable String code,
      Class<R> recordType,
      Set<Writer> writers,
      List<String> keyFields,
      @Nullable String subjectField,
      Set<String> notCompared) {
    this(wireName, code, recordType, writers, keyFields, subjectField, notCompared, true);
  }

  Log(
      String wireName,
      @Nullable String code,
      Class<R> recordType,
      Set<Writer> writers,
      List<String> keyFields,
      @Nullable String subjectField,
      Set<String> notCompared,
      boolean comparesContent) {
    this.wireName = wireName;
    this.code = code;
    this.recordType = recordType;
    this.writers = writers;
    this.keyFields = keyFields;
    this.subjectField = subjectField;
    this.notCompared = notCompared;
    this.comparesContent = comparesContent;
    this.headFields = new HeadFields(keyFields, subjectField, notCompared, comparesContent);
  }

  /** {@return the name of the log in files and messages} */
  public String wireName() {
    return wireName;
  }

  /** {@return the short code of the log, such as MRDL} */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** {@return the type of its rows} */
  public Class<R> recordType() {
    return recordType;
  }

  /** {@return who may write it} */
  public Set<Writer> writers() {
    return writers;
  }

  /** {@return wire names of the fields that make the key, after {@code run_id}} */
  public List<String> keyFields() {
    return keyFields;
  }

  /**
   * Wire name of the field that says what a row is about, if rows are about one thing. In logs
   * whose rows are told apart by key alone it need not be part of the key; a retraction then has no
   * subject.
   *
   * @return the name
   */
  public Optional<String> subjectField() {
    return Optional.ofNullable(subjectField);
  }

  /** {@return wire names of fields in which two rows of one key may differ and yet be equal} */
  public Set<String> notCompared() {
    return notCompared;
  }

  /**
   * Whether two rows of one key are compared to tell whether the later is news. If not, any later
   * row of a key that stands is a duplicate, whatever it says; of a key that was retracted it is a
   * new version.
   *
   * @return false if rows are told apart by key alone
   */
  public boolean comparesContent() {
    return comparesContent;
  }

  /** What rows of this log are looked through for. */
  HeadFields headFields() {
    return headFields;
  }

  /** The wire name. */
  @Override
  public String toString() {
    return wireName;
  }
}
