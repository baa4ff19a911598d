package dev.latchkey.sandbox.gofigr;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.http.Json;
import dev.latchkey.sandbox.store.Account;
import dev.latchkey.sandbox.store.Analysis;
import dev.latchkey.sandbox.store.ApiKey;
import dev.latchkey.sandbox.store.Workspace;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is shown of things: GoFigr's fields, in its order. */
final class Views {
  private Views() {}

  static JsonObject user(Account account) {
    return tree(
        new UserView(
            account.username(),
            account.firstName(),
            account.lastName(),
            account.email(),
            account.dateJoined().truncatedTo(ChronoUnit.SECONDS).toString(),
            true,
            false,
            null,
            Map.of()));
  }

  /** A key without its text: {@code token} is null, not absent. */
  static JsonObject apiKey(ApiKey key) {
    return tree(
        new ApiKeyView(
            key.id(),
            key.request().name(),
            null,
            Timestamps.iso(key.created()),
            Timestamps.isoOrNull(key.lastUsed()),
            Timestamps.isoOrNull(key.request().expiry()),
            key.request().workspace()));
  }

  static JsonObject shallow(Workspace workspace) {
    JsonObject view = workspace(workspace);
    view.addProperty("_shallow", true);
    return view;
  }

  static JsonObject deep(Workspace workspace, List<Analysis> analyses) {
    JsonObject view = workspace(workspace);
    JsonArray shallow = new JsonArray();
    for (Analysis analysis : analyses) {
      JsonObject entry = analysis(analysis);
      entry.remove("figures");
      entry.addProperty("_shallow", true);
      shallow.add(entry);
    }
    view.add("analyses", shallow);
    view.add("assets", new JsonArray());
    return view;
  }

  static JsonObject analysis(Analysis analysis) {
    return tree(
        new AnalysisView(
            analysis.id(),
            analysis.text().name(),
            analysis.text().description(),
            0,
            analysis.workspace(),
            analysis.created().by(),
            Timestamps.iso(analysis.created().on()),
            analysis.updated().by(),
            Timestamps.iso(analysis.updated().on()),
            null,
            null,
            List.of()));
  }

  private static JsonObject workspace(Workspace workspace) {
    return tree(
        new WorkspaceView(
            workspace.id(),
            workspace.text().name(),
            workspace.text().description(),
            workspace.type(),
            0,
            null,
            workspace.created().by(),
            Timestamps.iso(workspace.created().on()),
            workspace.updated().by(),
            Timestamps.iso(workspace.updated().on()),
            null,
            null));
  }

  private static JsonObject tree(Object view) {
    return Json.tree(view).getAsJsonObject();
  }

  private record UserView(
      String username,
      String firstName,
      String lastName,
      String email,
      String dateJoined,
      boolean isActive,
      boolean isStaff,
      @Nullable String avatar,
      Map<String, String> userProfile) {}

  private record ApiKeyView(
      UUID apiId,
      String name,
      @Nullable String token,
      String created,
      @Nullable String lastUsed,
      @Nullable String expiry,
      @Nullable UUID workspace) {}

  private record WorkspaceView(
      UUID apiId,
      String name,
      String description,
      String workspaceType,
      long sizeBytes,
      @Nullable String organization,
      String createdBy,
      String createdOn,
      String updatedBy,
      String updatedOn,
      @Nullable String childUpdatedBy,
      @Nullable String childUpdatedOn) {}

  private record AnalysisView(
      UUID apiId,
      String name,
      @Nullable String description,
      long sizeBytes,
      UUID workspace,
      String createdBy,
      String createdOn,
      String updatedBy,
      String updatedOn,
      @Nullable String childUpdatedBy,
      @Nullable String childUpdatedOn,
      List<String> figures) {}
}
