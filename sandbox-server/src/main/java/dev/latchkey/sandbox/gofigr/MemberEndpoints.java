package dev.latchkey.sandbox.gofigr;

import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.store.Account;
import dev.latchkey.sandbox.store.Accounts;
import dev.latchkey.sandbox.store.Member;
import dev.latchkey.sandbox.store.Workspace;
import dev.latchkey.sandbox.store.Workspaces;
import io.javalin.http.Context;

/** Who is in a workspace. */
final class MemberEndpoints {
  private final Callers callers;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Access access;

  MemberEndpoints(Callers callers, GofigrStores stores) {
    this.callers = callers;
    this.workspaces = stores.workspaces();
    this.accounts = stores.accounts();
    this.access = new Access(stores.workspaces());
  }

  void list(Context ctx) {
    Workspace workspace = inPath(ctx, callers.of(ctx));
    Answers.json(ctx, 200, workspaces.members(workspace.id()));
  }

  /** Adds a member, or changes one. */
  void set(Context ctx) {
    Caller caller = callers.of(ctx);
    Workspace workspace = inPath(ctx, caller);
    access.requireSteward(caller, workspace);
    Fields fields = Fields.read(ctx);
    Member member = new Member(named(fields), type(fields));
    requireNotTheOwnerOfPrimary(workspace, member.username());
    if (!workspaces.setMember(workspace.id(), member)) {
      throw Ids.notFound();
    }
    Answers.json(ctx, 200, member);
  }

  void remove(Context ctx) {
    Caller caller = callers.of(ctx);
    Workspace workspace = inPath(ctx, caller);
    String leaver = named(Fields.read(ctx));
    if (!leaver.equals(caller.username())) {
      access.requireSteward(caller, workspace);
    }
    requireNotTheOwnerOfPrimary(workspace, leaver);
    Member member =
        workspaces.members(workspace.id()).stream()
            .filter(each -> each.username().equals(leaver))
            .findFirst()
            .orElseThrow(() -> Fields.problem("username", "Not a member of this workspace."));
    workspaces.removeMember(workspace.id(), leaver);
    Answers.json(ctx, 200, member);
  }

  private Workspace inPath(Context ctx, Caller caller) {
    return access.workspace(caller, Ids.inPath(ctx.pathParam("id")));
  }

  private String named(Fields fields) {
    String username = fields.required("username");
    return accounts
        .find(username)
        .map(Account::username)
        .orElseThrow(() -> Fields.problem("username", "There is no such user."));
  }

  private static String type(Fields fields) {
    String type = fields.required("membership_type");
    if (!Member.TYPES.contains(type)) {
      throw Fields.problem("membership_type", "\"" + type + "\" is not a valid choice.");
    }
    return type;
  }

  private static void requireNotTheOwnerOfPrimary(Workspace workspace, String username) {
    if (workspace.isPrimary() && workspace.created().by().equals(username)) {
      throw Fields.problem("username", "A primary workspace keeps its owner.");
    }
  }
}
