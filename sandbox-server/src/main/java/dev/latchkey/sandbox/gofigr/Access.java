package dev.latchkey.sandbox.gofigr;

import dev.latchkey.sandbox.http.Refusal;
import dev.latchkey.sandbox.store.Member;
import dev.latchkey.sandbox.store.Workspace;
import dev.latchkey.sandbox.store.Workspaces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a caller may see and do: what is out of sight does not exist (404), the rest is 403. */
final class Access {
  private final Workspaces workspaces;

  Access(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** The workspaces in sight. */
  List<Workspace> workspaces(Caller caller) {
    return workspaces.of(caller.username()).stream()
        .filter(workspace -> caller.reaches(workspace.id()))
        .toList();
  }

  /** The workspace, if it is in sight. */
  Optional<Workspace> find(Caller caller, UUID id) {
    return workspaces(caller).stream().filter(workspace -> workspace.id().equals(id)).findFirst();
  }

  /** The workspace; 404 unless it is in sight. */
  Workspace workspace(Caller caller, UUID id) {
    return find(caller, id).orElseThrow(Ids::notFound);
  }

  /** The workspace that a field names; 400 unless it is in sight. */
  Workspace workspace(Caller caller, Fields fields) {
    String text = fields.required("workspace");
    return Ids.parse(text).flatMap(id -> find(caller, id)).orElseThrow(() -> noSuchWorkspace(text));
  }

  /** Blames the field that names a workspace. */
  static Refusal noSuchWorkspace(String text) {
    return Fields.problem("workspace", "Invalid pk \"" + text + "\" - object does not exist.");
  }

  /** The caller's own membership of a workspace in sight. */
  Member membership(Caller caller, UUID workspace) {
    return workspaces.members(workspace).stream()
        .filter(member -> member.username().equals(caller.username()))
        .findFirst()
        .orElseThrow(Ids::notFound);
  }

  /** Refuses a member who may only look. */
  void requireWriter(Caller caller, UUID workspace) {
    if (!membership(caller, workspace).isWriter()) {
      throw forbidden();
    }
  }

  /** Refuses a member who may not say who the members are. */
  void requireSteward(Caller caller, Workspace workspace) {
    if (!membership(caller, workspace.id()).isSteward()) {
      throw forbidden();
    }
  }

  static Refusal forbidden() {
    return Refusal.of(403, "You do not have permission to perform this action.");
  }
}
