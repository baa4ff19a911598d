package dev.latchkey.cli;

import dev.latchkey.auth.AuthException;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.ProfileNames;
import dev.latchkey.cli.invocation.ProviderIds;
import dev.latchkey.cli.invocation.StoreIds;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells a shell in the middle of a line what could stand there: never why it cannot tell. */
@Command(
    name = "__complete",
    hidden = true,
    description = "Print what a shell can complete: profiles, providers or token stores.")
final class CompleteCommand implements Callable<Integer> {

  /** By which name the candidates of a class are asked for. */
  static final Map<Class<?>, String> KINDS =
      Map.of(
          ProfileNames.class, "profiles", ProviderIds.class, "providers", StoreIds.class, "stores");

  private final Invocation invocation;

  @Parameters(paramLabel = "profiles|providers|stores", description = "Of which kind.")
  private String kind = "";

  CompleteCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try {
      candidates().forEach(invocation::print);
      return ExitCode.SUCCESS;
    } catch (AuthException e) {
      return ExitCode.FAILURE;
    }
  }

  private Iterable<String> candidates() {
    return switch (kind) {
      case "profiles" -> new ProfileNames();
      case "providers" -> new ProviderIds();
      case "stores" -> new StoreIds();
      default -> throw new UsageException("There are profiles, providers and stores to complete.");
    };
  }
}
