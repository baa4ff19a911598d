package dev.latchkey.sandbox.gofigr;

import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.store.Analyses;
import dev.latchkey.sandbox.store.Workspace;
import dev.latchkey.sandbox.store.Workspace.Text;
import dev.latchkey.sandbox.store.Workspaces;
import io.javalin.http.Context;
import java.util.List;

/** Workspaces: every user has a primary one, and may make others. */
final class WorkspaceEndpoints {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DESCRIPTION = 1000;

  private final Callers callers;
  private final Workspaces workspaces;
  private final Analyses analyses;
  private final Access access;

  WorkspaceEndpoints(Callers callers, GofigrStores stores) {
    this.callers = callers;
    this.workspaces = stores.workspaces();
    this.analyses = stores.analyses();
    this.access = new Access(stores.workspaces());
  }

  void list(Context ctx) {
    Caller caller = callers.of(ctx);
    Answers.json(ctx, 200, access.workspaces(caller).stream().map(Views::shallow).toList());
  }

  void one(Context ctx) {
    show(ctx, inPath(ctx, callers.of(ctx)));
  }

  void create(Context ctx) {
    Caller caller = callers.of(ctx);
    if (caller.scope().isPresent()) {
      throw Access.forbidden();
    }
    Fields fields = Fields.read(ctx);
    requireType(fields, Workspace.SECONDARY);
    Text text = new Text(fields.required("name", LONGEST_NAME), description(fields, ""));
    Workspace made = workspaces.create(text, caller.username());
    Answers.json(ctx, 201, Views.deep(made, List.of()));
  }

  void update(Context ctx) {
    Caller caller = callers.of(ctx);
    Workspace old = inPath(ctx, caller);
    access.requireSteward(caller, old);
    Fields fields = Fields.read(ctx);
    requireType(fields, old.type());
    Text was = old.text();
    String name = fields.has("name") ? fields.required("name", LONGEST_NAME) : was.name();
    workspaces.update(
        old.id(), new Text(name, description(fields, was.description())), caller.username());
    show(ctx, inPath(ctx, caller));
  }

  void delete(Context ctx) {
    Caller caller = callers.of(ctx);
    Workspace old = inPath(ctx, caller);
    access.requireSteward(caller, old);
    if (old.isPrimary()) {
      throw Access.forbidden();
    }
    if (!workspaces.delete(old.id())) {
      throw Ids.notFound();
    }
    ctx.status(204);
  }

  private void show(Context ctx, Workspace workspace) {
    Answers.json(ctx, 200, Views.deep(workspace, analyses.in(workspace.id())));
  }

  private Workspace inPath(Context ctx, Caller caller) {
    return access.workspace(caller, Ids.inPath(ctx.pathParam("id")));
  }

  /** A type may be sent, but nobody can make a workspace primary, or a primary one secondary. */
  private static void requireType(Fields fields, String type) {
    String sent = fields.text("workspace_type").orElse(type);
    if (!sent.equals(type)) {
      throw Fields.problem("workspace_type", "\"" + sent + "\" is not a valid choice.");
    }
  }

  private static String description(Fields fields, String old) {
    return fields.has("description")
        ? Fields.fitting("description", fields.text("description").orElse(""), LONGEST_DESCRIPTION)
        : old;
  }
}
