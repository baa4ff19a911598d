package dev.latchkey.sandbox.mgnify;

import io.javalin.http.Context;
import java.math.BigInteger;
import java.util.List;

/** Which part of a list is asked for: django-ninja's {@code page} and {@code page_size}. */
final class Page {
  private static final int LARGEST = 100;
  private static final BigInteger FAR = BigInteger.valueOf(1_000_000);

  private final int number;
  private final int size;

  private Page(int number, int size) {
    this.number = number;
    this.size = size;
  }

  /** The page in the query; 422 if it is none. */
  static Page of(Context ctx) {
    ValidationProblems problems = new ValidationProblems();
    int number = positive(ctx, "page", problems);
    int size = positive(ctx, "page_size", problems);
    if (!problems.isEmpty()) {
      throw problems.refusal();
    }
    boolean sized = ctx.queryParam("page_size") != null;
    return new Page(number, sized ? Math.min(size, LARGEST) : LARGEST);
  }

  /** That part of {@code all}, in MGnify's envelope. */
  <T> Envelope<T> of(List<T> all) {
    int from = (int) Math.min((number - 1L) * size, all.size());
    int to = Math.min(from + size, all.size());
    return new Envelope<>(all.size(), all.subList(from, to));
  }

  private static int positive(Context ctx, String name, ValidationProblems problems) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return 1;
    }
    if (!text.matches("[+-]?\\d{1,4000}")) {
      problems.notInteger("query", name);
      return 1;
    }
    BigInteger value = new BigInteger(text);
    if (value.signum() < 1) {
      problems.belowOne("query", name);
    }
    return value.min(FAR).intValue();
  }

  /**
   * A list answer.
   *
   * @param count how many there are on all pages
   * @param items those on this page
   */
  record Envelope<T>(int count, List<T> items) {}
}
