package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;

import com.google.gson.JsonObject;
import dev.latchkey.sandbox.ApiDocument.Operation;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Asks every operation of the OpenAPI document for something that it should give. */
final class ApiWalker {
  private static final String KEY_PAGE = "/account/api-keys";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Set<String> LISTED = Set.of("studies", "samples", "runs", "analyses");
  private static final String JSON = "application/json";

  private final Sandbox sandbox;
  private final SandboxClient anyone;
  private final SandboxClient demo;
  private final String access;
  private final String refresh;
  private final String sliding;
  private final String session;
  private final String csrf;
  private final String workspace;

  /** Begins with a user without API keys. */
  ApiWalker(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.anyone = SandboxClient.of(sandbox.url());
    Answer pair = new Gofigr(sandbox).pair(Users.DEMO);
    this.access = pair.text("access");
    this.refresh = pair.text("refresh");
    this.demo = anyone.with("Bearer " + access);
    demo.get(Gofigr.KEYS)
        .array()
        .forEach(key -> demo.delete(Gofigr.KEYS + id(key.getAsJsonObject()) + "/"));
    this.sliding = new Mgnify(sandbox).login(Users.WEBIN);
    AccountPages pages = new AccountPages(sandbox);
    this.session = pages.signIn(Users.DEMO);
    this.csrf = pages.token(session, KEY_PAGE);
    this.workspace = Gofigr.workspace(demo, "primary");
  }

  /** With the credential that it wants. */
  Answer ask(Operation operation) {
    return SandboxClient.answer(request(operation, welcome(operation), "").build());
  }

  /** With the credential that it wants and one more parameter, in the query or in a header. */
  Answer askWith(Operation operation, JsonObject parameter, String value) {
    String name = parameter.get("name").getAsString();
    Question question = welcome(operation);
    if (parameter.get("in").getAsString().equals("header")) {
      return SandboxClient.answer(request(operation, question, "").header(name, value).build());
    }
    String query = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return SandboxClient.answer(request(operation, question, query).build());
  }

  /** Without any. */
  Answer askAsStranger(Operation operation) {
    return SandboxClient.answer(request(operation, question(operation), "").build());
  }

  /** What it should give something for. */
  Question welcome(Operation operation) {
    Question question = question(operation);
    String path = operation.path();
    if (path.startsWith("/metagenomics/") && !path.contains("/auth/")) {
      question.headers().put("Authorization", "Bearer " + sliding);
    } else if (path.startsWith(Gofigr.API)) {
      question.headers().put("Authorization", "Bearer " + access);
    } else if (path.startsWith("/account")) {
      question.headers().put("Cookie", session);
    }
    return question;
  }

  private Question question(Operation operation) {
    String body = operation.content().has("requestBody") ? body(operation) : "";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", body.startsWith("{") ? JSON : FORM);
    return new Question(filled(operation.path()), headers, body);
  }

  private HttpRequest.Builder request(Operation operation, Question question, String query) {
    HttpRequest.Builder request =
        anyone
            .request(question.path() + query)
            .method(
                operation.method().toUpperCase(Locale.ROOT),
                BodyPublishers.ofString(question.body()));
    question.headers().forEach(request::header);
    return request;
  }

  /** The path with something that is there in place of each of its parameters. */
  private String filled(String path) {
    if (path.startsWith(Mgnify.BASE)) {
      String kind = path.substring(Mgnify.BASE.length()).split("/", 2)[0];
      return path.contains("{accession}") && LISTED.contains(kind)
          ? path.replace("{accession}", accession(kind)).replace("{type}", "taxonomies")
          : path.replaceAll("\\{\\w+}", "nothing");
    }
    if (path.startsWith("/metagenomics/results/")) {
      String accession = accession("analyses");
      JsonObject analysis = anyone.get(Mgnify.BASE + "analyses/" + accession).object();
      String name =
          analysis.getAsJsonArray("downloads").get(0).getAsJsonObject().get("path").getAsString();
      return path.replace("{accession}", accession).replace("{name}", name);
    }
    return path.contains("{id}")
        ? path.replace("{id}", made(path))
        : path.replace("{username}", "demo").replace("{name}", "sandbox.css");
  }

  private String accession(String kind) {
    return anyone
        .get(Mgnify.BASE + kind + "/?page_size=1")
        .object()
        .getAsJsonArray("items")
        .get(0)
        .getAsJsonObject()
        .get("accession")
        .getAsString();
  }

  /** The id of something new, of the kind that the path is about. */
  private String made(String path) {
    if (path.contains("/workspace/")) {
      String made = id(demo.post(Gofigr.API + "workspace/", json("name", "made")).object());
      String members = Gofigr.API + "workspace/" + made + "/members/add/";
      demo.post(members, json("username", "alice", "membership_type", "creator"));
      return made;
    }
    return path.contains("/analysis/")
        ? id(demo.post(Gofigr.API + "analysis/", analysis()).object())
        : id(demo.post(Gofigr.KEYS, json("name", "made")).object());
  }

  private String body(Operation operation) {
    String path = operation.path();
    String last = path.substring(path.replaceFirst("/$", "").lastIndexOf('/') + 1);
    return switch (last) {
      case "sliding" -> login(Users.WEBIN);
      case "verify", "refresh" -> json("token", sliding);
      case "refresh/" -> json("refresh", refresh);
      case "token/" -> login(Users.DEMO);
      case "analysis/" -> analysis();
      case "add/", "change/", "remove/" -> json("username", "alice", "membership_type", "viewer");
      case "code" -> Device.form("client_id", Device.CLIENT);
      case "token" -> granted();
      case "activate" -> answer();
      case "sign-in" -> Device.form("username", "demo", "password", Users.DEMO.password());
      case "api-keys" -> Device.form("name", "made", "csrf", csrf);
      case "revoke", "sign-out" -> Device.form("csrf", csrf);
      default -> json("name", "changed");
    };
  }

  private static String login(SandboxUser user) {
    return json("username", user.username(), "password", user.password());
  }

  private String analysis() {
    return json("name", "made", "workspace", workspace);
  }

  /** What a device sends once somebody has said yes. */
  private String granted() {
    JsonObject started = new Device(sandbox).start();
    sandbox.deviceLogins().approve(Device.userCode(started), Users.DEMO);
    String code = started.get("device_code").getAsString();
    return Device.form("grant_type", Device.GRANT, "device_code", code, "client_id", Device.CLIENT);
  }

  private String answer() {
    String code = Device.userCode(new Device(sandbox).start());
    return Device.form(
        "user_code",
        code,
        "username",
        "demo",
        "password",
        Users.DEMO.password(),
        "decision",
        "approve");
  }

  private static String id(JsonObject object) {
    return object.get("api_id").getAsString();
  }

  /** What an operation is asked. */
  record Question(String path, Map<String, String> headers, String body) {}
}
