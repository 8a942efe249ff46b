package org.minorityreport.core.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.core.hydrate.HydratedView;

/**
 * The views that people look at: the newest, and the last ones before it, so that what somebody saw
 * a moment ago need not be hydrated again. Thread-safe.
 */
public final class Views {
  private static final int KEPT = 32;

  private final Supplier<HydratedView> newest;
  private final Function<CommitPosition, HydratedView> hydrate;
  private final Map<CommitPosition, HydratedView> kept = new LinkedHashMap<>();

  /**
   * Views of a run.
   *
   * @param newest gives the view as of the newest commit
   * @param hydrate gives the view as of any commit, however long that takes
   */
  public Views(Supplier<HydratedView> newest, Function<CommitPosition, HydratedView> hydrate) {
    this.newest = newest;
    this.hydrate = hydrate;
  }

  /** {@return the view as of the newest commit} */
  public HydratedView now() {
    HydratedView view = newest.get();
    keep(view);
    return view;
  }

  /**
   * {@return the view as of a commit that is there}
   *
   * @param position the commit
   */
  public HydratedView at(CommitPosition position) {
    synchronized (kept) {
      HydratedView known = kept.get(position);
      if (known != null) {
        return known;
      }
    }
    HydratedView view = hydrate.apply(position);
    keep(view);
    return view;
  }

  private void keep(HydratedView view) {
    synchronized (kept) {
      kept.remove(view.reports().refreshSeq());
      kept.put(view.reports().refreshSeq(), view);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
  }
}
