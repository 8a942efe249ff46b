package org.minorityreport.testkit;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** Calls of the JDK whose answer depends on machine, moment, JDK or defaults (spec 2.7). */
final class NondeterministicCalls {
  /**
   * Those of {@link Math} whose result is fixed to the last bit; all others have their like in
   * StrictMath.
   */
  private static final Set<String> EXACT_MATH =
      Set.of(
          "abs",
          "ceil",
          "ceilDiv",
          "ceilDivExact",
          "ceilMod",
          "clamp",
          "copySign",
          "floor",
          "floorDiv",
          "floorDivExact",
          "floorMod",
          "fma",
          "getExponent",
          "max",
          "min",
          "multiplyFull",
          "multiplyHigh",
          "nextAfter",
          "nextDown",
          "nextUp",
          "rint",
          "round",
          "scalb",
          "signum",
          "sqrt",
          "ulp");

  private static final Set<String> CALLS =
      Set.of(
          // clock
          "java.lang.System.currentTimeMillis()",
          "java.lang.System.nanoTime()",
          "java.util.Date.<init>()",
          "java.util.Calendar.getInstance()",
          // chance and identity
          "java.lang.Math.random()",
          "java.lang.System.identityHashCode(java.lang.Object)",
          "java.util.SplittableRandom.<init>()",
          "java.util.UUID.randomUUID()",
          "java.util.random.RandomGenerator.getDefault()",
          "java.util.Collections.shuffle(java.util.List)",
          // default character set
          "java.io.ByteArrayOutputStream.toString()",
          "java.io.FileReader.<init>(java.io.File)",
          "java.io.FileReader.<init>(java.lang.String)",
          "java.io.FileWriter.<init>(java.io.File)",
          "java.io.FileWriter.<init>(java.lang.String)",
          "java.io.InputStreamReader.<init>(java.io.InputStream)",
          "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
          "java.io.PrintStream.<init>(java.io.OutputStream)",
          "java.io.PrintWriter.<init>(java.io.OutputStream)",
          "java.lang.String.<init>([B)",
          "java.lang.String.<init>([B, int, int)",
          "java.lang.String.getBytes()",
          "java.nio.charset.Charset.defaultCharset()",
          "java.util.Scanner.<init>(java.io.InputStream)",
          // default locale
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.text.Collator.getInstance()",
          "java.text.DecimalFormat.<init>()",
          "java.text.DecimalFormat.<init>(java.lang.String)",
          "java.text.DecimalFormatSymbols.getInstance()",
          "java.text.NumberFormat.getInstance()",
          "java.text.SimpleDateFormat.<init>(java.lang.String)",
          "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
          "java.time.format.DateTimeFormatterBuilder.toFormatter()",
          "java.util.Formatter.<init>()",
          "java.util.Formatter.<init>(java.lang.Appendable)",
          "java.util.Locale.getDefault()",
          "java.util.Locale.getDefault(java.util.Locale$Category)",
          // default time zone, line separator
          "java.lang.System.lineSeparator()",
          "java.time.ZoneId.systemDefault()",
          "java.util.TimeZone.getDefault()",
          // digits that changed in JDK 19
          "java.lang.Double.toString()",
          "java.lang.Double.toString(double)",
          "java.lang.Float.toString()",
          "java.lang.Float.toString(float)",
          "java.lang.String.valueOf(double)",
          "java.lang.String.valueOf(float)",
          "java.math.BigDecimal.valueOf(double)");

  private NondeterministicCalls() {}

  static ArchCondition<JavaClass> notBeMade() {
    return new ArchCondition<>("ask nothing of clock, chance, identity or defaults") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getCodeUnitAccessesFromSelf().stream()
            .filter(it -> isNondeterministic(it.getTarget()))
            .forEach(it -> events.add(SimpleConditionEvent.violated(type, it.getDescription())));
      }
    };
  }

  static boolean isNondeterministic(CodeUnitAccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    return CALLS.contains(target.getFullName())
        || (owner.equals("java.lang.Math") && !isExact(name))
        || (owner.equals("java.time.Clock")
            && (name.startsWith("system") || name.startsWith("tick")))
        || (owner.startsWith("java.time.") && name.equals("now") && !takesAClock(target))
        || (owner.startsWith("org.apache.commons.math3.random.") && isUnseeded(target));
  }

  private static boolean isExact(String name) {
    return EXACT_MATH.contains(name) || name.endsWith("Exact");
  }

  private static boolean takesAClock(CodeUnitAccessTarget target) {
    return parameters(target).equals(List.of("java.time.Clock"));
  }

  private static boolean isUnseeded(CodeUnitAccessTarget target) {
    return target.getName().equals("<init>") && parameters(target).isEmpty();
  }

  private static List<String> parameters(CodeUnitAccessTarget target) {
    return target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
  }
}
