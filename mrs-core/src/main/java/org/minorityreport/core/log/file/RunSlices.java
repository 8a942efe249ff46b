package org.minorityreport.core.log.file;

/**
 * Some slices that hold rows of a run.
 *
 * @param rows all slices of the run: number, first row, last row
 * @param from the first of them that is meant
 * @param to the one behind the last
 */
record RunSlices(LongRows rows, int from, int to) {
  static final RunSlices NONE = new RunSlices(new LongRows(3), 0, 0);

  int slice(int at) {
    return (int) rows.get(at, 0);
  }

  long firstRow(int at) {
    return rows.get(at, 1);
  }

  int count(int at) {
    return (int) (rows.get(at, 2) - rows.get(at, 1) + 1);
  }
}
