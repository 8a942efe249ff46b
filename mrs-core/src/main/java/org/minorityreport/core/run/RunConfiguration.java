package org.minorityreport.core.run;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.Route;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.identity.Identity;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.model.ModelChoice;

/**
 * Everything that was set for a run, as canonical JSON. Immutable.
 *
 * @param settings settings of the stages
 * @param json the canonical JSON
 */
record RunConfiguration(Settings settings, String json) {
  private static final Route NO_ROUTE = Route.builder().build();

  static RunConfiguration of(
      Settings settings, Iterable<ChosenModel> models, Map<ModelRole, ModelChoice> choices) {
    SortedMap<String, Object> byRole = new TreeMap<>();
    for (ChosenModel chosen : models) {
      SortedMap<String, Object> model = new TreeMap<>();
      @Nullable ModelChoice choice = choices.get(chosen.role());
      model.put("provider", chosen.provider());
      model.put("model", chosen.model().info().id());
      model.put("parameters", choice == null ? new TreeMap<>() : choice.config().parameters());
      model.put("seed", choice == null ? 0L : choice.config().seed());
      chosen
          .fallback()
          .ifPresent(f -> model.put("fallback", f.provider() + " " + f.model().info().id()));
      if (!chosen.route().equals(NO_ROUTE)) {
        model.put("route", route(chosen));
      }
      byRole.put(chosen.role().wireName(), model);
    }
    SortedMap<String, Object> all = new TreeMap<>();
    all.put("settings", settings);
    all.put("models", byRole);
    return new RunConfiguration(settings, CanonicalJson.text(all));
  }

  private static SortedMap<String, Object> route(ChosenModel chosen) {
    SortedMap<String, Object> route = new TreeMap<>();
    if (chosen.route().fallback().isPresent()) {
      chosen.fallback().ifPresent(m -> route.put("fallback", made(m)));
    }
    chosen.challenger().ifPresent(m -> route.put("challenger", made(m)));
    chosen.shadow().ifPresent(m -> route.put("shadow", made(m)));
    route.put("share", chosen.route().share());
    route.put("quality_floor", chosen.route().qualityFloor());
    route.put("failed_ticks", chosen.route().failedTicks());
    route.put("rest_ticks", chosen.route().restTicks());
    return route;
  }

  private static SortedMap<String, Object> made(ChosenModel model) {
    SortedMap<String, Object> made = new TreeMap<>();
    made.put("provider", model.provider());
    made.put("model", model.model().info().id());
    made.put("parameters", model.origin().config().parameters());
    made.put("seed", model.origin().config().seed());
    return made;
  }

  /** {@return the id that rows name} */
  String id() {
    return Identity.configurationId(bytes());
  }

  /** {@return SHA-256 of the JSON, as hex} */
  String digest() {
    return Digests.sha256Hex(bytes());
  }

  private byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
