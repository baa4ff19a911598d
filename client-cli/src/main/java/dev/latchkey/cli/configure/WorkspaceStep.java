package dev.latchkey.cli.configure;

import dev.latchkey.auth.AuthConfigurationException;
import dev.latchkey.auth.ServerText;
import dev.latchkey.client.ApiClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets choose a default workspace from those that the key reaches. */
final class WorkspaceStep {

  private static final int WIDEST = 40;

  /** A workspace as people see it. */
  private record Workspace(String id, String name, String description, boolean isPrimary) {

    static Workspace of(Map<?, ?> fields) {
      return new Workspace(
          text(fields, "api_id"),
          text(fields, "name"),
          text(fields, "description"),
          "primary".equals(fields.get("workspace_type")));
    }

    private static String text(Map<?, ?> fields, String name) {
      Object value = fields.get(name);
      return value == null ? "N/A" : ServerText.clean(String.valueOf(value));
    }
  }

  private final Dialogue dialogue;

  WorkspaceStep(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /**
   * Chooses.
   *
   * @param client authenticated with the key
   * @param wanted the id or name of one
   * @param mayAsk whether to ask where none is wanted; otherwise it is the primary one
   * @return its id, or empty when there are no workspaces
   */
  Optional<String> run(ApiClient client, Optional<String> wanted, boolean mayAsk) {
    List<Workspace> workspaces = list(client);
    if (wanted.isPresent()) {
      return Optional.of(named(workspaces, wanted.get()));
    }
    int primary = 1;
    for (int i = 0; i < workspaces.size(); i++) {
      primary = workspaces.get(i).isPrimary() ? i + 1 : primary;
    }
    if (workspaces.isEmpty()) {
      dialogue.say("There are no workspaces to choose from.");
      return Optional.empty();
    }
    int chosen = mayAsk ? ask(workspaces, primary) : primary;
    return Optional.of(workspaces.get(chosen - 1).id());
  }

  private int ask(List<Workspace> workspaces, int primary) {
    dialogue.say("");
    dialogue.say("Please select a default workspace:");
    int name = width(workspaces, Workspace::name);
    int description = width(workspaces, Workspace::description);
    for (int i = 0; i < workspaces.size(); i++) {
      Workspace each = workspaces.get(i);
      dialogue.say(
          String.format(Locale.ROOT, "  [%2d] - ", i + 1)
              + padded(each.name(), name)
              + " - "
              + padded(each.description(), description)
              + " - API ID: "
              + each.id());
    }
    return Question.ask(
        dialogue,
        "Selection [" + primary + "]: ",
        answer -> Question.number(answer, primary, workspaces.size()));
  }

  private static List<Workspace> list(ApiClient client) {
    if (client.get("workspace/").json() instanceof List<?> list) {
      return list.stream()
          .filter(Map.class::isInstance)
          .map(fields -> Workspace.of((Map<?, ?>) fields))
          .toList();
    }
    return List.of();
  }

  private static String named(List<Workspace> workspaces, String wanted) {
    List<Workspace> fitting =
        workspaces.stream()
            .filter(each -> each.id().equals(wanted) || each.name().equals(wanted))
            .toList();
    if (fitting.size() != 1) {
      throw new AuthConfigurationException(
          (fitting.isEmpty() ? "There is no workspace '" : "There are several workspaces '")
              + wanted
              + "'. Use one of these ids: "
              + workspaces.stream()
                  .map(each -> each.id() + " (" + each.name() + ")")
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return fitting.get(0).id();
  }

  private static int width(List<Workspace> workspaces, Function<Workspace, String> column) {
    return Math.min(
        WIDEST, workspaces.stream().map(column).mapToInt(String::length).max().orElse(0));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
