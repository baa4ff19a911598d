package dev.latchkey.client.gofigr;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The analyses of one workspace. Asks the server each time. Thread-safe. */
public final class Analyses {

  private static final String KIND = "analysis";

  private final ApiClient client;
  private final Workspace workspace;

  private Analyses(ApiClient client, Workspace workspace) {
    this.client = client;
    this.workspace = workspace;
  }

  /**
   * Looks into a workspace.
   *
   * @param client a client of a GoFigr profile, which stays its caller's to close
   * @param workspace where to look
   * @return its analyses
   */
  public static Analyses in(ApiClient client, Workspace workspace) {
    return new Analyses(client, workspace);
  }

  /** {@return all of them} */
  public List<Analysis> list() {
    Fields whole = Fields.of(client.get("workspace/" + Fields.segment(workspace.id()) + "/"));
    return whole.objects("analyses").stream()
        .map(fields -> Analysis.from(fields, workspace.id()))
        .toList();
  }

  /**
   * Finds an analysis, and creates it when there is none of that name.
   *
   * @param nameOrId its exact name; or an id, which is never created
   * @return the analysis
   * @throws LookupException when several have that name; it lists them
   */
  public Analysis findOrCreate(String nameOrId) {
    if (isId(nameOrId)) {
      return Analysis.from(
          Fields.of(client.get("analysis/" + Fields.segment(nameOrId) + "/")), workspace.id());
    }
    List<Analysis> found = list().stream().filter(a -> a.name().equals(nameOrId)).toList();
    if (found.size() > 1) {
      throw LookupException.several(
          KIND,
          nameOrId,
          found.stream().map(a -> LookupException.entry(a.name(), a.id())).toList());
    }
    return found.isEmpty() ? create(nameOrId) : found.get(0);
  }

  private Analysis create(String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("workspace", workspace.id());
    return Analysis.from(
        Fields.of(client.send(ApiRequest.of("POST", "analysis/").withJson(fields))),
        workspace.id());
  }

  private static boolean isId(String text) {
    try {
      return UUID.fromString(text).toString().equalsIgnoreCase(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** {@return where they are} */
  @Override
  public String toString() {
    return "Analyses[" + workspace.name() + "]";
  }
}
