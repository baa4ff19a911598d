package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.data.Numbers;
import dev.latchkey.sandbox.http.Refusal;
import io.javalin.http.Context;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Which part of a list is asked for: {@code page} and {@code page_size}. */
final class Page {
  private static final int LARGEST = 100;
  private static final int LARGEST_NUMBERED = 1_000;
  private static final BigInteger FAR = BigInteger.valueOf(1_000_000);

  private final int number;
  private final int size;
  private final boolean mustExist;

  private Page(int number, int size, boolean mustExist) {
    this.number = number;
    this.size = size;
    this.mustExist = mustExist;
  }

  /** The page in the query as Django REST framework has it: 404 if there is none such. */
  static Page numbered(Context ctx) {
    int size = digits(ctx, "page_size", LARGEST);
    return new Page(
        digits(ctx, "page", ctx.queryParam("page") == null ? 1 : 0),
        size < 1 ? LARGEST : Math.min(size, LARGEST_NUMBERED),
        true);
  }

  /** The page in the query; 422 if it is none. */
  static Page of(Context ctx) {
    ValidationProblems problems = new ValidationProblems();
    int number = positive(ctx, "page", 1, problems);
    int size = positive(ctx, "page_size", LARGEST, problems);
    if (!problems.isEmpty()) {
      throw problems.refusal();
    }
    return new Page(number, Math.min(size, LARGEST), false);
  }

  /** That part of the records with these numbers, in MGnify's envelope. */
  <T> Envelope<T> of(Numbers numbers, LongFunction<T> record) {
    requireIn(numbers.count());
    return new Envelope<>(
        numbers.count(), numbers.from(skipped()).limit(size).mapToObj(record).toList());
  }

  /** That part of {@code all}, in MGnify's envelope. */
  <T> Envelope<T> of(List<T> all) {
    requireIn(all.size());
    return new Envelope<>(all.size(), all.stream().skip(skipped()).limit(size).toList());
  }

  private void requireIn(long count) {
    boolean exists = number == 1 || (number > 1 && skipped() < count);
    if (mustExist && !exists) {
      throw Refusal.of(404, "Invalid page.");
    }
  }

  private static int digits(Context ctx, String name, int otherwise) {
    String text = String.valueOf(ctx.queryParam(name));
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  private long skipped() {
    return (number - 1L) * size;
  }

  /** A number from 1 on in the query; what is wrong with it goes to {@code problems}. */
  static int positive(Context ctx, String name, int absent, ValidationProblems problems) {
    BigInteger value = integer(ctx, name, problems).orElse(BigInteger.valueOf(absent));
    if (value.signum() < 1) {
      problems.belowOne("query", name);
    }
    return value.min(FAR).intValue();
  }

  /** A number in the query, or none; what is wrong with it goes to {@code problems}. */
  static Optional<BigInteger> integer(Context ctx, String name, ValidationProblems problems) {
    String text = ctx.queryParam(name);
    if (text != null && !text.matches("[+-]?\\d{1,4000}")) {
      problems.notInteger("query", name);
      return Optional.empty();
    }
    return Optional.ofNullable(text).map(BigInteger::new);
  }

  /**
   * A list answer.
   *
   * @param count how many there are on all pages
   * @param items those on this page
   */
  record Envelope<T>(long count, List<T> items) {}
}
