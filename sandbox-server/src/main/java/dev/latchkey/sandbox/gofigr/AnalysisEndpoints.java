package dev.latchkey.sandbox.gofigr;

import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.store.Analyses;
import dev.latchkey.sandbox.store.Analysis;
import dev.latchkey.sandbox.store.Analysis.Text;
import dev.latchkey.sandbox.store.Workspace;
import io.javalin.http.Context;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Analyses: something that a key may make, read and change. */
final class AnalysisEndpoints {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DESCRIPTION = 1000;

  private final Callers callers;
  private final Analyses analyses;
  private final Access access;

  AnalysisEndpoints(Callers callers, GofigrStores stores) {
    this.callers = callers;
    this.analyses = stores.analyses();
    this.access = new Access(stores.workspaces());
  }

  void create(Context ctx) {
    Caller caller = callers.of(ctx);
    Fields fields = Fields.read(ctx);
    Text text = new Text(fields.required("name", LONGEST_NAME), description(fields, null));
    Workspace workspace = access.workspace(caller, fields);
    access.requireWriter(caller, workspace.id());
    Analysis made =
        analyses
            .create(workspace.id(), text, caller.username())
            .orElseThrow(() -> Access.noSuchWorkspace(workspace.id().toString()));
    Answers.json(ctx, 201, Views.analysis(made));
  }

  void one(Context ctx) {
    Answers.json(ctx, 200, Views.analysis(inPath(ctx, callers.of(ctx))));
  }

  void update(Context ctx) {
    Caller caller = callers.of(ctx);
    Analysis old = inPath(ctx, caller);
    access.requireWriter(caller, old.workspace());
    Fields fields = Fields.read(ctx);
    String name = fields.has("name") ? fields.required("name", LONGEST_NAME) : old.text().name();
    Text text = new Text(name, description(fields, old.text().description()));
    UUID workspace = old.workspace();
    if (fields.has("workspace")) {
      workspace = access.workspace(caller, fields).id();
      access.requireWriter(caller, workspace);
    }
    Analysis changed = new Analysis(old.id(), workspace, text, old.created(), old.updated());
    if (!analyses.update(changed, caller.username())) {
      throw Ids.notFound();
    }
    Answers.json(ctx, 200, Views.analysis(inPath(ctx, caller)));
  }

  void delete(Context ctx) {
    Caller caller = callers.of(ctx);
    Analysis old = inPath(ctx, caller);
    access.requireWriter(caller, old.workspace());
    analyses.delete(old.id());
    ctx.status(204);
  }

  private Analysis inPath(Context ctx, Caller caller) {
    UUID id = Ids.inPath(ctx.pathParam("id"));
    return analyses
        .find(id)
        .filter(analysis -> access.find(caller, analysis.workspace()).isPresent())
        .orElseThrow(Ids::notFound);
  }

  private static @Nullable String description(Fields fields, @Nullable String old) {
    if (!fields.has("description")) {
      return old;
    }
    return fields
        .text("description")
        .map(text -> Fields.fitting("description", text, LONGEST_DESCRIPTION))
        .orElse(null);
  }
}
