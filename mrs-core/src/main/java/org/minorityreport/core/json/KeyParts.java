package org.minorityreport.core.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.record.LogRecord;

/** Takes the parts of a key, and the subject, out of the records of one log. Thread-safe. */
final class KeyParts {
  private final List<Method> parts;
  private final @Nullable Method subject;

  KeyParts(Log<?> log) {
    this.parts = log.keyFields().stream().map(f -> accessor(log.recordType(), f)).toList();
    this.subject = log.subjectField().map(f -> accessor(log.recordType(), f)).orElse(null);
  }

  String key(LogRecord row) {
    List<String> key = new ArrayList<>(parts.size() + 1);
    key.add(row.runId().value());
    for (Method part : parts) {
      key.add(text(value(part, row)));
    }
    return CanonicalJson.text(key);
  }

  Optional<String> subject(LogRecord row) {
    return subject == null ? Optional.empty() : Optional.of(text(value(subject, row)));
  }

  private static Method accessor(Class<?> type, String wireName) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getParameterCount() == 0 && wireName(m).equals(wireName))
        .findFirst()
        .orElseThrow(
            () -> new ContractException(type.getSimpleName() + " has no field '" + wireName + "'"));
  }

  private static String wireName(Method accessor) {
    JsonProperty named = accessor.getAnnotation(JsonProperty.class);
    return named != null
        ? named.value()
        : accessor.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Object value(Method accessor, LogRecord row) {
    try {
      return accessor.invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new ContractException("cannot read " + accessor.getName() + " of " + row, e);
    }
  }

  private static String text(Object value) {
    return value instanceof Optional<?> optional
        ? optional.map(Object::toString).orElse("")
        : value.toString();
  }
}
