package org.minorityreport.testkit.model;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import org.minorityreport.api.model.ModelProvider;

/**
 * Loads the classes of a provider's jar anew, as another process would: statics begin as they are
 * written. What questions and answers are made of stays what it is.
 */
final class FreshClasses extends URLClassLoader {
  private static final String API = "org.minorityreport.api.";

  private FreshClasses(URL jar, ClassLoader parent) {
    super(new URL[] {jar}, parent);
  }

  static FreshClasses of(ModelProvider provider) {
    CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
    Expect.that(
        source != null && source.getLocation() != null,
        () -> provider.getClass().getName() + " comes from no jar or folder of classes");
    return new FreshClasses(source.getLocation(), provider.getClass().getClassLoader());
  }

  /** Makes the provider by its name, as a worker of a distributed run does. */
  ModelProvider provider(ModelProvider like) {
    String name = like.getClass().getName();
    try {
      Object made = loadClass(name).getConstructor().newInstance();
      return (ModelProvider) made;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(
          "the provider cannot be created by its name "
              + name
              + ": it must be public, with a public constructor without parameters ("
              + e
              + ")",
          e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      if (!name.startsWith(API)) {
        URL own = findResource(name.replace('.', '/') + ".class");
        if (own != null) {
          return findClass(name);
        }
      }
      return super.loadClass(name, resolve);
    }
  }

  /** Closes without an error worth telling. */
  void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      // the classes were read; a jar that cannot be closed says nothing of the model
    }
  }
}
