package dev.latchkey.client.gofigr;

import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import java.util.Optional;

/**
 * A client with the workspace and the analysis to work in, made in one line for JShell and
 * notebooks. Thread-safe.
 *
 * <pre>{@code
 * Gofigr gofigr = Gofigr.configure("Protein folding");
 * }</pre>
 */
public final class Gofigr implements AutoCloseable {

  private static final String PROFILE = "gofigr";
  private static final String WORKSPACE = "workspace";

  private final ApiClient client;
  private final Workspace workspace;
  private final Analysis analysis;

  private Gofigr(ApiClient client, Workspace workspace, Analysis analysis) {
    this.client = client;
    this.workspace = workspace;
    this.analysis = analysis;
  }

  /**
   * Connects with what is configured: {@code GF_API_KEY} (or {@code GF_USERNAME} and {@code
   * GF_PASSWORD}) and {@code GF_WORKSPACE}, or the nearest {@code .gofigr}. Without a workspace
   * there, it is the primary one.
   *
   * @param analysis the name of the analysis, which is created when there is none; or its id
   * @return the connection; the caller closes it
   * @throws dev.latchkey.client.ApiException when the service refuses or does not answer
   * @throws dev.latchkey.auth.AuthException when there is no credential
   * @throws LookupException when workspace or analysis cannot be told
   */
  public static Gofigr configure(String analysis) {
    return configure("", "", analysis);
  }

  /**
   * Connects with a key and a workspace of the caller's choice.
   *
   * @param apiKey the key; empty for the configured one
   * @param workspace its name or id; empty for the configured one, or else the primary one
   * @param analysis as in {@link #configure(String)}
   * @return the connection; the caller closes it
   * @throws dev.latchkey.client.ApiException as in {@link #configure(String)}
   * @throws dev.latchkey.auth.AuthException as in {@link #configure(String)}
   * @throws LookupException as in {@link #configure(String)}
   */
  public static Gofigr configure(String apiKey, String workspace, String analysis) {
    ApiClientBuilder builder = ApiClient.builder().profile(PROFILE);
    // A line end that was pasted with a key is the likeliest mistake.
    String key = apiKey.strip();
    if (!key.isEmpty()) {
      builder.setting("key", key);
    }
    ApiClient client = builder.build();
    try {
      return of(client, workspace, analysis);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  /**
   * Takes a client that was built otherwise, and closes it in the end.
   *
   * @param client a client of a GoFigr profile
   * @param workspace as in {@link #configure(String, String, String)}
   * @param analysis as in {@link #configure(String)}
   * @return the connection; the caller closes it
   * @throws dev.latchkey.client.ApiException as in {@link #configure(String)}
   * @throws dev.latchkey.auth.AuthException as in {@link #configure(String)}
   * @throws LookupException as in {@link #configure(String)}
   */
  public static Gofigr of(ApiClient client, String workspace, String analysis) {
    if (analysis.isBlank()) {
      throw new IllegalArgumentException("Say which analysis to work in.");
    }
    Workspace chosen = workspace(client, workspace);
    return new Gofigr(client, chosen, Analyses.in(client, chosen).findOrCreate(analysis));
  }

  private static Workspace workspace(ApiClient client, String asked) {
    Workspaces all = Workspaces.of(client);
    Optional<String> wanted =
        Optional.of(asked).filter(name -> !name.isBlank()).or(() -> client.property(WORKSPACE));
    return wanted.map(all::find).orElseGet(all::primary);
  }

  /** {@return the client, for any other request} */
  public ApiClient client() {
    return client;
  }

  /** {@return the workspace} */
  public Workspace workspace() {
    return workspace;
  }

  /** {@return the analysis, which is there now if it was not before} */
  public Analysis analysis() {
    return analysis;
  }

  /** Closes the client. */
  @Override
  public void close() {
    client.close();
  }

  /** {@return workspace and analysis} */
  @Override
  public String toString() {
    return "Gofigr[workspace '" + workspace.name() + "', analysis '" + analysis.name() + "']";
  }
}
