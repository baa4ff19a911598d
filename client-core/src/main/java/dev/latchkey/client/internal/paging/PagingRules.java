package dev.latchkey.client.internal.paging;

import dev.latchkey.client.internal.json.Json;
import dev.latchkey.client.internal.json.Json.ListBody;
import dev.latchkey.client.internal.pipeline.Reply;
import dev.latchkey.client.internal.pipeline.UrlParameters;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** How the lists of one profile come in pages. Immutable. */
public final class PagingRules {

  /** The names of the styles there are. */
  public static final List<String> STYLES =
      List.of("page", "offset", "cursor", "link", "next", "none");

  private final PagingStyle style;
  private final List<String> itemFields;
  private final List<String> countFields;

  private PagingRules(PagingStyle style, List<String> itemFields, List<String> countFields) {
    this.style = style;
    this.itemFields = itemFields;
    this.countFields = countFields;
  }

  /**
   * Reads the rules.
   *
   * @param name a style's name
   * @param base the URL below which the lists are
   * @param settings finds the names of fields and parameters, such as {@code page-parameter}
   * @throws IllegalArgumentException when there is no such style
   */
  public static PagingRules of(String name, URI base, Function<String, Optional<String>> settings) {
    return new PagingRules(
        style(name, base, settings),
        names(settings.apply("items-field").orElse("items,results,data")),
        names(settings.apply("count-field").orElse("count,total")));
  }

  private static PagingStyle style(
      String name, URI base, Function<String, Optional<String>> settings) {
    Function<String, String> size = usual -> settings.apply("size-parameter").orElse(usual);
    return switch (name) {
      case "page" ->
          new NumberedPages(
              settings.apply("page-parameter").orElse("page"), size.apply("page_size"), false);
      case "offset" ->
          new NumberedPages(
              settings.apply("offset-parameter").orElse("offset"), size.apply("limit"), true);
      case "cursor" ->
          new CursorPages(
              settings.apply("cursor-field").orElse("next_cursor"),
              settings.apply("cursor-parameter").orElse("cursor"),
              size.apply("limit"));
      case "link" -> new LinkedPages(Optional.empty(), size.apply("per_page"), base);
      case "next" ->
          new LinkedPages(
              Optional.of(settings.apply("next-field").orElse("next")),
              size.apply("page_size"),
              base);
      case "none" -> new SinglePage();
      default -> throw new IllegalArgumentException("no style " + name);
    };
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  /** {@return the URL of the list whose pages have this size} */
  public URI sized(URI list, int size) {
    return style.sized(list, size);
  }

  /**
   * Checks that a list leaves to the style what the style says itself.
   *
   * @param list its URL, without the size of a page
   * @param size the size that pages are to have, if one is wanted
   * @throws IllegalArgumentException otherwise
   */
  public void check(URI list, OptionalInt size) {
    Set<String> names = UrlParameters.names(list);
    style
        .placing()
        .filter(names::contains)
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "The pages of a list are asked for by its parameter "
                      + name
                      + ": leave it out. A single page is had by page(...), or --page.");
            });
    style
        .sizing()
        .filter(name -> size.isPresent() && names.contains(name))
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "The size of a page is given twice: leave out the parameter " + name + ".");
            });
  }

  /** {@return the URL of a page} */
  public URI url(URI list, Position at) {
    return style.url(list, at);
  }

  /** {@return whether pages can be asked for by number} */
  public boolean isAddressable() {
    return style.isAddressable();
  }

  /** {@return whether pages are asked for by how many records come before them} */
  public boolean countsRecords() {
    return style instanceof NumberedPages numbered && numbered.countsRecords();
  }

  /**
   * Reads a page.
   *
   * @throws IllegalArgumentException when it holds no list; the message tells no content
   */
  public <T> PageContent<T> read(Position at, Reply reply, Class<T> type) {
    ListBody<T> body = Json.list(reply.text(), itemFields, type);
    OptionalLong count =
        countFields.stream().map(body::whole).flatMapToLong(OptionalLong::stream).findFirst();
    return new PageContent<>(at, reply, body, count);
  }

  PagingStyle style() {
    return style;
  }
}
