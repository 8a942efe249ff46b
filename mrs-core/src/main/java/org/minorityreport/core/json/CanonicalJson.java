package org.minorityreport.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.error.ContractException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes and reads values as canonical JSON. Thread-safe. */
public final class CanonicalJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .addModule(
              new SimpleModule("mrs")
                  .addSerializer(new InstantText())
                  .setSerializerModifier(new DeclaredOrder()))
          .build();

  private CanonicalJson() {}

  /**
   * The canonical JSON of a value.
   *
   * @param value a value of the contract, or maps, lists, texts and numbers
   * @return UTF-8 without line break
   */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * The canonical JSON of a value as text.
   *
   * @param value a value of the contract, or maps, lists, texts and numbers
   * @return text without line break
   */
  public static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /**
   * The JSON of an object whose fields keep the order of the map: for rows cut from other rows.
   *
   * @param fields names and values
   * @return UTF-8 without line break
   */
  public static byte[] object(Map<String, Object> fields) {
    return MAPPER
        .writer()
        .without(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .writeValueAsBytes(fields);
  }

  /**
   * Reads a value.
   *
   * @param <T> type of the value
   * @param json its JSON in UTF-8
   * @param type its type
   * @return the value
   * @throws ContractException if the text is no such value
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException | NumberFormatException e) {
      throw new ContractException(
          "not a " + type.getSimpleName() + ": " + new String(json, StandardCharsets.UTF_8), e);
    }
  }

  /**
   * Reads a value out of a span of JSON.
   *
   * @param <T> type of the value
   * @param json holds it, in UTF-8
   * @param from where it begins
   * @param to where it ends
   * @param type its type
   * @return the value
   * @throws ContractException if the text is no such value
   */
  public static <T> T read(byte[] json, int from, int to, Class<T> type) {
    return read(Arrays.copyOfRange(json, from, to), type);
  }

  /** Reads values of a type. */
  static ObjectReader reader(Type type) {
    return MAPPER.readerFor(MAPPER.constructType(type));
  }

  /**
   * The fields of a value.
   *
   * @param json a JSON object in UTF-8
   * @return its fields in the order of the text
   * @throws ContractException if the text is no object
   */
  public static Map<String, Object> fields(byte[] json) {
    try {
      return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JacksonException | NumberFormatException e) {
      throw new ContractException("not an object: " + new String(json, StandardCharsets.UTF_8), e);
    }
  }

  /**
   * The wire names of the properties of a value, in the order in which they are written.
   *
   * @param type a type of the contract
   * @return names
   */
  public static List<String> properties(Class<?> type) {
    return DeclaredOrder.of(type);
  }
}
