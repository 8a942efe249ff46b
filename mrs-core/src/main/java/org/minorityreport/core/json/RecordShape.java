package org.minorityreport.core.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.base.CaseFormat;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a type of records and how each is read. Immutable. */
final class RecordShape {
  private final Map<Method, RecordField> fields = new HashMap<>();
  private final FieldSpans spans;

  RecordShape(Class<?> type) {
    List<String> names = new ArrayList<>(DeclaredOrder.of(type));
    for (Method method : type.getMethods()) {
      if (isField(method, names)) {
        int other = -1;
        JsonAlias alias = method.getAnnotation(JsonAlias.class);
        if (alias != null) {
          other = names.size();
          names.add(alias.value()[0]);
        }
        String name = name(method);
        fields.put(method, RecordField.of(method, name, names.indexOf(name), other));
      }
    }
    this.spans = new FieldSpans(names);
  }

  /** {@return where its fields are looked for} */
  FieldSpans spans() {
    return spans;
  }

  /** The field that a method gives; null if it gives none. */
  @Nullable RecordField field(Method method) {
    return fields.get(method);
  }

  private static boolean isField(Method method, List<String> names) {
    return method.getParameterCount() == 0
        && !Modifier.isStatic(method.getModifiers())
        && (names.contains(name(method)) || method.isAnnotationPresent(JsonAnyGetter.class));
  }

  private static String name(Method method) {
    JsonProperty said = method.getAnnotation(JsonProperty.class);
    return said != null && !said.value().isEmpty()
        ? said.value()
        : CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_UNDERSCORE, method.getName());
  }
}
