package org.minorityreport.core.json;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * A field of a record: where it is and how it is read. Immutable.
 *
 * @param name its wire name, for messages
 * @param place its place among the spans, -1 for what no span is of
 * @param other the place of its older name, or -1
 * @param value reads it
 * @param absent what stands for it if it is not there; null if it must be there
 */
record RecordField(String name, int place, int other, Value value, @Nullable Object absent) {
  private static final ObjectReader TEXTS = CanonicalJson.reader(String.class);
  private static final Map<Type, Function<String, Object>> BY_TEXT =
      Map.of(
          String.class, text -> text,
          RunId.class, RunId::of,
          ReportId.class, ReportId::of,
          EventId.class, EventId::of,
          StoreId.class, StoreId::of,
          Sku.class, Sku::of,
          Instant.class, InstantText::parse);

  static RecordField of(Method method, String name, int place, int other) {
    Type type = method.getGenericReturnType();
    if (type == OptionalDouble.class) {
      Value number = value(double.class);
      return new RecordField(
          name,
          place,
          other,
          (json, from, to) -> OptionalDouble.of((double) number.read(json, from, to)),
          OptionalDouble.empty());
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
      Value given = value(generic.getActualTypeArguments()[0]);
      return new RecordField(
          name,
          place,
          other,
          (json, from, to) -> Optional.of(given.read(json, from, to)),
          Optional.empty());
    }
    Class<?> raw = method.getReturnType();
    Object absent =
        raw == List.class
            ? List.of()
            : raw == Map.class ? Map.of() : name.equals("version") ? 1 : null;
    return new RecordField(name, place, other, value(type), absent);
  }

  Object read(byte[] json, LazyRecord of) {
    int start = place < 0 ? 0 : of.start(place);
    if (start == 0 && other >= 0) {
      start = of.start(other);
    }
    if (start != 0) {
      try {
        return value.read(json, start, FieldSpans.endOfValue(json, start));
      } catch (InvalidValueException | NumberFormatException | DateTimeException e) {
        throw new ContractException(
            "field " + name + " cannot be read: " + new String(json, StandardCharsets.UTF_8), e);
      }
    }
    if (absent == null) {
      throw new ContractException(
          "field " + name + " is missing: " + new String(json, StandardCharsets.UTF_8));
    }
    return absent;
  }

  private static Value value(Type type) {
    if (type == boolean.class) {
      return (json, from, to) -> json[from] == 't';
    }
    if (type == double.class) {
      return (json, from, to) -> Double.parseDouble(latin(json, from, to));
    }
    if (type == int.class) {
      return (json, from, to) -> Integer.parseInt(latin(json, from, to));
    }
    if (type == BigDecimal.class) {
      return (json, from, to) -> new BigDecimal(latin(json, from, to));
    }
    ObjectReader reader = CanonicalJson.reader(type);
    Value other = (json, from, to) -> read(reader, json, from, to);
    if (type instanceof Class<?> word && word.isEnum()) {
      return words(word, other);
    }
    if (type instanceof ParameterizedType map && isMap(map)) {
      RecentTexts recent = new RecentTexts(text -> unmodifiable(reader, text));
      return recent::of;
    }
    Function<String, Object> item =
        type instanceof ParameterizedType list && list.getRawType() == List.class
            ? BY_TEXT.get(list.getActualTypeArguments()[0])
            : null;
    if (item != null) {
      RecentTexts recent = new RecentTexts(item);
      return (json, from, to) -> texts(recent, other, json, from, to);
    }
    Function<String, Object> byText = BY_TEXT.get(type);
    if (byText == null) {
      return other;
    }
    RecentTexts recent = new RecentTexts(byText);
    return (json, from, to) ->
        isEscaped(json, from, to)
            ? byText.apply(read(TEXTS, json, from, to).toString())
            : recent.of(json, from + 1, to - 1);
  }

  private static boolean isMap(ParameterizedType type) {
    return type.getRawType() == Map.class || type.getRawType() == SortedMap.class;
  }

  private static Object unmodifiable(ObjectReader reader, String text) {
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    Object map = read(reader, json, 0, json.length);
    return map instanceof SortedMap<?, ?> sorted
        ? Collections.unmodifiableSortedMap(sorted)
        : Collections.unmodifiableMap((Map<?, ?>) map);
  }

  private static Value words(Class<?> type, Value other) {
    Map<String, Object> words = new HashMap<>();
    for (Object word : type.getEnumConstants()) {
      words.put(CanonicalJson.text(word), word);
    }
    return (json, from, to) -> {
      Object word = words.get(latin(json, from, to));
      return word == null ? other.read(json, from, to) : word;
    };
  }

  /** A list of texts without escapes is cut by hand. */
  private static Object texts(RecentTexts recent, Value other, byte[] json, int from, int to) {
    List<Object> items = new ArrayList<>();
    int at = from + 1;
    while (at < to - 1) {
      int start = at + 1;
      int end = start;
      while (json[end] != '"') {
        if (json[end] == '\\') {
          return other.read(json, from, to);
        }
        end++;
      }
      items.add(recent.of(json, start, end));
      at = end + 2;
    }
    return List.copyOf(items);
  }

  private static String latin(byte[] json, int from, int to) {
    return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static boolean isEscaped(byte[] json, int from, int to) {
    for (int at = from; at < to; at++) {
      if (json[at] == '\\') {
        return true;
      }
    }
    return false;
  }

  private static Object read(ObjectReader reader, byte[] json, int from, int to) {
    try {
      return reader.readValue(json, from, to - from);
    } catch (JacksonException e) {
      throw new ContractException("cannot be read: " + latin(json, from, to), e);
    }
  }

  /** Reads a value from a span of JSON. */
  interface Value {
    Object read(byte[] json, int from, int to);
  }
}
