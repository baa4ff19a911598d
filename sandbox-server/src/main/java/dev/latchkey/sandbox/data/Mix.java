package dev.latchkey.sandbox.data;

/** Pseudo-random numbers by place instead of by turn: the finisher of SplitMix64. */
final class Mix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Mix() {}

  static long of(long seed, long number) {
    long z = seed + number * GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From 0 to {@code bound - 1}. */
  static int below(int bound, long seed, long number) {
    return (int) Math.floorMod(of(seed, number), (long) bound);
  }
}
