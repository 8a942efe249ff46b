package org.minorityreport.core.json;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A record of which only those fields are read that somebody asks for, each time anew, and what
 * stands behind them is not looked at: for who looks at few fields of many rows. Its rules are not
 * checked again, as they were when the row was written; it equals nothing but itself and knows no
 * unknown fields. Immutable.
 */
public final class LazyRecord {
  private static final Map<Class<?>, RecordShape> SHAPES = new ConcurrentHashMap<>();

  private final RecordShape shape;
  private final byte[] json;

  /** Where the values begin that were found. Two threads that search write the same. */
  private final int[] starts;

  /** How far was searched: who reads it sees all that was found up to there. */
  private volatile int searched;

  private LazyRecord(RecordShape shape, byte[] json) {
    this.shape = shape;
    this.json = json;
    this.starts = shape.spans().none();
  }

  /**
   * The record of a row.
   *
   * @param <R> type of the record
   * @param type an interface of the contract
   * @param json its canonical JSON in UTF-8, not changed any more
   * @return the record
   * @throws org.minorityreport.api.error.ContractException when a field is asked for, if it is
   *     missing or no such value, or the JSON is no object
   */
  public static <R> R of(Class<R> type, byte[] json) {
    RecordShape shape = SHAPES.computeIfAbsent(type, RecordShape::new);
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new LazyRecord(shape, json)::get));
  }

  /** Where the value of a field begins; 0 if it is not there. */
  int start(int place) {
    if (starts[place] == 0) {
      searched = shape.spans().seek(json, starts, searched, place);
    }
    return starts[place];
  }

  private @Nullable Object get(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    RecordField field = shape.field(method);
    if (field != null) {
      return field.read(json, this);
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, args);
    }
    return switch (method.getName()) {
      case "equals" -> args != null && proxy == args[0];
      case "hashCode" -> Arrays.hashCode(json);
      default -> new String(json, StandardCharsets.UTF_8);
    };
  }
}
