package org.minorityreport.testkit;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.NotificationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.Cut;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the types of fields stand on the wire. */
final class WireTypes implements CustomDefinitionProviderV2 {
  private static final Map<Class<?>, String> PATTERNS =
      Map.of(
          ReportId.class, "^MR-[0-9a-f]{32}$",
          EventId.class, "^ME-[0-9a-f]{32}$",
          AnnotationId.class, "^AN-[0-9a-f]{32}$",
          NotificationId.class, "^NO-[0-9a-f]{32}$",
          Instant.class, "^[+-]?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.(\\d{3}){1,3})?Z$",
          LocalDate.class, "^\\d{4}-\\d\\d-\\d\\d$",
          Duration.class, "^PT-?(\\d.*)$",
          Cadence.class, "^P(\\d+D|T(\\d+H)?(\\d+M)?(\\d+S)?)$");

  private static final List<Class<?>> NAMES = List.of(StoreId.class, Sku.class, RunId.class);

  private static final List<Class<?>> COLUMNS = List.of(UnitsColumn.class, NumColumn.class);

  @Override
  public @Nullable CustomDefinition provideCustomSchemaDefinition(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> erased = type.getErasedType();
    ObjectNode node = context.getGeneratorConfig().createObjectNode();
    if (PATTERNS.containsKey(erased)) {
      node.put("type", "string").put("pattern", PATTERNS.get(erased));
      if (erased == Instant.class) {
        node.put("format", "date-time");
      }
    } else if (NAMES.contains(erased)) {
      node.put("type", "string").put("minLength", 1).put("maxLength", 256);
    } else if (erased == BigDecimal.class || erased == double.class || erased == Double.class) {
      node.put("type", "number");
    } else if (COLUMNS.contains(erased)) {
      node.put("type", "array").putObject("items").putArray("type").add("number").add("null");
    } else if (erased.isEnum()) {
      words(node.put("type", "string").putArray("enum"), erased);
    } else if (erased == Cut.class) {
      node.put("type", "object");
      node.putObject("additionalProperties").put("type", "integer").put("minimum", 0);
    } else if (type.isInstanceOf(Map.class)) {
      ResolvedType value = context.getTypeContext().getTypeParameterFor(type, Map.class, 1);
      node.put("type", "object");
      if (value.getErasedType() != Object.class) {
        node.set("additionalProperties", context.createDefinitionReference(value));
      }
    } else {
      return null;
    }
    return new CustomDefinition(node, true);
  }

  private static void words(ArrayNode words, Class<?> type) {
    for (Object constant : type.getEnumConstants()) {
      try {
        words.add(
            type.getField(((Enum<?>) constant).name()).getAnnotation(JsonProperty.class).value());
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
