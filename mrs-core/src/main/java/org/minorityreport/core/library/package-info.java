/**
 * The library of clusters that cluster models compare with, as data: {@link
 * org.minorityreport.core.library.ClusterLibrary} lists and changes it, {@link
 * org.minorityreport.core.library.LibraryRows} says what its rows come to.
 */
@NullMarked
package org.minorityreport.core.library;

import org.jspecify.annotations.NullMarked;
