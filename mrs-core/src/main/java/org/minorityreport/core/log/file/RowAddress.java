package org.minorityreport.core.log.file;

/**
 * Where a row is in the files of its log, and how to know it again.
 *
 * @param segment number of the file
 * @param offset where in the file
 * @param length its bytes, without line break
 * @param crc CRC32C of them
 */
public record RowAddress(int segment, long offset, int length, int crc) {
  /**
   * The address of a row in bytes that were found sound.
   *
   * @param bytes holds the row
   * @param start where it begins there
   * @param length its bytes, without line break
   * @param segment number of the file
   * @param offset where it begins in the file
   * @return its address
   */
  public static RowAddress of(byte[] bytes, int start, int length, int segment, long offset) {
    return new RowAddress(segment, offset, length, SegmentReader.crc(bytes, start, length));
  }
}
