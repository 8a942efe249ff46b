package org.minorityreport.testkit;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.log.Log;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the JSON Schema of a log from the type of its records. */
final class RecordSchemas {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

  /** Fields that hold a share. */
  private static final Set<String> SHARES =
      Set.of(
          "severity_score",
          "similarity_score",
          "cluster_match_confidence",
          "confidence",
          "confidence_score",
          "confidence_score_2",
          "confidence_score_3",
          "cohort_confidence",
          "final_confidence",
          "score",
          "weight");

  /** Whole numbers that begin at one; all others begin at zero. */
  private static final Set<String> COUNTED_FROM_ONE =
      Set.of("version", "cohort_size", "attempts", "rereview_round");

  private final SchemaGenerator generator = new SchemaGenerator(config());

  /** {@return the schema of a log as it lies in the repository} */
  String of(Log<?> log) {
    ObjectNode row = generator.generateSchema(log.recordType());
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("$schema", row.remove("$schema"));
    schema.put("title", log.wireName());
    schema.put(
        "description",
        "A row of %s%s: a record, or the retraction of one."
            .formatted(log.wireName(), log.code().map(c -> " (" + c + ")").orElse("")));
    ArrayNode either = schema.putArray("oneOf");
    either.addObject().put("$ref", "#/$defs/record");
    either.addObject().put("$ref", "#/$defs/retraction");
    JsonNode shared = row.remove("$defs");
    row.putObject("not").putArray("required").add("retracted");
    ObjectNode definitions = schema.putObject("$defs");
    definitions.set("record", row);
    definitions.set("retraction", retraction(log, row));
    if (shared != null) {
      new TreeSet<>(shared.propertyNames()).forEach(n -> definitions.set(n, shared.get(n)));
    }
    return text(schema);
  }

  /** {@return the schema of a value that is in no log} */
  String of(Class<?> type, String description) {
    ObjectNode value = generator.generateSchema(type);
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("$schema", value.remove("$schema"));
    schema.put("title", type.getSimpleName());
    schema.put("description", description);
    schema.setAll(value);
    return text(schema);
  }

  private static String text(ObjectNode schema) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
    return MAPPER.writer().with(printer).writeValueAsString(schema) + "\n";
  }

  /** {@return the schema of a value of the feed as it lies in the repository} */
  String of(String title, Class<?> type) {
    ObjectNode value = generator.generateSchema(type);
    ObjectNode schema = MAPPER.createObjectNode();
    schema.set("$schema", value.remove("$schema"));
    schema.put("title", title);
    schema.setAll(value);
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
    return MAPPER.writer().with(printer).writeValueAsString(schema) + "\n";
  }

  /**
   * The key of a row, its tick, its version, and that it is retracted; nothing else. The tick of a
   * dead letter is left out as it always was: nothing takes one back.
   */
  private static ObjectNode retraction(Log<?> log, ObjectNode row) {
    ObjectNode retraction = MAPPER.createObjectNode().put("type", "object");
    ObjectNode properties = retraction.putObject("properties");
    ArrayNode required = MAPPER.createArrayNode();
    for (var property : row.get("properties").properties()) {
      String name = property.getKey();
      boolean always = name.equals("run_id") || name.equals("version");
      boolean tick = name.equals("written_at") && !log.notCompared().contains(name);
      if (always || tick || log.keyFields().contains(name)) {
        properties.set(name, property.getValue());
        if (always || (log.keyFields().contains(name) && isRequired(row, name))) {
          required.add(name);
        }
      }
    }
    properties.putObject("retracted").put("const", true);
    retraction.set("required", required.add("retracted"));
    return retraction.put("additionalProperties", false);
  }

  private static boolean isRequired(ObjectNode row, String name) {
    return row.path("required").valueStream().anyMatch(one -> one.asString().equals(name));
  }

  /** The wire names that a type declares, in order: those of its interfaces, then its own. */
  static List<String> declared(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Class<?> face : type.getInterfaces()) {
      names.addAll(declared(face));
    }
    JsonPropertyOrder own = type.getDeclaredAnnotation(JsonPropertyOrder.class);
    if (own != null) {
      List<String> declared = List.of(own.value());
      names.removeAll(declared);
      names.addAll(declared);
    }
    return names;
  }

  private static SchemaGeneratorConfig config() {
    OptionPreset accessors =
        new OptionPreset(
            Option.SCHEMA_VERSION_INDICATOR,
            Option.GETTER_METHODS,
            Option.NONSTATIC_NONVOID_NONGETTER_METHODS,
            Option.FIELDS_DERIVED_FROM_ARGUMENTFREE_METHODS,
            Option.ALLOF_CLEANUP_AT_THE_END,
            Option.DEFINITIONS_FOR_ALL_OBJECTS);
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, accessors);
    config.forTypesInGeneral().withPropertySorter(Comparator.comparingInt(RecordSchemas::place));
    config.forTypesInGeneral().withCustomDefinitionProvider(new WireTypes());
    config
        .forMethods()
        .withIgnoreCheck(m -> !isAttribute(m.getRawMember()))
        .withPropertyNameOverrideResolver(m -> wireName(m.getRawMember()))
        .withRequiredCheck(m -> !isOptional(m.getDeclaredType()))
        .withTargetTypeOverridesResolver(RecordSchemas::present)
        .withNumberInclusiveMinimumResolver(RecordSchemas::minimum)
        .withNumberInclusiveMaximumResolver(
            m -> SHARES.contains(m.getName()) ? BigDecimal.ONE : null)
        .withDescriptionResolver(RecordSchemas::description);
    return config.build();
  }

  private static int place(MemberScope<?, ?> member) {
    Class<?> type = member.getDeclarationDetails().getSchemaTargetType().getErasedType();
    return declared(type).indexOf(member.getSchemaPropertyName());
  }

  /** Attributes are abstract, or have a default and a place in the order. */
  private static boolean isAttribute(Method method) {
    return method.getParameterCount() == 0
        && !method.isAnnotationPresent(JsonAnyGetter.class)
        && (Modifier.isAbstract(method.getModifiers())
            || method.getName().equals("version")
            || declared(method.getDeclaringClass()).contains(wireName(method)));
  }

  private static String wireName(Method accessor) {
    JsonProperty named = accessor.getAnnotation(JsonProperty.class);
    return named != null
        ? named.value()
        : accessor.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static boolean isOptional(ResolvedType type) {
    return type.isInstanceOf(Optional.class)
        || type.isInstanceOf(OptionalDouble.class)
        || type.isInstanceOf(OptionalInt.class);
  }

  private static List<ResolvedType> present(MethodScope method) {
    ResolvedType type = method.getType();
    if (type.isInstanceOf(OptionalDouble.class)) {
      return List.of(method.getContext().resolve(double.class));
    }
    if (type.isInstanceOf(OptionalInt.class)) {
      return List.of(method.getContext().resolve(int.class));
    }
    return type.isInstanceOf(Optional.class)
        ? List.of(method.getContext().getTypeParameterFor(type, Optional.class, 0))
        : null;
  }

  private static BigDecimal minimum(MethodScope method) {
    Class<?> type = method.getType().getErasedType();
    if (COUNTED_FROM_ONE.contains(method.getName())) {
      return BigDecimal.ONE;
    }
    boolean atLeastZero =
        type == int.class || type == long.class || SHARES.contains(method.getName());
    return atLeastZero ? BigDecimal.ZERO : null;
  }

  private static String description(MethodScope method) {
    if (!method.getType().isInstanceOf(BigDecimal.class)) {
      return null;
    }
    return method.getName().matches(".*_sales_total|.*units.*|expected_(lower|upper)")
        ? "units: at most three decimals, no trailing zeros"
        : "money: two decimals";
  }
}
