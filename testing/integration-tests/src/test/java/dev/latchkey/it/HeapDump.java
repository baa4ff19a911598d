package dev.latchkey.it;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who holds which arrays of bytes or characters in a JVM, by a dump of its heap in HPROF's format
 * (1.0.2, of a JVM of 64 bits).
 */
final class HeapDump {

  /** A name that ends in a zero, the size of identifiers, and the time. */
  private static final int HEADER = "JAVA PROFILE 1.0.2".length() + 1 + 4 + 8;

  private static final int TEXT = 0x01;
  private static final int CLASS = 0x02;
  private static final Set<Integer> HEAP = Set.of(0x0C, 0x1C);
  private static final int CHARACTERS = 5;
  private static final int BYTES = 8;
  private static final int ID = 8;
  private static final int[] SIZES = {0, 0, ID, 0, 1, 2, 4, 8, 1, 2, 4, 8};

  /** What stands for a root of the heap, and how long it is. */
  private static final Map<Integer, Integer> ROOTS =
      Map.of(
          0xFF, ID, 0x01, 2 * ID, 0x02, ID + 8, 0x03, ID + 8, 0x04, ID + 4, 0x05, ID, 0x06, ID + 4,
          0x07, ID, 0x08, ID + 8);

  private final ByteBuffer content;
  private final Map<Long, String> texts = new HashMap<>();
  private final Map<Long, String> classes = new HashMap<>();
  private final Set<Long> arrays = new HashSet<>();
  private final Set<Long> owned = new HashSet<>();
  private final Set<String> holders = new TreeSet<>();
  private final Predicate<byte[]> wanted;
  private boolean knowsArrays;

  private HeapDump(ByteBuffer content, Predicate<byte[]> wanted) {
    this.content = content;
    this.wanted = wanted;
  }

  /**
   * Looks for arrays.
   *
   * @param file the dump
   * @param wanted which contents are looked for, in bytes
   * @return the classes that hold such an array, and {@code nobody} where no object does
   */
  static Set<String> holders(Path file, Predicate<byte[]> wanted) throws IOException {
    HeapDump dump = new HeapDump(ByteBuffer.wrap(Files.readAllBytes(file)), wanted);
    dump.read();
    dump.knowsArrays = true;
    dump.read();
    if (!dump.owned.containsAll(dump.arrays)) {
      dump.holders.add("nobody");
    }
    return dump.holders;
  }

  private void read() {
    content.rewind();
    skip(HEADER);
    while (content.hasRemaining()) {
      int tag = content.get();
      content.getInt();
      int end = content.getInt() + content.position();
      if (tag == TEXT) {
        long id = content.getLong();
        texts.put(id, new String(bytes(end - content.position()), StandardCharsets.UTF_8));
      } else if (tag == CLASS) {
        content.getInt();
        long id = content.getLong();
        content.getInt();
        classes.put(id, texts.getOrDefault(content.getLong(), "?").replace('/', '.'));
      } else if (HEAP.contains(tag)) {
        readHeap(end);
      }
      content.position(end);
    }
  }

  private void readHeap(int end) {
    while (content.position() < end) {
      int tag = content.get() & 0xFF;
      switch (tag) {
        case 0x20 -> readClass();
        case 0x21 -> {
          skip(ID + 4);
          String type = classes.getOrDefault(content.getLong(), "?");
          noteReferences(type, bytes(content.getInt()));
        }
        case 0x22 -> {
          skip(ID + 4);
          int length = content.getInt();
          String type = classes.getOrDefault(content.getLong(), "?");
          noteReferences(type, bytes(length * ID));
        }
        case 0x23 -> readArray();
        default -> skip(Objects.requireNonNull(ROOTS.get(tag), "not a heap dump of 1.0.2"));
      }
    }
  }

  private void readClass() {
    String type = "class " + classes.getOrDefault(content.getLong(), "?");
    skip(4 + 6 * ID + 4);
    for (int constants = content.getShort(); constants > 0; constants--) {
      skip(2);
      skip(SIZES[content.get()]);
    }
    for (int statics = content.getShort(); statics > 0; statics--) {
      skip(ID);
      noteReferences(type, bytes(SIZES[content.get()]));
    }
    skip((content.getShort() & 0xFFFF) * (ID + 1));
  }

  private void readArray() {
    long id = content.getLong();
    skip(4);
    int length = content.getInt();
    int type = content.get();
    byte[] bytes = bytes(length * SIZES[type]);
    if (!knowsArrays && (type == BYTES || type == CHARACTERS) && wanted.test(bytes)) {
      arrays.add(id);
    }
  }

  /** Where a field begins does not matter: no number looks like an address by chance. */
  private void noteReferences(String type, byte[] fields) {
    if (!knowsArrays) {
      return;
    }
    ByteBuffer values = ByteBuffer.wrap(fields);
    for (int i = 0; i + ID <= fields.length; i++) {
      long id = values.getLong(i);
      if (arrays.contains(id)) {
        owned.add(id);
        holders.add(type);
      }
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    content.get(bytes);
    return bytes;
  }

  private void skip(int length) {
    content.position(content.position() + length);
  }
}
