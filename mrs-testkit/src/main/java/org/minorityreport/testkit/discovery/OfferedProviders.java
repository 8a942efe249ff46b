package org.minorityreport.testkit.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.minorityreport.api.model.ModelProvider;

/**
 * A class loader under which {@link java.util.ServiceLoader} finds some providers of models,
 * whether or not a jar names them; and no others.
 */
public final class OfferedProviders extends ClassLoader {
  private static final String SERVICES = "META-INF/services/" + ModelProvider.class.getName();

  private final List<ModelProvider> offered;

  private OfferedProviders(ClassLoader parent, List<ModelProvider> offered) {
    super(parent);
    this.offered = offered;
  }

  /**
   * The loader that offers some providers.
   *
   * @param offered the providers, each of a public class with a public constructor without
   *     parameters; the first one's class loader must see the others
   * @return the loader
   */
  public static OfferedProviders of(ModelProvider... offered) {
    ClassLoader parent = Objects.requireNonNull(offered[0].getClass().getClassLoader());
    return new OfferedProviders(parent, List.of(offered));
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(SERVICES)
        ? Collections.enumeration(List.of(names()))
        : super.getResources(name);
  }

  private URL names() throws MalformedURLException {
    TreeSet<String> names = new TreeSet<>();
    offered.forEach(provider -> names.add(provider.getClass().getName()));
    List<String> lines = new ArrayList<>(names);
    byte[] content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new URL(null, "offered:providers", new Handler(content));
  }

  private static final class Handler extends URLStreamHandler {
    private final byte[] content;

    Handler(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          // nothing to connect to
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
