package dev.latchkey.auth.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Inputs for a parser: whole ones, and copies of them that were damaged by chance, the same ones in
 * every run. {@code -Dlatchkey.fuzz.rounds} says how many copies, {@code -Dlatchkey.fuzz.seed}
 * makes other ones, and {@code -Dlatchkey.fuzz.corpus} names a directory to which the whole ones
 * are written, for a fuzzer to begin with.
 */
public final class DamagedInputs {

  private static final int ROUNDS = Integer.getInteger("latchkey.fuzz.rounds", 5_000);
  private static final long SEED = Long.getLong("latchkey.fuzz.seed", 20261121);

  /** What means something to one parser or the other. */
  private static final byte[] SIGNS =
      bytes("0123456789-+.eE\"'{}[]()<>,;:=\\/u%#&?$~ \t\r\n\0é\u0085");

  private static final int MOST_DAMAGES = 4;
  private static final int LONGEST_GAP = 6;
  private static final int LONGEST_RUN = 20;

  private final Random random = new Random(SEED);
  private final List<byte[]> whole;

  private DamagedInputs(List<byte[]> whole) {
    this.whole = whole;
  }

  /**
   * Gives a parser each of the whole inputs, and then the damaged ones.
   *
   * @param parser what must cope with anything: it throws when it does not
   * @param whole the inputs to begin with, in UTF-8; at least one
   * @throws AssertionError when the parser has thrown something, with the input in Base64
   */
  public static void tryAll(Consumer<byte[]> parser, String... whole) {
    List<byte[]> inputs = Arrays.stream(whole).map(DamagedInputs::bytes).toList();
    DamagedInputs damaged = new DamagedInputs(inputs);
    inputs.forEach(DamagedInputs::keep);
    inputs.forEach(input -> tryOne(parser, input));
    for (int round = 0; round < ROUNDS; round++) {
      tryOne(parser, damaged.next());
    }
  }

  private static void tryOne(Consumer<byte[]> parser, byte[] input) {
    try {
      parser.accept(input);
    } catch (RuntimeException | Error e) {
      throw new AssertionError(
          "seed " + SEED + ", Base64: " + Base64.getEncoder().encodeToString(input), e);
    }
  }

  private static void keep(byte[] input) {
    String corpus = System.getProperty("latchkey.fuzz.corpus");
    if (corpus != null) {
      try {
        Path directory = Files.createDirectories(Path.of(corpus));
        Files.write(
            directory.resolve("whole-" + Integer.toHexString(Arrays.hashCode(input))), input);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private byte[] next() {
    byte[] input = any();
    for (int i = random.nextInt(MOST_DAMAGES); i >= 0; i--) {
      int start = random.nextInt(input.length + 1);
      int end = Math.min(input.length, start + random.nextInt(LONGEST_GAP));
      input =
          join(Arrays.copyOf(input, start), piece(), Arrays.copyOfRange(input, end, input.length));
    }
    return input;
  }

  private byte[] piece() {
    return switch (random.nextInt(8)) {
      case 0 -> stretch(any());
      case 1 -> {
        byte[] noise = new byte[random.nextInt(LONGEST_GAP)];
        random.nextBytes(noise);
        yield noise;
      }
      default -> {
        byte[] run = new byte[random.nextInt(LONGEST_RUN)];
        Arrays.fill(run, SIGNS[random.nextInt(SIGNS.length)]);
        yield run;
      }
    };
  }

  private byte[] any() {
    return whole.get(random.nextInt(whole.size()));
  }

  private byte[] stretch(byte[] input) {
    int start = random.nextInt(input.length + 1);
    return Arrays.copyOfRange(input, start, start + random.nextInt(input.length - start + 1));
  }

  private static byte[] join(byte[] before, byte[] piece, byte[] after) {
    byte[] joined = Arrays.copyOf(before, before.length + piece.length + after.length);
    System.arraycopy(piece, 0, joined, before.length, piece.length);
    System.arraycopy(after, 0, joined, before.length + piece.length, after.length);
    return joined;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
