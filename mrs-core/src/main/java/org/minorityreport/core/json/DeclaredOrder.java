package org.minorityreport.core.json;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Puts the properties of a record into the order that its interfaces declare: those of the
 * interfaces it extends, in the order of the {@code extends} clause, then its own. A name that it
 * declares again stands where it declares it.
 */
final class DeclaredOrder extends ValueSerializerModifier {
  private static final long serialVersionUID = 1L;

  /**
   * The wire names of a type's properties in order.
   *
   * @param type an interface of the contract, or a class that implements one
   * @return names; empty if none is declared
   */
  static List<String> of(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    collect(type, names);
    return List.copyOf(names);
  }

  @Override
  public List<BeanPropertyWriter> orderProperties(
      SerializationConfig config,
      BeanDescription.Supplier bean,
      List<BeanPropertyWriter> properties) {
    Map<String, BeanPropertyWriter> left = new LinkedHashMap<>();
    properties.forEach(p -> left.put(p.getName(), p));
    List<BeanPropertyWriter> ordered = new ArrayList<>(properties.size());
    for (String name : of(bean.getBeanClass())) {
      BeanPropertyWriter property = left.remove(name);
      if (property != null) {
        ordered.add(property);
      }
    }
    ordered.addAll(left.values());
    return ordered;
  }

  private static void collect(Class<?> type, Set<String> names) {
    Class<?> parent = type.getSuperclass();
    if (parent != null && parent != Object.class) {
      collect(parent, names);
    }
    for (Class<?> face : type.getInterfaces()) {
      collect(face, names);
    }
    JsonPropertyOrder own = type.getDeclaredAnnotation(JsonPropertyOrder.class);
    if (own != null && type.isInterface()) {
      List<String> declared = List.of(own.value());
      declared.forEach(names::remove);
      names.addAll(declared);
    }
  }
}
