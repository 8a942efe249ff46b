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
 * A record of which only those fields are read that somebody asks for, each time anew: for who
 * looks at few fields of many rows. Its rules are not checked again, as they were when the row was
 * written; it equals nothing but itself and knows no unknown fields. Immutable.
 */
public final class LazyRecord {
  private static final Map<Class<?>, RecordShape> SHAPES = new ConcurrentHashMap<>();

  private final RecordShape shape;
  private final byte[] json;
  private final int[] spans;

  private LazyRecord(RecordShape shape, byte[] json) {
    this.shape = shape;
    this.json = json;
    this.spans = shape.spans(json);
  }

  /**
   * The record of a row.
   *
   * @param <R> type of the record
   * @param type an interface of the contract
   * @param json its canonical JSON in UTF-8, not changed any more
   * @return the record
   * @throws org.minorityreport.api.error.ContractException if the JSON is no object, or, when a
   *     field is asked for, if that is missing or no such value
   */
  public static <R> R of(Class<R> type, byte[] json) {
    RecordShape shape = SHAPES.computeIfAbsent(type, RecordShape::new);
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new LazyRecord(shape, json)::get));
  }

  private @Nullable Object get(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    RecordField field = shape.field(method);
    if (field != null) {
      return field.read(json, spans);
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
