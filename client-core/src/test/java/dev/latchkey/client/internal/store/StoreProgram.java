package dev.latchkey.client.internal.store;

import dev.latchkey.auth.TokenStore.Lease;
import dev.latchkey.client.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What tests run in other processes. Prints a line for each thing that has happened. */
final class StoreProgram {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final FileTokenStore store;
  private final Path directory;

  private StoreProgram(Path directory) {
    this.directory = directory;
    store = new FileTokenStore(directory, text -> print("warning: " + text));
  }

  public static void main(String[] arguments) throws Exception {
    StoreProgram program = new StoreProgram(Path.of(arguments[1]));
    String argument = arguments.length > 2 ? arguments[2] : "";
    switch (arguments[0]) {
      case "write" -> program.write(argument, Integer.MAX_VALUE);
      case "write-a-little" -> program.write(argument, 10);
      case "save" -> program.save(Integer.parseInt(argument));
      case "load" -> print("loaded: " + loaded(program.store));
      case "relapse" -> program.relapse();
      case "hold" -> program.hold();
      case "ask" -> program.ask(Duration.ofMillis(Long.parseLong(argument)));
      case "contend" -> program.contend(Integer.parseInt(argument));
      case "settings" -> program.settings(argument);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /**
   * Writes until it is killed: one token that is its own, in a file nearly as long as a file may
   * be, and one that all write.
   */
  private void write(String user, int times) {
    for (int i = 1; i < times; i++) {
      store.save(NumberedToken.of(NumberedToken.largeKey(user), i));
      print(Integer.toString(i));
      store.save(StoreFixture.token(i));
    }
  }

  private void save(int number) {
    store.save(StoreFixture.token(number));
    store.save(StoreFixture.token(number));
    print("loaded: " + loaded(store));
  }

  /** Changes a settings file until it is killed. */
  private void settings(String name) {
    SettingsFile file = SettingsFile.gofigr(directory.resolve(name));
    for (int i = 1; i < Integer.MAX_VALUE; i++) {
      file.set(Map.of("number", i, "again", Integer.toString(i).repeat(2_000)));
      print(Integer.toString(i));
    }
  }

  private static String loaded(FileTokenStore from) {
    return from.load(StoreFixture.KEY)
        .map(token -> Integer.toString(NumberedToken.number(token)))
        .orElse("nothing");
  }

  /** Makes the directory read-only and writable in turn. */
  private void relapse() throws IOException {
    FileTokenStore other = new FileTokenStore(directory, text -> {});
    store.save(StoreFixture.token(1));
    mode("r-x------");
    store.save(StoreFixture.token(2));
    print("read-only, saved 2: " + loaded(store));
    print("other process: " + loaded(other));
    mode("rwx------");
    print("writable again: " + loaded(store));
    other.save(StoreFixture.token(3));
    print("other process saved 3: " + loaded(store));
    mode("r-x------");
    boolean removed = store.remove(StoreFixture.token(3));
    print("read-only, removed 3, " + removed + ": " + loaded(store));
    print("other process: " + loaded(other));
    mode("rwx------");
    store.save(StoreFixture.token(4));
    print("writable again, saved 4: " + loaded(store));
  }

  private void mode(String mode) throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
  }

  private void hold() throws IOException {
    try (Lease lease = store.lease(StoreFixture.KEY, LONG)) {
      print("held: " + lease.isHeld());
      System.in.read();
    }
  }

  private void ask(Duration atMost) {
    try (Lease lease = store.lease(StoreFixture.KEY, atMost)) {
      print("held: " + lease.isHeld());
    }
  }

  private void contend(int threads) throws InterruptedException {
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(this::countOnce);
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    print("done");
  }

  /** Loses counts when two do it at a time; the marker tells on them, too. */
  private void countOnce() {
    try (Lease lease = store.lease(StoreFixture.KEY, LONG)) {
      Path marker = Files.createFile(directory.resolve("inside"));
      Path counter = directory.resolve("counter");
      int count = Integer.parseInt(Files.readString(counter));
      Files.writeString(counter, Integer.toString(count + (lease.isHeld() ? 1 : 0)));
      Files.delete(marker);
    } catch (IOException e) {
      print("not alone: " + e);
    }
  }

  private static void print(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
