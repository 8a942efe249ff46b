/**
 * The attribution stage: which campaigns and context events touch a report ({@link
 * org.minorityreport.core.attribution.Candidates}, narrowed by time, place and product), and what
 * the attribution model makes of them ({@link org.minorityreport.core.attribution.Attribution}).
 */
@NullMarked
package org.minorityreport.core.attribution;

import org.jspecify.annotations.NullMarked;
