/**
 * Reads two public competition sets as they are published, so that the main job runs on real sales.
 *
 * <p>{@link org.minorityreport.examples.quickstart.dataset.CompetitionDatasets} tells from its
 * files which set a folder holds and gives {@link org.minorityreport.api.input.InputTables}. One
 * adapter per set knows its columns; what both do with days, calendars and bad rows they share. No
 * rule here knows a date, place or event of the sets: what is extreme, a run of days or the end of
 * a holiday is worked out from the files.
 */
@NullMarked
package org.minorityreport.examples.quickstart.dataset;

import org.jspecify.annotations.NullMarked;
