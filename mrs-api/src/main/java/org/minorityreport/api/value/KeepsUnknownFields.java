package org.minorityreport.api.value;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;

/**
 * A value of a log, or part of one, that may have been written by a newer library: what this one
 * does not know is kept beside what it knows, so that writing the value again loses nothing.
 */
public interface KeepsUnknownFields {
  /** {@return fields that a newer library wrote and this one does not know, kept on rewrite} */
  @AllowNulls
  @JsonAnyGetter
  Map<String, Object> unknownFields();
}
