package dev.latchkey.sandbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document that a sandbox serves. */
record ApiDocument(JsonObject document) {
  static ApiDocument of(Sandbox sandbox) {
    return new ApiDocument(SandboxClient.of(sandbox.url()).get("/openapi.json").object());
  }

  Set<String> paths() {
    return new TreeSet<>(document.getAsJsonObject("paths").keySet());
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (String path : document.getAsJsonObject("paths").keySet()) {
      JsonObject item = document.getAsJsonObject("paths").getAsJsonObject(path);
      item.keySet().stream()
          .filter(method -> !method.equals("parameters"))
          .map(method -> new Operation(path, method, item.getAsJsonObject(method)))
          .forEach(operations::add);
    }
    return operations;
  }

  /** The object itself, or the one that it refers to. */
  JsonObject resolved(JsonElement element) {
    JsonObject object = element.getAsJsonObject();
    if (!object.has("$ref")) {
      return object;
    }
    JsonObject target = document;
    for (String name : object.get("$ref").getAsString().substring("#/".length()).split("/", 0)) {
      target = target.getAsJsonObject(name);
    }
    return resolved(target);
  }

  /** What can be said besides the path: in the query, or in headers. */
  List<JsonObject> parameters(Operation operation) {
    List<JsonObject> parameters = new ArrayList<>();
    if (operation.content().has("parameters")) {
      operation.content().getAsJsonArray("parameters").forEach(p -> parameters.add(resolved(p)));
    }
    return parameters;
  }

  /** The names of all fields of the body that the operation takes. */
  List<String> fields(Operation operation) {
    JsonObject content =
        operation.content().getAsJsonObject("requestBody").getAsJsonObject("content");
    JsonObject any = content.getAsJsonObject(content.keySet().iterator().next());
    JsonObject schema = resolved(any.get("schema"));
    return schema.has("properties")
        ? List.copyOf(schema.getAsJsonObject("properties").keySet())
        : List.of();
  }

  /** What the document says of an answer of this status; empty if it says nothing. */
  Optional<JsonObject> response(Operation operation, int status) {
    return Optional.ofNullable(
            operation.content().getAsJsonObject("responses").get(Integer.toString(status)))
        .map(this::resolved);
  }

  /** In what an answer differs from what the document says; empty if it does not. */
  List<String> problems(Operation operation, int status, String contentType, String body) {
    Optional<JsonObject> response = response(operation, status);
    if (response.isEmpty()) {
      return List.of("undescribed " + status);
    }
    if (body.isEmpty()) {
      return List.of();
    }
    String type = contentType.split(";", 2)[0];
    JsonObject content = response.get().getAsJsonObject("content");
    if (content == null || !content.has(type)) {
      return List.of("undescribed " + status + " of type " + type);
    }
    JsonElement schema = content.getAsJsonObject(type).get("schema");
    return type.equals("application/json")
        ? SchemaCheck.problems(this, schema, JsonParser.parseString(body))
        : List.of();
  }

  /** One method of one path. */
  record Operation(String path, String method, JsonObject content) {
    @Override
    public String toString() {
      return method + " " + path;
    }

    /** The names of the ways in, of which an empty one stands for none. */
    Set<String> security() {
      Set<String> names = new TreeSet<>();
      for (JsonElement each : content.getAsJsonArray("security")) {
        Set<String> schemes = each.getAsJsonObject().keySet();
        names.add(schemes.isEmpty() ? "" : schemes.iterator().next());
      }
      return names;
    }

    /** Whether there is anything that it could give. */
    boolean canSucceed() {
      return content().getAsJsonObject("responses").keySet().stream()
          .anyMatch(status -> status.compareTo("400") < 0);
    }

    boolean needsCredential() {
      return !security().isEmpty() && !security().contains("");
    }
  }
}
