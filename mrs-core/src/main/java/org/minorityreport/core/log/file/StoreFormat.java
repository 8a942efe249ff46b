package org.minorityreport.core.log.file;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minorityreport.api.error.LogStoreException;

/** The file that says what a directory is. */
final class StoreFormat {
  private static final int VERSION = 1;
  private static final String TEXT =
      "{\"format\":\"minority-report-logs\",\"version\":" + VERSION + "}\n";
  private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.US_ASCII);

  /** A later version may say more. */
  private static final Pattern ANY_VERSION =
      Pattern.compile(
          "\\{\"format\":\"minority-report-logs\",\"version\":([0-9]{1,9})[,}].*", Pattern.DOTALL);

  /** What the making of a store that did not end may have left. */
  private static final Set<String> BEGINNINGS =
      Set.of(StoreFiles.LOCK, StoreFiles.HOLDER, StoreFiles.NEW_FORMAT, StoreFiles.JOURNAL);

  private StoreFormat() {}

  /** The hash before the first commit: that of the format. */
  static Hash firstHash() {
    return new Hash(Hashing.sha256().hashBytes(BYTES).asBytes());
  }

  /** Whether there is a store; false where one may be made. */
  static boolean isStore(StoreFiles files) throws IOException {
    if (!files.disk().exists(files.root())) {
      return false;
    }
    List<String> names;
    try {
      names = files.disk().list(files.root());
    } catch (NotDirectoryException e) {
      throw new LogStoreException(
          files.root() + " is a file; a log store is a directory; nothing was touched", e);
    }
    if (names.contains(StoreFiles.FORMAT)) {
      return true;
    }
    if (BEGINNINGS.containsAll(names) && files.size(files.at(StoreFiles.JOURNAL)) == 0) {
      return false;
    }
    throw new LogStoreException(
        String.format(
            Locale.ROOT,
            "%s is not a log store: it holds %s and no file 'format'; name a directory that is new,"
                + " empty or a log store; nothing was touched",
            files.root(),
            names.size() > 5 ? names.subList(0, 5) + "..." : names));
  }

  /** Refuses a store of another format. */
  static void check(StoreFiles files) throws IOException {
    fault(files)
        .ifPresent(
            fault -> {
              throw new LogStoreException(files.root() + ", " + fault + "; nothing was touched");
            });
  }

  /** What is wrong with the format, if anything is. */
  static Optional<Finding> fault(StoreFiles files) throws IOException {
    byte[] found = files.content(files.at(StoreFiles.FORMAT));
    if (Arrays.equals(found, BYTES)) {
      return files.disk().exists(files.at(StoreFiles.JOURNAL))
          ? Optional.empty()
          : Optional.of(
              Finding.inFile(StoreFiles.JOURNAL, "the file is missing; restore it from a copy"));
    }
    String text = new String(found, StandardCharsets.ISO_8859_1);
    Matcher version = ANY_VERSION.matcher(text);
    if (!version.matches() || Integer.parseInt(version.group(1)) == VERSION) {
      String shown = text.substring(0, Math.min(text.length(), 100)).replaceAll("[^ -~]", "?");
      return problem("found '" + shown + "', expected '" + TEXT.strip() + "'; it is damaged");
    }
    boolean newer = Integer.parseInt(version.group(1)) > VERSION;
    return problem(
        String.format(
            Locale.ROOT,
            "found version %s, expected %d: %s",
            version.group(1),
            VERSION,
            newer
                ? "it is too new, use the library that wrote it or a later one"
                : "it is too old, no library ever released wrote it"));
  }

  /** Makes the store: the journal first, so that a format without journal is always a loss. */
  static void create(StoreFiles files) throws IOException {
    files.write(files.at(StoreFiles.JOURNAL), new byte[0]);
    files.write(files.at(StoreFiles.NEW_FORMAT), BYTES);
    files.disk().forceDirectory(files.root());
    files.disk().rename(files.at(StoreFiles.NEW_FORMAT), files.at(StoreFiles.FORMAT));
    files.disk().forceDirectory(files.root());
  }

  private static Optional<Finding> problem(String what) {
    return Optional.of(Finding.inFile(StoreFiles.FORMAT, what));
  }
}
