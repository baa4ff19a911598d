package dev.latchkey.cli.demo;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs the offline twin of both services until it is stopped. Names no class of the sandbox, whose
 * jars are not on the class path of other commands.
 */
@Command(
    name = "sandbox",
    description = "Run an offline twin of MGnify and GoFigr on this machine until stopped.")
@Examples({
  "latchkey sandbox",
  "latchkey sandbox --port 8080 --data sandbox-data",
  "latchkey sandbox --studies 100000 --script faults.json",
  "latchkey sandbox --database-url jdbc:postgresql://localhost/latchkey"
})
public final class SandboxCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port to listen on (default: a free one).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where to keep keys and tokens (default: nowhere).")
  private @Nullable Path data;

  @Mixin private RecordOptions records = new RecordOptions();

  @Mixin private TimeOptions times = new TimeOptions();

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = {
        "Who can log in instead of the published users, as JSON that only you can read:",
        "[{\"username\": \"teacher\", \"password\": \"...\"}]"
      })
  private @Nullable Path users;

  @Option(
      names = "--dialect",
      paramLabel = "mgnify|ninja|simplejwt",
      defaultValue = "mgnify",
      description = "How to answer on MGnify's side (default: mgnify).")
  private String dialect = "";

  @Option(
      names = "--refresh",
      paramLabel = "strict|documented",
      defaultValue = "strict",
      description =
          "Whether expired tokens can be refreshed, as documented, or not (default: strict).")
  private String refresh = "";

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "What is to go wrong with which requests, as JSON (see docs/sandbox.md).")
  private @Nullable Path script;

  @Option(
      names = "--control",
      description = "Let other processes steer the sandbox, at a port of its own.")
  private boolean control;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "Keep keys and tokens in PostgreSQL instead, which several sandboxes may share:",
        "jdbc:postgresql://HOST/DATABASE. Set PGUSER, and PGPASSWORD unless ~/.pgpass has it."
      })
  private @Nullable String databaseUrl;

  @Option(
      names = "--listen",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on (default: 127.0.0.1). Others need a certificate and --users.")
  private String host = "";

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description = "What others call this machine; may be repeated.")
  private List<String> names = List.of();

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "A PEM file with a certificate and its chain: answer by HTTPS.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "A PEM file with the certificate's key.")
  private @Nullable Path key;

  @Option(
      names = "--tls-keystore",
      paramLabel = "FILE",
      description = {
        "A PKCS#12 file with both instead; its password is in the environment variable",
        "LATCHKEY_SANDBOX_KEYSTORE_PASSWORD."
      })
  private @Nullable Path keystore;

  /** Makes it for one run of the program. */
  public SandboxCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port takes a number from 0 to 65535.");
    }
    SandboxHost sandbox = new SandboxHost(invocation);
    sandbox.listenOn(port);
    sandbox.letIn(Optional.ofNullable(users));
    sandbox.listenAt(host, names, certificate());
    sandbox.keep(Optional.ofNullable(data), Optional.ofNullable(databaseUrl));
    sandbox.show(records);
    sandbox.last(times);
    sandbox.speak(dialect, refresh);
    if (control) {
      sandbox.beSteered();
    }
    sandbox.run(Optional.ofNullable(script));
    return ExitCode.SUCCESS;
  }

  private Optional<SandboxHost.Certificate> certificate() {
    if (keystore != null && certificate == null && key == null) {
      return Optional.of(SandboxHost.Certificate.pkcs12(keystore));
    }
    if (keystore == null && certificate != null && key != null) {
      return Optional.of(SandboxHost.Certificate.pem(certificate, key));
    }
    if (keystore == null && certificate == null && key == null) {
      return Optional.empty();
    }
    throw new UsageException(
        "--tls-certificate and --tls-key go together; --tls-keystore stands alone.");
  }
}
