package dev.latchkey.sandbox.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.latchkey.sandbox.http.Answers;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page from a template, whose values are escaped. It loads nothing but the sandbox's own style
 * sheet and scripts, is shown in no frame and kept in no cache.
 */
public final class Page {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final String name;
  private volatile @Nullable Template template;

  private Page(String name) {
    this.name = name;
  }

  /** The page in the resource {@code NAME.html} of this package, which is read at first use. */
  public static Page named(String name) {
    return new Page(name);
  }

  /** Answers with the page, filled in. */
  public void answer(Context ctx, int status, Map<String, ?> values) {
    ctx.header("Content-Security-Policy", POLICY).header("Cache-Control", "no-store");
    Answers.html(ctx, status, template().execute(values));
  }

  /** Most sandboxes never show a page; those that do may read it twice at first. */
  private Template template() {
    Template known = template;
    if (known != null) {
      return known;
    }
    try (Reader source = open(name)) {
      Template read = Mustache.compiler().defaultValue("").withLoader(Page::open).compile(source);
      template = read;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader open(String name) {
    InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name + ".html"), name);
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
