package dev.latchkey.client.internal.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses an object with two fields of the same name. RFC 8259, section 4, leaves open which of
 * them counts, and so two readers of one text may disagree about it.
 */
final class UniqueNames extends JsonReader {

  private static final Pattern LINE = Pattern.compile(" at line (\\d+) column ");

  /** One for each level of objects, used again for the next object there. */
  private final List<Names> levels = new ArrayList<>();

  private int depth;

  UniqueNames(String text) {
    super(new StringReader(text));
    setStrictness(Strictness.STRICT);
  }

  /** The line it has come to, from 1. */
  String line() {
    Matcher line = LINE.matcher(toString());
    return line.find() ? line.group(1) : "unknown";
  }

  @Override
  public void beginObject() throws IOException {
    super.beginObject();
    if (depth == levels.size()) {
      levels.add(new Names());
    }
    levels.get(depth).clear();
    depth++;
  }

  @Override
  public String nextName() throws IOException {
    String name = super.nextName();
    if (!levels.get(depth - 1).add(name)) {
      throw repeated();
    }
    return name;
  }

  static MalformedJsonException repeated() {
    return new MalformedJsonException("two fields of the same name");
  }

  @Override
  public void endObject() throws IOException {
    super.endObject();
    depth--;
  }

  /** The names of one object. Most have few, which are compared faster than they are hashed. */
  private static final class Names {

    private static final int FEW = 16;

    private final String[] few = new String[FEW];
    private final Set<String> many = new HashSet<>();
    private int count;

    void clear() {
      if (count > FEW) {
        many.clear();
      }
      count = 0;
    }

    boolean add(String name) {
      if (count == FEW) {
        many.addAll(Arrays.asList(few));
      }
      if (count >= FEW) {
        count++;
        return many.add(name);
      }
      for (int i = 0; i < count; i++) {
        if (few[i].equals(name)) {
          return false;
        }
      }
      few[count] = name;
      count++;
      return true;
    }
  }
}
