package dev.latchkey.cli.demo;

import static java.util.Locale.ROOT;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Timespan;
import dev.latchkey.sandbox.Dialect;
import dev.latchkey.sandbox.RefreshMode;
import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxAddress;
import dev.latchkey.sandbox.SandboxClock;
import dev.latchkey.sandbox.SandboxData;
import dev.latchkey.sandbox.SandboxDatabase;
import dev.latchkey.sandbox.SandboxException;
import dev.latchkey.sandbox.SandboxOptions;
import dev.latchkey.sandbox.SandboxTls;
import dev.latchkey.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps a sandbox running, and tells how to use it. */
final class SandboxHost {

  private final Invocation invocation;
  private SandboxOptions options = SandboxOptions.defaults();
  private boolean published = true;

  SandboxHost(Invocation invocation) {
    this.invocation = invocation;
  }

  void listenOn(int port) {
    options = options.withPort(port);
  }

  /** Those in a file; the published users if there is none. */
  void letIn(Optional<Path> users) {
    published = users.isEmpty();
    set(() -> users.map(UserFile::read).map(options::withUsers).orElse(options));
  }

  /** Where others find it, if they are to; not with passwords that everybody knows. */
  void listenAt(String host, List<String> names, Optional<Certificate> certificate) {
    SandboxAddress address = SandboxAddress.of(host).withNames(names);
    if (published && !address.isLoopback()) {
      throw new UsageException(
          "--listen "
              + host
              + " needs --users FILE: the passwords of the sandbox's own users are published.");
    }
    options =
        options.withAddress(certificate.map(each -> address.withTls(each.read())).orElse(address));
  }

  /** In a directory, in a database, or nowhere. */
  void keep(Optional<Path> directory, Optional<String> databaseUrl) {
    if (directory.isPresent() && databaseUrl.isPresent()) {
      throw new UsageException("Give either --data or --database-url.");
    }
    directory.map(SandboxDatabase::in).ifPresent(it -> options = options.withDatabase(it));
    databaseUrl.map(SandboxHost::database).ifPresent(it -> options = options.withDatabase(it));
  }

  /** How much there is to see. */
  void show(RecordOptions records) {
    set(
        () ->
            options.withData(
                new SandboxData(
                    records.seed,
                    records.studies,
                    records.privateStudies,
                    records.samples,
                    records.runs,
                    records.fileSize)));
  }

  /** How long tokens and devices' patience last. */
  void last(TimeOptions times) {
    set(
        () ->
            options
                .withTokenLifetime(Timespan.parse("--token-lifetime", times.token))
                .withAccessLifetime(Timespan.parse("--access-lifetime", times.access))
                .withRefreshWindow(Timespan.parse("--refresh-window", times.refresh))
                .withDeviceInterval(Timespan.parse("--device-interval", times.device)));
  }

  /** As which server, and as its code or as its documentation has it. */
  void speak(String dialect, String refresh) {
    options =
        options
            .withDialect(choice("--dialect", dialect, Dialect.values()))
            .withRefreshMode(choice("--refresh", refresh, RefreshMode.values()));
  }

  /** By other processes; then its clock can be moved as well. */
  void beSteered() {
    options = options.withControl().withClock(SandboxClock.create());
  }

  /** Runs a sandbox until the process is stopped, following a script if there is one. */
  void run(Optional<Path> script) throws InterruptedException {
    Optional<String> rules = script.map(SandboxHost::read);
    try (Sandbox sandbox = Sandbox.start(options)) {
      rules.ifPresent(text -> follow(sandbox, text));
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
      describe(sandbox);
      new CountDownLatch(1).await();
    } catch (SandboxException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private void set(Supplier<SandboxOptions> changed) {
    try {
      options = changed.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private static SandboxDatabase database(String url) {
    try {
      SandboxDatabase database = SandboxDatabase.at(url);
      String user = System.getenv("PGUSER");
      String password = System.getenv("PGPASSWORD");
      if (user == null) {
        return database;
      }
      return password == null ? database.withUser(user) : database.withLogin(user, password);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + "; set PGUSER and PGPASSWORD.");
    }
  }

  private static String read(Path script) {
    try {
      return Files.readString(script);
    } catch (IOException e) {
      throw new UsageException("The script " + script + " cannot be read; is it there?");
    }
  }

  private static void follow(Sandbox sandbox, String rules) {
    try {
      sandbox.faults().add(rules);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  private static <E extends Enum<E>> E choice(String option, String typed, E[] choices) {
    for (E choice : choices) {
      if (choice.name().equalsIgnoreCase(typed)) {
        return choice;
      }
    }
    String all =
        Stream.of(choices).map(Enum::name).collect(Collectors.joining(", ")).toLowerCase(ROOT);
    throw new UsageException(option + " takes one of " + all + ".");
  }

  private void describe(Sandbox sandbox) {
    invocation.print("The sandbox is running at " + sandbox.url());
    invocation.print("  MGnify: " + sandbox.mgnifyUrl());
    invocation.print("  GoFigr: " + sandbox.gofigrUrl());
    invocation.print("  Page for API keys: " + sandbox.url().resolve("/account"));
    invocation.print("  Page for device logins: " + sandbox.url().resolve("/activate"));
    sandbox.controlUrl().ifPresent(url -> invocation.print("  Steer it at " + url));
    for (SandboxUser user : sandbox.users()) {
      String known = published ? ", password '" + user.password() + "'" : "";
      invocation.print("  user '" + user.username() + "'" + known);
    }
    invocation.print("Point the profiles at it:");
    invocation.print("  export LATCHKEY_PROFILES_MGNIFY_BASE_URL=" + sandbox.mgnifyUrl());
    invocation.print("  export GF_URL=" + sandbox.gofigrUrl());
    invocation.say("Stop it with Ctrl-C.");
  }

  /** What others recognise the sandbox by. */
  interface Certificate {
    SandboxTls read();

    static Certificate pem(Path chain, Path key) {
      return () -> SandboxTls.pem(chain, key);
    }

    static Certificate pkcs12(Path file) {
      return () -> {
        String password = System.getenv("LATCHKEY_SANDBOX_KEYSTORE_PASSWORD");
        if (password == null) {
          throw new UsageException(
              "--tls-keystore needs LATCHKEY_SANDBOX_KEYSTORE_PASSWORD in the environment.");
        }
        return SandboxTls.pkcs12(file, password);
      };
    }
  }
}
