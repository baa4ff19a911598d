package dev.latchkey.sandbox.data;

import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** A list of record numbers, which need not be in memory. Immutable. */
public interface Numbers {
  /** How many there are. */
  long count();

  /** The numbers after the first {@code skipped}, in order. */
  LongStream from(long skipped);

  /** Those that fit, found by looking at each: the price is paid at every use. */
  default Numbers only(LongPredicate fits) {
    Numbers all = this;
    return new Numbers() {
      @Override
      public long count() {
        return all.from(0).filter(fits).count();
      }

      @Override
      public LongStream from(long skipped) {
        return all.from(0).filter(fits).skip(skipped);
      }
    };
  }
}
