package org.minorityreport.core.taxonomy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.taxonomy.CauseCategory;
import org.minorityreport.api.taxonomy.Taxonomy;
import org.minorityreport.core.json.CanonicalJson;

/** Reads the categories that ship with the library. */
public final class ShippedTaxonomy {
  private static final String RESOURCE = "taxonomy.json";

  private ShippedTaxonomy() {}

  /**
   * The shipped taxonomy; hosts extend it with {@link Taxonomy#with}.
   *
   * @return the taxonomy
   */
  public static Taxonomy read() {
    try (InputStream in = ShippedTaxonomy.class.getResourceAsStream(RESOURCE)) {
      byte[] json = Objects.requireNonNull(in, RESOURCE).readAllBytes();
      return Taxonomy.of(List.of(CanonicalJson.read(json, CauseCategory[].class)));
    } catch (IOException e) {
      throw new ContractException("cannot read " + RESOURCE + " of the library's own jar", e);
    }
  }
}
