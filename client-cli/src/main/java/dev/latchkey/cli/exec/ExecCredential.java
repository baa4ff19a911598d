package dev.latchkey.cli.exec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kubectl and other clients of Kubernetes ask of a program that has credentials, and how they
 * are answered (client.authentication.k8s.io). They put the token into {@code Authorization:
 * Bearer}.
 */
public final class ExecCredential {

  /** The variable in which they ask. */
  public static final String QUESTION = "KUBERNETES_EXEC_INFO";

  private static final Set<String> VERSIONS =
      Set.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");
  private static final int LARGEST = 1 << 20;

  private final String version;

  private ExecCredential(String version) {
    this.version = version;
  }

  /**
   * Reads the question.
   *
   * @param question what stands in {@link #QUESTION}
   * @param origin the profile's own
   * @throws CannotRunException when it is none, or not about this origin
   */
  public static ExecCredential asked(Optional<String> question, Origin origin) {
    JsonObject asked = parsed(question.filter(text -> text.length() <= LARGEST).orElse(""));
    String version = text(asked.get("apiVersion"));
    if (!VERSIONS.contains(version)) {
      throw refused(
          QUESTION
              + " holds no question that is understood. This is for kubectl to run, not for you.");
    }
    if (!isAbout(origin, server(asked))) {
      throw refused(
          "The cluster is not at "
              + origin
              + ", to which the credential belongs, or kubectl does not say where it is: set"
              + " provideClusterInfo to true.");
    }
    return new ExecCredential(version);
  }

  private static JsonObject parsed(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject object ? object : new JsonObject();
    } catch (JsonParseException e) {
      return new JsonObject();
    }
  }

  private static String server(JsonObject asked) {
    return asked.get("spec") instanceof JsonObject spec
            && spec.get("cluster") instanceof JsonObject cluster
        ? text(cluster.get("server"))
        : "";
  }

  private static String text(@Nullable JsonElement element) {
    return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
  }

  private static boolean isAbout(Origin origin, String server) {
    try {
      return Origin.of(URI.create(server)).equals(origin);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Answers it.
   *
   * @param credential the credential
   * @return JSON on one line, which is secret
   * @throws CannotRunException when it is none that they could put on a request
   */
  public String answer(Credential credential) {
    if (!(credential.placement() instanceof Placement.Header header)
        || !header.name().equalsIgnoreCase("Authorization")
        || !header.scheme().equalsIgnoreCase("Bearer")) {
      throw refused(
          "kubectl sends a token as 'Authorization: Bearer', but this profile's credential goes"
              + " elsewhere.");
    }
    JsonObject status = new JsonObject();
    credential
        .expiresAt()
        .ifPresent(end -> status.addProperty("expirationTimestamp", end.toString()));
    status.addProperty("token", credential.secret().reveal());
    JsonObject answer = new JsonObject();
    answer.addProperty("apiVersion", version);
    answer.addProperty("kind", "ExecCredential");
    answer.add("status", status);
    return answer.toString();
  }

  private static CannotRunException refused(String why) {
    return new CannotRunException(why, CannotRunException.FAILURE);
  }
}
