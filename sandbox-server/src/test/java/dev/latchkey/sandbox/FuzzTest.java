package dev.latchkey.sandbox;

import static dev.latchkey.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sandbox.OddRequests.OddRequest;
import dev.latchkey.sandbox.RawConnection.RawAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is asked, the answer is one that the OpenAPI document has, and never an error. */
@OnEachDatabase
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("latchkey.fuzz.requests", 1_500);
  private static final long SEED = Long.getLong("latchkey.fuzz.seed", 60);

  /** After so many begins a new round, since requests also remove what later ones ask for. */
  private static final int ROUND = 1_000;

  /** What any request may be answered, as the document says in its first paragraph. */
  private static final Set<Integer> ALWAYS = Set.of(413, 414, 421, 431);

  private static final int MOST_SHOWN = 2_000;

  private final Sandbox sandbox;
  private final ApiDocument document;
  private final OddValues odd = new OddValues(new Random(SEED));
  private final List<String> problems = new ArrayList<>();

  FuzzTest(TestDatabase database) {
    this.sandbox = Sandbox.start(database.in(SandboxOptions.defaults().withPasswordCost(4)));
    this.document = ApiDocument.of(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void answersOddRequestsAsDescribed() throws IOException {
    Set<String> first = workspaces();
    try (RawConnection connection = new RawConnection(sandbox.url())) {
      OddRequests requests = requests();
      for (int i = 0; i < REQUESTS && problems.size() < 10; i++) {
        if (i % ROUND == ROUND - 1) {
          removeWorkspacesBut(first);
          requests = requests();
        }
        OddRequest request = requests.next();
        String problem = problem(connection, request);
        if (!problem.isEmpty()) {
          problems.add("request " + i + ": " + problem + "\n" + shortened(request.text()));
        }
      }
    }
    assertThat(problems).as("seed %s", SEED).isEmpty();
  }

  private OddRequests requests() {
    ApiWalker walker = new ApiWalker(sandbox);
    Gofigr gofigr = new Gofigr(sandbox);
    String key = gofigr.loggedIn(Users.DEMO).post(Gofigr.KEYS, json("name", "odd")).text("token");
    return new OddRequests(document, walker, key, odd);
  }

  private String problem(RawConnection connection, OddRequest request) throws IOException {
    RawAnswer answer;
    try {
      answer = connection.send(request.bytes());
    } catch (IOException e) {
      connection.close();
      return e.toString();
    }
    if (ALWAYS.contains(answer.status()) || isForNoHttp(answer)) {
      return "";
    }
    if (request.elsewhere()) {
      return answer.status() < 500 ? "" : "status " + answer.status();
    }
    List<String> found =
        request
            .operation()
            .map(it -> document.problems(it, answer.status(), answer.contentType(), answer.body()))
            .orElseThrow();
    return found.isEmpty() ? "" : found + " " + shortened(answer.body());
  }

  private static boolean isForNoHttp(RawAnswer answer) {
    return answer.status() == 400 && answer.body().isEmpty();
  }

  private Set<String> workspaces() {
    return new Gofigr(sandbox)
        .loggedIn(Users.DEMO).get(Gofigr.API + "workspace/").array().asList().stream()
            .map(each -> each.getAsJsonObject().get("api_id").getAsString())
            .collect(Collectors.toSet());
  }

  private void removeWorkspacesBut(Set<String> kept) {
    SandboxClient demo = new Gofigr(sandbox).loggedIn(Users.DEMO);
    for (String workspace : workspaces()) {
      if (!kept.contains(workspace)) {
        demo.delete(Gofigr.API + "workspace/" + workspace + "/");
      }
    }
  }

  private static String shortened(String text) {
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }
}
