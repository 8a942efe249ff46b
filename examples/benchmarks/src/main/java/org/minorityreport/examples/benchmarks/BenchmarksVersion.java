package org.minorityreport.examples.benchmarks;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the manifest of the jar. */
final class BenchmarksVersion implements IVersionProvider {
  BenchmarksVersion() {}

  @Override
  public String[] getVersion() {
    @Nullable String version = Benchmarks.class.getPackage().getImplementationVersion();
    return new String[] {"benchmarks " + (version == null ? "(not from a jar)" : version)};
  }
}
