import org.jspecify.annotations.NullMarked;

/**
 * Reads a folder of CSV files as inputs of the library: an example to use as it is, or to copy from
 * when sales lie elsewhere.
 */
@NullMarked
module org.minorityreport.examples.csv {
  requires transitive org.minorityreport.api;
  requires static org.jspecify;
  requires de.siegmar.fastcsv;
  requires tools.jackson.databind;

  exports org.minorityreport.examples.csv;
}
