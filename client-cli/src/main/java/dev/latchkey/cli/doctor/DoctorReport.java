package dev.latchkey.cli.doctor;

import dev.latchkey.client.Diagnosis;
import dev.latchkey.client.FoundProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The report for people. Stateless. */
public final class DoctorReport {

  private static final String NOTHING = "-";

  private DoctorReport() {}

  /**
   * Writes the report, but for the problems.
   *
   * @param examined what was found
   * @return its sections in order
   */
  public static List<Section> of(Examined examined) {
    Diagnosis diagnosis = examined.diagnosis();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("In use", inUse(examined)));
    sections.add(
        new Section(
            "Where settings were looked for", rows(diagnosis.sources(), DoctorReport::source)));
    sections.add(
        new Section(
            "Settings found (never their values)",
            rows(diagnosis.settings(), DoctorReport::value)));
    List<Diagnosis.Stored> stored =
        diagnosis.tokens().map(Diagnosis.Tokens::files).orElse(List.of());
    sections.add(new Section("Files of the token store", rows(stored, DoctorReport::stored)));
    sections.add(new Section("Token stores", rows(examined.stores(), DoctorReport::found)));
    sections.add(new Section("Providers", rows(examined.providers(), DoctorReport::found)));
    examined.folder().map(DoctorReport::strays).ifPresent(sections::add);
    return sections.stream().filter(section -> !section.rows().isEmpty()).toList();
  }

  /** Turns a thing into a row. */
  private interface Row<T> {
    Map<String, String> of(T each);
  }

  private static <T> List<Map<String, String>> rows(List<T> things, Row<T> row) {
    return things.stream().map(row::of).toList();
  }

  private static List<Map<String, String>> inUse(Examined examined) {
    Diagnosis diagnosis = examined.diagnosis();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("program", examined.program());
    diagnosis
        .profiles()
        .choice()
        .ifPresent(choice -> lines.put("profile", choice.profile() + ": " + choice.why()));
    diagnosis
        .client()
        .ifPresent(
            client -> {
              lines.put("service", client.baseUrl().toString());
              lines.put("provider", client.provider());
              lines.put(
                  "credential",
                  client.status().state().name().toLowerCase(Locale.ROOT)
                      + ": "
                      + client.status().source());
            });
    diagnosis
        .tokens()
        .ifPresent(tokens -> lines.put("tokens", tokens.store() + ": " + tokens.location()));
    lines.put("clock", clock(examined));
    return lines.entrySet().stream()
        .map(line -> row("what", line.getKey(), "is", line.getValue()))
        .toList();
  }

  private static String clock(Examined examined) {
    Optional<Duration> online = examined.online().flatMap(ServerClock::ahead);
    Optional<Duration> token = examined.diagnosis().client().flatMap(Diagnosis.Client::serverAhead);
    return online
        .map(ahead -> described(ahead) + ", says the service")
        .or(() -> token.map(ahead -> described(ahead) + ", when the token came"))
        .orElse(
            examined.online().isPresent()
                ? "no telling: the service did not say"
                : "no telling without --online");
  }

  private static String described(Duration ahead) {
    if (ahead.abs().toSeconds() <= 2) {
      return "as the server's";
    }
    return "the server's is "
        + ahead.abs().toSeconds()
        + " s "
        + (ahead.isNegative() ? "behind" : "ahead");
  }

  private static Map<String, String> source(Diagnosis.Source source) {
    Map<String, String> cells = row("source", source.name(), "state", source.state());
    cells.put("owner", source.access().map(Diagnosis.Access::owner).orElse(NOTHING));
    cells.put("mode", source.access().flatMap(Diagnosis.Access::mode).orElse(NOTHING));
    cells.put("why", source.reason().orElse(""));
    return cells;
  }

  private static Map<String, String> value(Diagnosis.Value value) {
    Map<String, String> cells =
        row(
            "setting",
            value.setting() + (value.isSecret() ? " (secret)" : ""),
            "is",
            value.outcome());
    cells.put("source", value.source());
    cells.put("why", value.reason().orElse(""));
    return cells;
  }

  private static Map<String, String> stored(Diagnosis.Stored file) {
    Map<String, String> cells = row("file", file.path().toString(), "owner", file.access().owner());
    cells.put("mode", file.access().mode().orElse(NOTHING));
    return cells;
  }

  private static Map<String, String> found(FoundProvider found) {
    Map<String, String> cells =
        row("id", found.id().orElse("(broken)"), "version", found.version().orElse(NOTHING));
    cells.put("found in", String.join(", ", found.locations()));
    cells.put("description", found.problem().orElse(found.description()));
    return cells;
  }

  /**
   * Jars that bring no provider: what a provider needs, or something that does not belong there.
   */
  private static Section strays(ProvidersFolder folder) {
    return new Section(
        "Jars without a provider in " + folder.path(),
        folder.jars().entrySet().stream()
            .filter(jar -> !jar.getValue())
            .map(jar -> row("jar", String.valueOf(jar.getKey().getFileName()), "", ""))
            .toList());
  }

  private static Map<String, String> row(
      String column, String cell, String nextColumn, String nextCell) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(column, cell);
    cells.put(nextColumn, nextCell);
    return cells;
  }
}
