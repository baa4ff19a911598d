package dev.latchkey.client.gofigr;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiStatusException;
import java.util.List;

/** The workspaces that a user, or a key, reaches. Asks the server each time. Thread-safe. */
public final class Workspaces {

  private static final String KIND = "workspace";

  private final ApiClient client;

  private Workspaces(ApiClient client) {
    this.client = client;
  }

  /**
   * Looks through a client's eyes.
   *
   * @param client a client of a GoFigr profile, which stays its caller's to close
   * @return its workspaces
   */
  public static Workspaces of(ApiClient client) {
    return new Workspaces(client);
  }

  /** {@return all of them; a key that is limited to one workspace sees that one} */
  public List<Workspace> list() {
    return Fields.listOf(client.get("workspace/")).stream().map(Workspace::from).toList();
  }

  /**
   * Finds one.
   *
   * @param nameOrId its id, or its exact name
   * @return the workspace
   * @throws LookupException when there is none, or several have that name; it lists what there is
   */
  public Workspace find(String nameOrId) {
    List<Workspace> all = list();
    List<Workspace> found = all.stream().filter(w -> w.id().equalsIgnoreCase(nameOrId)).toList();
    if (found.isEmpty()) {
      found = all.stream().filter(w -> w.name().equals(nameOrId)).toList();
    }
    if (found.size() > 1) {
      throw LookupException.several(KIND, nameOrId, entries(found));
    }
    return found.stream()
        .findFirst()
        .orElseThrow(() -> LookupException.none(KIND, nameOrId, entries(all)));
  }

  /**
   * Finds the one to use when nobody says which: the user's own primary workspace, or the only one
   * that there is.
   *
   * @return the workspace
   * @throws LookupException when that leaves none or several
   */
  public Workspace primary() {
    List<Workspace> all = list();
    List<Workspace> primaries = all.stream().filter(Workspace::isPrimary).toList();
    if (primaries.size() > 1) {
      String me = User.current(client).username();
      primaries = primaries.stream().filter(w -> isOwnedBy(me, w)).toList();
    }
    if (primaries.size() == 1) {
      return primaries.get(0);
    }
    if (all.size() == 1) {
      return all.get(0);
    }
    throw LookupException.none(KIND, "primary", entries(all));
  }

  private boolean isOwnedBy(String user, Workspace workspace) {
    try {
      return members(workspace).stream().anyMatch(m -> m.isOwner() && m.username().equals(user));
    } catch (ApiStatusException e) {
      if (e.status() == 403 || e.status() == 404) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Lists who is in a workspace.
   *
   * @param workspace one of these
   * @return its members
   */
  public List<Member> members(Workspace workspace) {
    String path = "workspace/" + Fields.segment(workspace.id()) + "/members/";
    return Fields.listOf(client.get(path)).stream().map(Member::from).toList();
  }

  private static List<String> entries(List<Workspace> workspaces) {
    return workspaces.stream().map(w -> LookupException.entry(w.name(), w.id())).toList();
  }

  /** {@return whose workspaces they are} */
  @Override
  public String toString() {
    return "Workspaces[" + client + "]";
  }
}
