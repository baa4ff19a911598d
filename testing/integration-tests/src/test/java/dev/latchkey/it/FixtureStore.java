package dev.latchkey.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A token store as somebody else would write it, against the API alone: it keeps one token in the
 * file that its setting {@code file} names.
 *
 * @param type the name of its class
 * @param id its id
 * @param constructor what its constructor does
 */
record FixtureStore(String type, String id, String constructor) {

  private static final String SOURCE =
      """
      package fixture;

      import dev.latchkey.auth.*;
      import java.io.*;
      import java.net.URI;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;

      public final class TYPE implements TokenStoreProvider {
        public TYPE() { CONSTRUCTOR }
        @Override public String id() { return "ID"; }
        @Override public String description() { return "One token in a file, for tests."; }
        @Override public TokenStore open(TokenStoreContext context) {
          Optional<String> file = context.settings().text("file");
          return file.isEmpty() ? TokenStore.inMemory() : new Live(Path.of(file.get()));
        }

        static final class Live implements TokenStore {
          private final TokenStore leases = TokenStore.inMemory();
          private final Path file;
          Live(Path file) { this.file = file; }
          private synchronized Map<TokenKey, StoredToken> read() {
            Map<TokenKey, StoredToken> tokens = new LinkedHashMap<>();
            try {
              if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                  String[] parts = line.split("\\\\|", -1);
                  TokenKey key = new TokenKey(URI.create(parts[0]), parts[1]);
                  StoredToken token = new StoredToken(key, Secret.token(parts[2], "fixture"));
                  tokens.put(key, parts[3].isEmpty() ? token
                      : token.withObtainedAt(Instant.parse(parts[3])));
                }
              }
              return tokens;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          private synchronized void write(Map<TokenKey, StoredToken> tokens) {
            StringBuilder lines = new StringBuilder();
            for (StoredToken token : tokens.values()) {
              lines.append(token.key().baseUrl()).append('|').append(token.key().user()).append('|')
                  .append(token.token().reveal()).append('|')
                  .append(token.obtainedAt().map(Instant::toString).orElse("")).append('\\n');
            }
            try {
              Files.writeString(file, lines);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
          @Override public synchronized Optional<StoredToken> load(TokenKey key) {
            return Optional.ofNullable(read().get(key));
          }
          @Override public synchronized void save(StoredToken token) {
            Map<TokenKey, StoredToken> tokens = read();
            tokens.put(token.key(), token);
            write(tokens);
          }
          @Override public synchronized boolean remove(StoredToken token) {
            Map<TokenKey, StoredToken> tokens = read();
            boolean removed = tokens.remove(token.key(), token);
            write(tokens);
            return removed;
          }
          @Override public List<TokenKey> keys(URI baseUrl) {
            return read().keySet().stream().filter(k -> k.baseUrl().equals(baseUrl)).toList();
          }
          @Override public Lease lease(TokenKey key, Duration atMost) {
            return leases.lease(key, atMost);
          }
          @Override public String location() { return "fixture " + file; }
        }
      }
      """;

  static FixtureStore of(String type, String id) {
    return new FixtureStore(type, id, "");
  }

  /** {@return a copy that cannot be instantiated} */
  FixtureStore throwing() {
    return new FixtureStore(type, id, "throw new IllegalStateException(\"out of order\");");
  }

  /** Compiles it, and packs it with its service file. */
  Path pack(Path jar) {
    try {
      JavaSources sources = new JavaSources(Files.createTempDirectory(jar.getParent(), "fixture"));
      sources.with("fixture/" + type + ".java", source());
      sources.compile(List.of("-classpath", Reactor.jar("auth-api").toString()));
      sources.with(
          "META-INF/services/dev.latchkey.auth.TokenStoreProvider", "fixture." + type + "\n");
      return sources.pack(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String source() {
    return SOURCE.replace("TYPE", type).replace("ID", id).replace("CONSTRUCTOR", constructor);
  }
}
