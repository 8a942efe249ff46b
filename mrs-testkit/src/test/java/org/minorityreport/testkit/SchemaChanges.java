package org.minorityreport.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a schema of today no longer grants to those who wrote, or read, by an older one. Fields,
 * definitions and words of an enumeration may be added; nothing else may change.
 */
final class SchemaChanges {
  /** Where names stand that may become more. */
  private static final Set<String> NAMES = Set.of("properties", "$defs");

  private static final Set<String> WORDS_FOR_PEOPLE = Set.of("title", "description");

  private final List<String> found = new ArrayList<>();

  private SchemaChanges() {}

  /** {@return what changed, each with its place} */
  static List<String> between(JsonNode older, JsonNode today) {
    SchemaChanges changes = new SchemaChanges();
    changes.schema("", older, today);
    return changes.found;
  }

  private void schema(String place, JsonNode older, JsonNode today) {
    for (String keyword : older.propertyNames()) {
      if (NAMES.contains(keyword)) {
        names(place + "/" + keyword, older.get(keyword), today.path(keyword));
      } else if (!WORDS_FOR_PEOPLE.contains(keyword)) {
        keyword(place + "/" + keyword, keyword, older.get(keyword), today.get(keyword));
      }
    }
    for (String keyword : today.propertyNames()) {
      if (!older.has(keyword) && !WORDS_FOR_PEOPLE.contains(keyword)) {
        found.add(place + "/" + keyword + " was added");
      }
    }
    boolean closed = !older.path("additionalProperties").asBoolean(true);
    for (String name : today.path("properties").propertyNames()) {
      if (closed && !older.path("properties").has(name)) {
        found.add(place + "/properties/" + name + " was added to a closed object");
      }
    }
  }

  private void names(String place, JsonNode older, JsonNode today) {
    for (String name : older.propertyNames()) {
      if (today.has(name)) {
        schema(place + "/" + name, older.get(name), today.get(name));
      } else {
        found.add(place + "/" + name + " was removed");
      }
    }
  }

  private void keyword(String place, String keyword, JsonNode older, JsonNode today) {
    if (today == null) {
      found.add(place + " was removed");
    } else if (keyword.equals("required") || keyword.equals("enum")) {
      words(place, keyword, older.valueStream().toList(), today.valueStream().toList());
    } else if (older.isObject() && today.isObject()) {
      schema(place, older, today);
    } else if (!older.equals(today)) {
      found.add(place + " changed: " + older + " is now " + today);
    }
  }

  private void words(String place, String keyword, List<JsonNode> older, List<JsonNode> today) {
    for (JsonNode word : older) {
      if (!today.contains(word)) {
        found.add(place + " changed: " + word.asString() + " is gone");
      }
    }
    for (JsonNode word : today) {
      if (keyword.equals("required") && !older.contains(word)) {
        found.add(place + " changed: " + word.asString() + " is required now");
      }
    }
  }
}
