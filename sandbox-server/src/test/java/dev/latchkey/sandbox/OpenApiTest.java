package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.latchkey.sandbox.ApiDocument.Operation;
import dev.latchkey.sandbox.fault.Script;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI document is valid, complete and true. */
class OpenApiTest {
  private static final Sandbox SANDBOX = Sandbox.start();
  private static final ApiDocument DOCUMENT = ApiDocument.of(SANDBOX);
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final ApiWalker walker = new ApiWalker(SANDBOX);

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  static List<Operation> operations() {
    return DOCUMENT.operations();
  }

  static Set<String> paths() {
    return DOCUMENT.paths();
  }

  @Test
  void isValid() {
    var parsed = new OpenAPIV3Parser().readContents(DOCUMENT.document().toString());
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(DOCUMENT.paths());
  }

  @Test
  void describesEveryRoute() {
    SandboxOptions options = SandboxOptions.defaults();
    try (SandboxStores stores = SandboxStores.open(options)) {
      Javalin server =
          new SandboxServer(options, stores, new Script(options.clock())).start(new RequestLog());
      try {
        assertThat(routes(server)).isEqualTo(DOCUMENT.paths());
      } finally {
        server.stop();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void answersAsDescribed(Operation operation) {
    Answer answer = walker.ask(operation);
    if (operation.canSucceed()) {
      assertThat(answer.status()).as(answer.body()).isLessThan(400);
    }
    assertDescribed(operation, answer);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void takesEveryValueThatAParameterIsDescribedWith(Operation operation) {
    for (JsonObject parameter : DOCUMENT.parameters(operation)) {
      JsonElement values = parameter.getAsJsonObject("schema").get("enum");
      for (JsonElement value : values == null ? List.<JsonElement>of() : values.getAsJsonArray()) {
        assertThat(walker.askWith(operation, parameter, value.getAsString()).status())
            .as("%s", parameter)
            .isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesAnyOtherValueAsDescribed(Operation operation) {
    for (JsonObject parameter : DOCUMENT.parameters(operation)) {
      JsonObject schema = parameter.getAsJsonObject("schema");
      for (String value : otherValues(schema)) {
        Answer answer = walker.askWith(operation, parameter, value);
        assertThat(answer.status()).as("%s", parameter).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + parameter.get("name").getAsString() + "\"");
        assertDescribed(operation, answer);
      }
    }
  }

  @Test
  void refusesPartsOfFilesAsDescribed() {
    for (Operation operation : DOCUMENT.operations()) {
      for (JsonObject parameter : DOCUMENT.parameters(operation)) {
        if (parameter.get("name").getAsString().equals("Range")) {
          Answer answer = walker.askWith(operation, parameter, "bytes=99999999-");
          assertThat(answer.status()).isEqualTo(416);
          assertDescribed(operation, answer);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesStrangersAsDescribed(Operation operation) {
    Answer answer = walker.askAsStranger(operation);
    if (operation.needsCredential()) {
      boolean isPage = operation.security().contains("session");
      assertThat(answer.status()).isEqualTo(isPage ? 303 : 401);
    }
    assertDescribed(operation, answer);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void refusesEveryOtherMethod(String path) {
    Set<String> described =
        DOCUMENT.operations().stream()
            .filter(operation -> operation.path().equals(path))
            .map(Operation::method)
            .collect(Collectors.toSet());
    for (String method : METHODS) {
      if (!described.contains(method)) {
        assertThat(walker.ask(new Operation(path, method, new JsonObject())).status())
            .as(method)
            .isIn(404, 405);
      }
    }
  }

  private static List<String> otherValues(JsonObject schema) {
    if (schema.has("enum")) {
      return List.of("nonsense");
    }
    if (!schema.get("type").getAsString().equals("integer")) {
      return List.of();
    }
    return schema.has("minimum") ? List.of("x", "0") : List.of("x");
  }

  private static void assertDescribed(Operation operation, Answer answer) {
    String type = answer.header("Content-Type");
    assertThat(DOCUMENT.problems(operation, answer.status(), type, answer.body())).isEmpty();
  }

  /** All of them, but for the lists without their last slash, which lead to those with it. */
  private static Set<String> routes(Javalin server) {
    Set<String> routes = new TreeSet<>();
    server.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(parsed -> !isFilter(parsed.endpoint.method))
        .forEach(parsed -> routes.add(parsed.endpoint.path));
    routes.removeIf(path -> routes.contains(path + "/"));
    return routes;
  }

  private static boolean isFilter(HandlerType method) {
    String name = method.name().toLowerCase(Locale.ROOT);
    return name.startsWith("before") || name.startsWith("after");
  }
}
