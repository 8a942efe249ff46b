package org.minorityreport.examples.quickstart;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the manifest of the jar. */
final class QuickstartVersion implements IVersionProvider {
  QuickstartVersion() {}

  @Override
  public String[] getVersion() {
    @Nullable String version = Quickstart.class.getPackage().getImplementationVersion();
    return new String[] {"quickstart " + (version == null ? "(not from a jar)" : version)};
  }
}
