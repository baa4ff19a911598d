package dev.latchkey.sandbox.data;

import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Consecutive numbers, or every one of them that has its place in a repeating pattern. */
public final class NumberRange implements Numbers {
  private final long first;
  private final long length;
  private final int period;
  private final int[] places;
  private final boolean descending;

  private NumberRange(long first, long length, Pattern pattern, boolean descending) {
    this.first = first;
    this.length = length;
    this.period = pattern.period;
    this.places = pattern.places;
    this.descending = descending;
  }

  /** {@code length} numbers from {@code first} on. */
  public static NumberRange of(long first, long length) {
    return new NumberRange(first, length, new Pattern(1, new int[] {0}), false);
  }

  /** The same numbers from last to first. */
  public NumberRange descending() {
    return new NumberRange(first, length, new Pattern(period, places), true);
  }

  /** Those of consecutive numbers that fit, if whether they do repeats every {@code newPeriod}. */
  public NumberRange every(int newPeriod, LongPredicate fits) {
    int[] fitting = IntStream.range(0, newPeriod).filter(i -> fits.test(first + i)).toArray();
    return new NumberRange(first, length, new Pattern(newPeriod, fitting), descending);
  }

  /** Whether {@code number} is between the first and the last. */
  public boolean spans(long number) {
    return number >= first && number - first < length;
  }

  @Override
  public long count() {
    long rest = length % period;
    return length / period * places.length
        + IntStream.of(places).filter(place -> place < rest).count();
  }

  @Override
  public LongStream from(long skipped) {
    long count = count();
    return LongStream.range(Math.min(skipped, count), count)
        .map(index -> at(descending ? count - 1 - index : index));
  }

  private long at(long index) {
    return first + index / places.length * period + places[(int) (index % places.length)];
  }

  private static final class Pattern {
    private final int period;
    private final int[] places;

    private Pattern(int period, int[] places) {
      this.period = period;
      this.places = places;
    }
  }
}
