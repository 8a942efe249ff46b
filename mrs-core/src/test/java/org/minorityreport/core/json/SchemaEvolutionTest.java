package org.minorityreport.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.SampleRows.Sample;

/**
 * Rows of older and of newer libraries (spec 3): what an older one lacks is absent, what a newer
 * one has is kept, in the row itself and in every record inside it.
 */
class SchemaEvolutionTest {
  /** Absent together: no second cause without a first, no confidence above the one before. */
  private static final String CAUSE = "confidence_score|.*_[23]";

  static Stream<Sample<?>> samples() {
    return SampleRows.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void rowWithoutAnOptionalField_isReadAndRewrittenWithoutIt(Sample<?> sample) {
    int places = places(sample).size();
    for (int place = 0; place < places; place++) {
      for (String field : optional(places(sample).get(place).type())) {
        Map<String, Object> older = fields(sample);
        Place in = places(sample.log(), older).get(place);
        assertThat(in.object()).as("%s in %s", field, in).containsKey(field);
        in.object().remove(field);
        if (field.matches(CAUSE)) {
          in.object().keySet().removeIf(f -> f.matches(CAUSE));
        }

        assertSurvives(sample.log(), older);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void rowWithAnUnknownFieldAnywhere_isRewrittenWithIt(Sample<?> sample) {
    int places = places(sample).size();
    for (int place = 0; place < places; place++) {
      Map<String, Object> newer = fields(sample);
      Place in = places(sample.log(), newer).get(place);
      Map<String, Object> inner = new LinkedHashMap<>();
      inner.put("a", List.of(1, new BigDecimal("2.50")));
      inner.put("b", null);
      in.object().put("zz_of_tomorrow", inner);

      assertSurvives(sample.log(), newer);
    }
  }

  /** A walk that went nowhere would pass the tests above. */
  @Test
  void records_areLookedAtInsideRowsToo() {
    Set<String> found = new TreeSet<>();
    samples().forEach(s -> places(s).forEach(p -> found.add(p.type().getSimpleName())));

    assertThat(found)
        .contains(
            "ClusterOutput",
            "CohortOutput",
            "Delivery",
            "Evidence",
            "ModelCalls",
            "ReportDetected",
            "ReportMember",
            "ScoredCandidate",
            "Store");
    assertThat(found.size()).isGreaterThanOrEqualTo(Logs.all().size() + 8);
  }

  /** Spec 3.3. */
  @Test
  void olderNamesOfThePosition_areUnderstood() {
    for (Log<?> log : List.of(Logs.REPORTS_CLUSTERED, Logs.CLUSTER_PREDICTIONS)) {
      Sample<?> sample = samples().filter(s -> s.log() == log).findFirst().orElseThrow();
      String today = new String(sample.row().json(1), StandardCharsets.UTF_8);
      String older = today.replace("embedding_x", "tsne_x").replace("embedding_y", "tsne_y");

      assertThat(older).isNotEqualTo(today);
      assertThat(rewritten(log, older)).isEqualTo(today);
    }
  }

  private static void assertSurvives(Log<?> log, Map<String, Object> fields) {
    String json = new String(CanonicalJson.object(fields), StandardCharsets.UTF_8);
    String again = rewritten(log, json);
    assertThat(CanonicalJson.fields(again.getBytes(StandardCharsets.UTF_8))).isEqualTo(fields);
  }

  private static <R extends LogRecord> String rewritten(Log<R> log, String json) {
    StoredRow stored =
        StoredRow.of(
            LogRow.of(log, json.getBytes(StandardCharsets.UTF_8)), 1, CommitPosition.of(1), 1);
    assertThat(stored.text()).isEqualTo(json);
    R read = LogCodec.read(log, stored);
    return new String(LogCodec.row(log, read).json(1), StandardCharsets.UTF_8);
  }

  /** An object of a row that a type of the contract describes. */
  private record Place(Class<?> type, Map<String, Object> object) {}

  private static Map<String, Object> fields(Sample<?> sample) {
    return CanonicalJson.fields(sample.row().json(1));
  }

  private static List<Place> places(Sample<?> sample) {
    return places(sample.log(), fields(sample));
  }

  private static List<Place> places(Log<?> log, Map<String, Object> row) {
    Stream.Builder<Place> places = Stream.builder();
    visit(log.recordType(), row, places);
    return places.build().toList();
  }

  @SuppressWarnings("unchecked")
  private static void visit(Type type, Object value, Consumer<Place> places) {
    if (type instanceof ParameterizedType generic && value != null) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        visit(inner, value, places);
      } else if (generic.getRawType() == List.class) {
        ((List<Object>) value).forEach(v -> visit(inner, v, places));
      }
    } else if (type instanceof Class<?> record && isRecord(record)) {
      Map<String, Object> object = (Map<String, Object>) value;
      places.accept(new Place(record, object));
      for (Method accessor : accessors(record)) {
        visit(accessor.getGenericReturnType(), object.get(wireName(accessor)), places);
      }
    }
  }

  private static boolean isRecord(Class<?> type) {
    return type.isInterface() && !DeclaredOrder.of(type).isEmpty();
  }

  private static List<String> optional(Class<?> record) {
    return accessors(record).stream()
        .filter(m -> Set.of(Optional.class, OptionalDouble.class).contains(m.getReturnType()))
        .map(SchemaEvolutionTest::wireName)
        .toList();
  }

  private static List<Method> accessors(Class<?> record) {
    List<String> names = DeclaredOrder.of(record);
    return Arrays.stream(record.getMethods())
        .filter(m -> m.getParameterCount() == 0 && names.contains(wireName(m)))
        .toList();
  }

  private static String wireName(Method accessor) {
    JsonProperty named = accessor.getAnnotation(JsonProperty.class);
    return named != null
        ? named.value()
        : accessor.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
