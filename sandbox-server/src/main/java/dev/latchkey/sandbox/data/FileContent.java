package dev.latchkey.sandbox.data;

import dev.latchkey.sandbox.data.DataFile.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file, in lines of one width: where a byte is tells what it is. */
public final class FileContent {
  private static final int WIDTH = 80;
  private static final int LINES = 512;
  private static final int NUMBER_WIDTH = 12;
  private static final byte[] BASES = "ACGT".getBytes(StandardCharsets.US_ASCII);

  private final DataFile file;

  FileContent(DataFile file) {
    this.file = file;
  }

  /** Writes {@code length} bytes from {@code offset} on; both are within the file. */
  public void write(OutputStream out, long offset, long length) throws IOException {
    byte[] block = new byte[WIDTH * LINES];
    long position = offset;
    long end = offset + length;
    while (position < end) {
      long firstLine = position / WIDTH;
      long last = Math.min((end - 1) / WIDTH, firstLine + LINES - 1);
      for (long line = firstLine; line <= last; line++) {
        line(block, (int) (line - firstLine) * WIDTH, line);
      }
      int from = (int) (position % WIDTH);
      int count = (int) Math.min(end - position, (last - firstLine + 1) * WIDTH - from);
      out.write(block, from, count);
      position += count;
    }
  }

  private void line(byte[] block, int at, long line) {
    boolean isHeading = line % 2 == 0;
    if (file.kind() == Kind.SEQUENCES && !isHeading) {
      bases(block, at, line);
    } else {
      String text = file.kind() == Kind.SEQUENCES ? ">read_" : "OTU_";
      Arrays.fill(block, at, at + WIDTH - 1, (byte) ' ');
      ascii(block, at, text + number(line) + rest(line));
    }
    block[at + WIDTH - 1] = '\n';
    boolean isLast = (line + 1) * WIDTH >= file.size();
    if (isLast) {
      block[at + (int) ((file.size() - 1) % WIDTH)] = '\n';
    }
  }

  private String rest(long line) {
    if (file.kind() == Kind.SEQUENCES) {
      return " length=" + (WIDTH - 1);
    }
    Biome biome = StudyWriter.biome(Mix.below(StudyWriter.PERIOD, file.seed(), line));
    return "\t" + Mix.below(10_000, file.seed(), line) + "\t" + biome.biomeName();
  }

  private void bases(byte[] block, int at, long line) {
    long bits = 0;
    for (int i = 0; i < WIDTH - 1; i++) {
      if (i % 32 == 0) {
        bits = Mix.of(file.seed() + i, line);
      }
      block[at + i] = BASES[(int) (bits & 3)];
      bits >>>= 2;
    }
  }

  private static String number(long line) {
    String digits = Long.toString(line);
    return "0".repeat(Math.max(0, NUMBER_WIDTH - digits.length())) + digits;
  }

  private static void ascii(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, block, at, Math.min(bytes.length, WIDTH - 1));
  }
}
