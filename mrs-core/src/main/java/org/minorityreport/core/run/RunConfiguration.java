package org.minorityreport.core.run;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.ModelRole;
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
      byRole.put(chosen.role().wireName(), model);
    }
    SortedMap<String, Object> all = new TreeMap<>();
    all.put("settings", settings);
    all.put("models", byRole);
    return new RunConfiguration(settings, CanonicalJson.text(all));
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
