package dev.latchkey.cli.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Manual pages for {@code man}, one for each command, in man(7)'s macros. Stateless. */
public final class ManualPage {

  private ManualPage() {}

  /**
   * Writes all pages.
   *
   * @param program the whole program
   * @param edition the version and the date, with a space between
   * @return the texts by file name
   */
  public static Map<String, String> all(CommandLine program, String edition) {
    Map<String, String> pages = new TreeMap<>();
    List<Entry> entries = Entry.all(program).toList();
    entries.forEach(entry -> pages.put(title(entry) + ".1", page(entry, entries, edition)));
    return pages;
  }

  private static String title(Entry entry) {
    return entry.name().replace(' ', '-');
  }

  private static String page(Entry entry, List<Entry> all, String edition) {
    List<String> lines = new ArrayList<>();
    lines.add(".\\\" Made from the command itself.");
    lines.add(
        ".TH \""
            + title(entry).toUpperCase(Locale.ROOT)
            + "\" 1 \""
            + edition.substring(edition.indexOf(' ') + 1)
            + "\" \"Latchkey "
            + edition.substring(0, edition.indexOf(' '))
            + "\"");
    section(lines, "NAME", List.of(text(title(entry)) + " \\- " + text(entry.summary())));
    section(lines, "SYNOPSIS", List.of("\\fB" + text(entry.name()) + "\\fR" + tail(entry)));
    section(lines, "DESCRIPTION", description(entry));
    section(lines, "COMMANDS", commands(entry));
    section(lines, "ARGUMENTS", items(entry.parameters()));
    section(lines, "OPTIONS", items(entry.options()));
    section(lines, "EXIT STATUS", entry.isProgram() ? items(ExitCodes.ALL) : List.of());
    section(lines, "EXAMPLES", examples(entry));
    section(lines, "SEE ALSO", seeAlso(entry, all));
    return String.join("\n", lines) + "\n";
  }

  private static void section(List<String> lines, String heading, List<String> content) {
    if (!content.isEmpty()) {
      lines.add(".SH " + heading);
      lines.addAll(content);
    }
  }

  private static String tail(Entry entry) {
    return text(entry.synopsis().substring(entry.name().length()));
  }

  private static List<String> description(Entry entry) {
    List<String> lines = new ArrayList<>();
    lines.add(
        entry.description().stream().map(ManualPage::text).collect(Collectors.joining("\n.PP\n")));
    if (!entry.notes().isEmpty()) {
      lines.add(".PP");
      entry.notes().lines().map(line -> line.isBlank() ? ".PP" : text(line)).forEach(lines::add);
    }
    if (!entry.isProgram()) {
      lines.add(".PP");
      lines.add("Options of every command are told in \\fBlatchkey\\fR(1).");
    }
    return lines;
  }

  private static List<String> commands(Entry entry) {
    return entry.spec().subcommands().values().stream()
        .map(command -> new Entry(command.getCommandSpec()))
        .filter(child -> !child.spec().usageMessage().hidden())
        .map(child -> new Entry.Item(child.spec().name(), child.summary()))
        .flatMap(item -> items(List.of(item)).stream())
        .toList();
  }

  private static List<String> items(List<Entry.Item> items) {
    return items.stream()
        .flatMap(
            item ->
                List.of(".TP", "\\fB" + text(item.written()) + "\\fR", text(item.meaning()))
                    .stream())
        .toList();
  }

  private static List<String> examples(Entry entry) {
    if (entry.examples().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(".nf"));
    entry.examples().stream().map(ManualPage::text).forEach(lines::add);
    lines.add(".fi");
    return lines;
  }

  private static List<String> seeAlso(Entry entry, List<Entry> all) {
    String pages =
        all.stream()
            .filter(other -> isRelated(entry, other))
            .map(other -> "\\fB" + text(title(other)) + "\\fR(1)")
            .collect(Collectors.joining(",\n"));
    return pages.isEmpty() ? List.of() : List.of(pages);
  }

  private static boolean isRelated(Entry entry, Entry other) {
    boolean isParent = entry.spec().parent() == other.spec();
    return isParent || other.spec().parent() == entry.spec();
  }

  /** What roff would take for itself: backslashes, hyphens, and dots and quotes at the start. */
  private static String text(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
