package dev.latchkey.cli.rotate;

import dev.latchkey.auth.ApiKey;
import dev.latchkey.auth.ApiKeyRequest;
import dev.latchkey.auth.ApiKeys;
import dev.latchkey.auth.CreatedApiKey;
import dev.latchkey.auth.Secret;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.ApiClientBuilder;
import dev.latchkey.client.ApiStatusException;
import dev.latchkey.client.SettingsFile;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sandbox, three files with a key, and a way to stop a rotation after any step. */
final class RotationGround implements AutoCloseable {

  /** As sudden as {@code kill -9} to the code under test, which catches no errors. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Path directory;
  private final Sandbox sandbox = Sandbox.start();
  private final ApiClient owner;
  private final List<String> told = new ArrayList<>();
  private final List<Secret> shown = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T00:00:00Z");

  RotationGround(Path directory) {
    this.directory = directory;
    SandboxUser user = sandbox.users().get(0);
    this.owner =
        client().setting("username", user.username()).setting("password", user.password()).build();
  }

  private ApiClientBuilder client() {
    return ApiClient.builder().profile("gofigr").baseUrl(sandbox.gofigrApiUrl());
  }

  ApiKeys keys() {
    return owner.ability(ApiKeys.class).orElseThrow();
  }

  void revokeAll() {
    keys().list().stream().map(ApiKey::id).forEach(keys()::revoke);
  }

  private List<SettingsFile> files() {
    return List.of(
        SettingsFile.gofigr(directory.resolve(".gofigr")),
        SettingsFile.env(directory.resolve(".env")),
        SettingsFile.properties(directory.resolve("config.properties")));
  }

  void store(Secret key) {
    files().get(0).set(Map.of("api_key", key));
    files().get(1).set(Map.of("GF_API_KEY", key));
    files().get(2).set(Map.of("latchkey.profiles.gofigr.api-key.key", key));
  }

  /** {@return the id of a new key, which all three files hold} */
  String newKeyInFiles() {
    CreatedApiKey created = keys().create(ApiKeyRequest.named("laptop"));
    store(created.secret());
    return created.key().id();
  }

  /** A file of which only who names it knows. */
  Path another() {
    return directory.resolve("another.env");
  }

  /** {@return the different keys in the three files} */
  List<Secret> stored() {
    return Stream.of(
            files().get(0).token("api_key"),
            files().get(1).token("GF_API_KEY"),
            files().get(2).token("latchkey.profiles.gofigr.api-key.key"))
        .flatMap(key -> key.stream())
        .distinct()
        .toList();
  }

  boolean works(Secret key) {
    try {
      use(key);
      return true;
    } catch (ApiStatusException e) {
      return false;
    }
  }

  private void use(Secret key) {
    try (ApiClient client = client().setting("key", key.reveal()).build()) {
      client.get("user");
    }
  }

  String workspace() {
    List<?> list = (List<?>) Objects.requireNonNull(workspaces());
    return String.valueOf(((Map<?, ?>) list.get(0)).get("api_id"));
  }

  private @Nullable Object workspaces() {
    CreatedApiKey key = keys().create(ApiKeyRequest.named("for a moment"));
    try (ApiClient client = client().setting("key", key.secret().reveal()).build()) {
      return client.get("workspace/").json();
    } finally {
      keys().revoke(key.key().id());
    }
  }

  Rotator rotator(Path... named) {
    return rotator(step -> {}, named);
  }

  private Rotator rotator(Consumer<String> reached, Path... named) {
    List<SettingsFile> all = new ArrayList<>(files());
    Stream.of(named).map(SettingsFile::named).forEach(all::add);
    return new Rotator(
        new RotationParts(
            keys(),
            this::use,
            new KeyFiles(all, "gofigr", Optional.empty()),
            new Journal(directory.resolve("state")),
            () -> now,
            told::add,
            shown::add,
            reached));
  }

  /** {@return the steps of a rotation that nothing stops} */
  List<String> stepsOf(Consumer<Rotator> rotation) {
    List<String> steps = new ArrayList<>();
    rotation.accept(rotator(steps::add));
    return steps;
  }

  void killAfter(int step, Consumer<Rotator> rotation) {
    killAfter(step, new Path[0], rotation);
  }

  void killAfter(int step, Path named, Consumer<Rotator> rotation) {
    killAfter(step, new Path[] {named}, rotation);
  }

  private void killAfter(int step, Path[] named, Consumer<Rotator> rotation) {
    List<String> steps = new ArrayList<>();
    Consumer<String> reached =
        name -> {
          steps.add(name);
          if (steps.size() > step) {
            throw new Killed();
          }
        };
    try {
      rotation.accept(rotator(reached, named));
      throw new AssertionError("there is no step " + step + ": " + steps);
    } catch (Killed expected) {
      told.clear();
    }
  }

  List<Path> journalFiles() throws IOException {
    Path state = directory.resolve("state");
    if (!Files.exists(state)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(state)) {
      return files.toList();
    }
  }

  Instant now() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  String told() {
    return String.join("\n", told);
  }

  List<Secret> shown() {
    return List.copyOf(shown);
  }

  @Override
  public void close() {
    owner.close();
    sandbox.close();
  }
}
