package org.minorityreport.mock.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.json.JsonMapper;

/** Writes the truth of a world as JSON Lines. */
final class TruthLines {
  private TruthLines() {}

  static String of(GroundTruth truth) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Happening happening : truth.happenings()) {
      happening.affected().forEach(a -> lines.add(line(happening, a)));
    }
    truth.faults().forEach(f -> lines.add(line(f)));
    truth
        .quietStores()
        .forEach(s -> lines.add(new LinkedHashMap<>(Map.of("quiet_store_id", s.value()))));
    StringBuilder text = new StringBuilder();
    for (Map<String, Object> line : lines) {
      text.append(JsonMapper.shared().writeValueAsString(line)).append('\n');
    }
    return text.toString();
  }

  private static Map<String, Object> line(Happening happening, AffectedSeries affected) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", happening.id());
    line.put("cause", happening.cause());
    line.put("category", happening.category());
    happening.subtype().ifPresent(s -> line.put("subtype", s));
    line.put("shape", happening.shape().wireName());
    line.put("direction", happening.direction().name().toLowerCase(Locale.ROOT));
    line.put("store_id", affected.id().store().value());
    line.put("sku", affected.id().sku().value());
    line.put("first_step", affected.steps().from().toString());
    line.put("step_seconds", affected.steps().cadence().seconds());
    line.put("expected", numbers(affected, affected::expectedAt));
    line.put("effect", numbers(affected, affected::effectAt));
    line.put("noise", numbers(affected, affected::noiseAt));
    return line;
  }

  private static Map<String, Object> line(TrueFault fault) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("fault", fault.id());
    line.put("kind", fault.kind().wireName());
    line.put("from", fault.span().from().toString());
    line.put("to", fault.span().to().toString());
    fault.deliveredAt().ifPresent(at -> line.put("delivered_at", at.toString()));
    line.put("store_ids", fault.stores().stream().map(s -> s.value()).toList());
    return line;
  }

  private static List<Double> numbers(AffectedSeries affected, IntToDoubleFunction value) {
    List<Double> numbers = new ArrayList<>(affected.steps().count());
    for (int i = 0; i < affected.steps().count(); i++) {
      numbers.add(Num.round(value.applyAsDouble(i)));
    }
    return numbers;
  }
}
