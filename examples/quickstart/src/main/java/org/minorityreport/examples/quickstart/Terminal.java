package org.minorityreport.examples.quickstart;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Tells whether a person watches. */
final class Terminal {
  private Terminal() {}

  /** {@return whether input and output are a terminal, neither files nor pipes} */
  @SuppressWarnings("SystemConsoleNull") // A console of newer JDKs is asked below.
  static boolean isAttached() {
    @Nullable Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** Since JDK 22 there is a console without a terminal, and a method that says so. */
  private static boolean isTerminal(Console console) {
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
