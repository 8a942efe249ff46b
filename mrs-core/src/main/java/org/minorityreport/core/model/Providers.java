package org.minorityreport.core.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.model.ModelProvider;

/** Finding providers and calling them: whatever they do wrong is said with class and jar. */
final class Providers {
  private static final String SERVICES = "META-INF/services/" + ModelProvider.class.getName();

  private Providers() {}

  /** {@return the providers that a class loader sees, on the class path and in modules} */
  static List<ModelProvider> find(ClassLoader loader) {
    List<ModelProvider> found = new ArrayList<>();
    try {
      Iterator<ModelProvider> all = ServiceLoader.load(ModelProvider.class, loader).iterator();
      while (all.hasNext()) {
        found.add(all.next());
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      String cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
      String message = e instanceof LinkageError ? e.toString() : String.valueOf(e.getMessage());
      throw new ContractException(
          "a model provider on the class path cannot be used: "
              + message
              + cause
              + declared(loader, message)
              + advice(e)
              + "; mend or remove its jar",
          e);
    }
    return found;
  }

  /** Asks a provider something at start. */
  static <T> T ask(ModelProvider provider, String what, Supplier<T> question) {
    T answer;
    try {
      answer = question.get();
    } catch (LinkageError e) {
      throw new ContractException(
          "provider " + where(provider) + ", asked for " + what + ", threw " + e + advice(e), e);
    } catch (MrsException e) {
      throw new ContractException(
          "provider " + where(provider) + ", asked for " + what + ": " + e.getMessage(), e);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new ContractException(
          "provider "
              + where(provider)
              + ", asked for "
              + what
              + ", threw "
              + e
              + "; mend it, remove its jar or choose another",
          e);
    }
    if (answer == null) {
      throw new ContractException(
          "provider " + where(provider) + ", asked for " + what + ", answered null");
    }
    return answer;
  }

  /** What is missing at run time was there, or is new, where it was compiled. */
  private static String advice(Throwable thrown) {
    boolean isLinkage = thrown instanceof LinkageError || thrown.getCause() instanceof LinkageError;
    return isLinkage
        ? "; it was built for another version of mrs-api or lacks a jar: build it for this one"
        : "";
  }

  /** {@return class, jar or folder, and module if it has a name} */
  static String where(ModelProvider provider) {
    Class<?> type = provider.getClass();
    CodeSource source = type.getProtectionDomain().getCodeSource();
    String module = type.getModule().isNamed() ? ", module " + type.getModule().getName() : "";
    return type.getName()
        + (source == null || source.getLocation() == null
            ? module.isEmpty() ? "" : " (" + module.substring(2) + ")"
            : " (" + source.getLocation() + module + ")");
  }

  /** The service files that name the class which a message is about. */
  private static String declared(ClassLoader loader, String message) {
    List<String> files = new ArrayList<>();
    try {
      for (URL file : Collections.list(loader.getResources(SERVICES))) {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false); // else the jar stays open
        try (InputStream in = connection.getInputStream()) {
          String text = new String(in.readAllBytes(), UTF_8);
          if (text.lines().map(Providers::className).anyMatch(name -> isIn(message, name))) {
            files.add(file.toString());
          }
        }
      }
    } catch (IOException e) {
      return ""; // the message has to do without
    }
    Collections.sort(files);
    return files.isEmpty() ? "" : ", declared in " + String.join(" and ", files);
  }

  private static String className(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).trim();
  }

  private static boolean isIn(String message, String name) {
    return !name.isEmpty() && (message.contains(name) || message.contains(name.replace('.', '/')));
  }
}
