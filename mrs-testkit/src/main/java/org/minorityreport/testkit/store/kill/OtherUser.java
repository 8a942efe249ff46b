package org.minorityreport.testkit.store.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user whom permissions bind: this one, or, as they do not bind root, nobody. */
final class OtherUser {
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private OtherUser() {}

  /**
   * Why there is no such user here; nothing if there is.
   *
   * @param base an empty directory to try with
   */
  static Optional<String> obstacle(Path base) {
    if (!base.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Optional.of("this file system has no permissions of the kind that is meant");
    }
    if (isBoundByPermissions(base)) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>(NOBODY);
    command.add("true");
    return Command.failure(command.toArray(String[]::new));
  }

  /**
   * Children that are such a user.
   *
   * @param base a directory that is made readable for everybody
   * @param store how the store is opened
   */
  static ChildJvm children(Path base, Class<? extends KillableStore> store) {
    permit(base, "rwxr-xr-x");
    return isBoundByPermissions(base) ? ChildJvm.of(store) : ChildJvm.as(NOBODY, store);
  }

  private static boolean isBoundByPermissions(Path base) {
    Path probe = base.resolve("probe");
    try {
      Files.createDirectories(probe);
      permit(probe, "r-xr-xr-x");
      Files.deleteIfExists(Files.createFile(probe.resolve("file")));
      return false;
    } catch (IOException e) {
      return true;
    } finally {
      permit(probe, "rwxr-xr-x");
    }
  }

  static void permit(Path path, String permissions) {
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    } catch (NoSuchFileException e) {
      return; // the store may rename a file while its folder is walked
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
