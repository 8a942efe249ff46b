package org.minorityreport.core.log.file;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.CommitPosition;

/** Reads a whole store and checks everything in it. One thread at a time. */
final class Verification {
  private final StoreFiles files;
  private final CommitHistory history = new CommitHistory();
  private final Map<Long, String> hashes = new TreeMap<>();
  private final Map<SlicePlace, String> expected = new HashMap<>();

  private Verification(StoreFiles files, Collection<Anchor> anchors) {
    this.files = files;
    hashes.put(0L, StoreFormat.firstHash().toString());
    anchors.forEach(anchor -> hashes.putIfAbsent(anchor.position().value(), ""));
  }

  /** All faults of a store, which may be written meanwhile. */
  static List<Finding> of(StoreFiles files, Collection<Anchor> anchors) {
    try {
      Optional<Finding> format = StoreFormat.fault(files);
      return format.isPresent()
          ? List.of(format.get())
          : new Verification(files, anchors).findings(anchors);
    } catch (IOException e) {
      throw new LogStoreException(
          files.root() + " cannot be verified: " + DiskComplaint.of(e) + "; look at the disk", e);
    }
  }

  private List<Finding> findings(Collection<Anchor> anchors) throws IOException {
    UncoveredBytes uncovered = new UncoveredBytes(files);
    JournalFollower follower = new JournalFollower(files, history, this::remember);
    Optional<JournalFollower.Leftover> leftover = follower.advance();
    boolean isWhole =
        history.damages().isEmpty() && leftover.filter(JournalFollower.Leftover::isEntry).isEmpty();
    for (LogHistory log : history.logs()) {
      check(log);
    }
    List<Finding> findings = new ArrayList<>(history.damages());
    if (isWhole) { // otherwise nobody knows what the commits cover that cannot be read
      findings.addAll(uncovered.faults(history));
    }
    leftover
        .filter(JournalFollower.Leftover::isEntry)
        .ifPresent(
            left -> findings.add(Finding.inJournal(left.offset(), history.head() + 1, left.why())));
    new CommitCache(files).fault().ifPresent(findings::add);
    KeyCache cache = new KeyCache(files, history, false);
    for (LogHistory log : history.logs()) {
      findings.addAll(cache.faults(log.log()));
    }
    findings.addAll(KeptFile.faults(files, history));
    anchors.stream().distinct().forEach(anchor -> check(anchor, findings));
    findings.sort(
        Comparator.comparingLong(
            f -> f.position().map(CommitPosition::value).orElse(Long.MAX_VALUE)));
    return List.copyOf(findings);
  }

  private void remember(JournalStep.Whole commit) {
    long position = commit.entry().position();
    hashes.computeIfPresent(position, (p, before) -> commit.hash().toString());
    commit
        .entry()
        .slices()
        .forEach(slice -> expected.put(SlicePlace.of(slice, position), slice.sha256()));
  }

  private void check(LogHistory log) throws IOException {
    Versions versions = new Versions(history);
    try (SegmentReader reader = new SegmentReader(files)) {
      for (int slice = 0; slice < log.slicesUpTo(history.head()); slice++) {
        SlicePlace place = log.place(slice);
        try {
          byte[] bytes = reader.read(place);
          checkDigest(place, bytes);
          versions.check(log, slice, bytes);
        } catch (DamagedSliceException e) {
          history.addDamage(e.finding());
        }
      }
    }
  }

  private void checkDigest(SlicePlace place, byte[] bytes) {
    String found = Hashing.sha256().hashBytes(bytes).toString();
    String said = expected.get(place);
    if (!found.equals(said)) {
      throw new DamagedSliceException(
          place.finding("SHA-256 is " + found + ", the journal says " + said));
    }
  }

  private void check(Anchor anchor, List<Finding> findings) {
    long position = anchor.position().value();
    String found = hashes.getOrDefault(position, "");
    if (position > history.head()) {
      String what =
          "the journal ends at position " + history.head() + ", but was anchored further on";
      findings.add(Finding.inJournal(-1, position, what));
    } else if (!found.equals(anchor.hash())) {
      String what = "its hash is '" + found + "', but was anchored as " + anchor.hash();
      findings.add(Finding.inJournal(-1, position, what));
    }
  }
}
