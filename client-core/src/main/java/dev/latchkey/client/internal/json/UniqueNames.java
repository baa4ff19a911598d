package dev.latchkey.client.internal.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses an object with two fields of the same name. RFC 8259, section 4, leaves open which of
 * them counts, and so two readers of one text may disagree about it.
 */
final class UniqueNames extends JsonReader {

  private final Deque<Set<String>> open = new ArrayDeque<>();

  UniqueNames(String text) {
    super(new StringReader(text));
    setStrictness(Strictness.STRICT);
  }

  @Override
  public void beginObject() throws IOException {
    super.beginObject();
    open.push(new HashSet<>());
  }

  @Override
  public String nextName() throws IOException {
    String name = super.nextName();
    if (!open.element().add(name)) {
      throw new MalformedJsonException("two fields of the same name");
    }
    return name;
  }

  @Override
  public void endObject() throws IOException {
    super.endObject();
    open.pop();
  }
}
