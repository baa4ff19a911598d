package dev.latchkey.sandbox.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a representation (RFC 9110 section 14).
 *
 * @param first its first byte, from 0
 * @param length how many bytes, at least 1
 */
public record ByteRange(long first, long length) {
  private static final Pattern ONE = Pattern.compile("(?i)bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The part of {@code size} bytes that a {@code Range} header asks for; empty if the header is to
   * be ignored: because there is none, it is not understood, or it asks for several parts.
   *
   * @throws Refusal with status 416 if there is no such part
   */
  public static Optional<ByteRange> of(String header, long size) {
    Matcher sides = ONE.matcher(header.strip());
    if (!sides.matches() || (sides.group(1).isEmpty() && sides.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (sides.group(1).isEmpty()) {
      long length = Math.min(Long.parseLong(sides.group(2)), size);
      return Optional.of(within(size - length, size - 1, size));
    }
    long first = Long.parseLong(sides.group(1));
    long last = sides.group(2).isEmpty() ? size - 1 : Long.parseLong(sides.group(2));
    if (last < first && first < size) {
      return Optional.empty();
    }
    return Optional.of(within(first, Math.min(last, size - 1), size));
  }

  /** The value of {@code Content-Range}. */
  public String contentRange(long size) {
    return "bytes " + first + "-" + (first + length - 1) + "/" + size;
  }

  private static ByteRange within(long first, long last, long size) {
    if (first > last || first >= size) {
      throw Refusal.of(416, "The range is outside of the file.")
          .withHeader("Content-Range", "bytes */" + size);
    }
    return new ByteRange(first, last - first + 1);
  }
}
