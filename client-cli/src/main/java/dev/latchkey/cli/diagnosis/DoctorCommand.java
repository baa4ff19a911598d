package dev.latchkey.cli.diagnosis;

import dev.latchkey.cli.doctor.DoctorDocument;
import dev.latchkey.cli.doctor.DoctorReport;
import dev.latchkey.cli.doctor.Examined;
import dev.latchkey.cli.doctor.ProvidersFolder;
import dev.latchkey.cli.doctor.Section;
import dev.latchkey.cli.doctor.ServerClock;
import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Installation;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.invocation.Version;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.JsonOutput;
import dev.latchkey.cli.output.OutputOption;
import dev.latchkey.cli.output.Terminal;
import dev.latchkey.cli.output.TextTable;
import dev.latchkey.cli.output.VisibleText;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.Diagnosis;
import dev.latchkey.client.FoundProvider;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what would be used and what is wrong with it. */
@Command(
    name = "doctor",
    description = {
      "Tell what is used, where it comes from, what it hides, and what is wrong.",
      "Calls nothing without --online; never shows a secret."
    },
    footer = {"", "Exits with 0 when all is well, and with 1 when something is wrong."})
@Examples({
  "latchkey doctor",
  "latchkey doctor --profile gofigr --online    asks the service for the time, too",
  "latchkey doctor -o json | jq -r '.problems[]'"
})
public final class DoctorCommand implements Callable<Integer> {

  private static final String INDENTATION = "  ";

  private final Invocation invocation;

  @Mixin private OutputOption output = new OutputOption();

  @Option(
      names = "--online",
      description = "Ask the service once, without a credential, what time it is.")
  private boolean online;

  /** Makes it for one run of the program. */
  public DoctorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Examined examined = examine();
    if (output.isJson()) {
      invocation.print(JsonOutput.of(DoctorDocument.of(examined)));
    } else {
      printForPeople(examined);
    }
    return examined.problems().isEmpty() ? ExitCode.SUCCESS : ExitCode.FAILURE;
  }

  private Examined examine() {
    Diagnosis diagnosis = invocation.builder().diagnose();
    List<FoundProvider> providers = FoundProvider.all();
    List<FoundProvider> stores = FoundProvider.tokenStores();
    List<FoundProvider> all = Stream.concat(providers.stream(), stores.stream()).toList();
    return new Examined(
        new Version().getVersion()[0],
        diagnosis,
        providers,
        stores,
        Installation.providersFolder().map(folder -> ProvidersFolder.at(folder, all)),
        diagnosis.client().filter(client -> online).flatMap(client -> clock()));
  }

  private Optional<ServerClock> clock() {
    try (ApiClient client = invocation.builder().build()) {
      return Optional.of(ServerClock.ask(client, InstantSource.system()));
    }
  }

  private void printForPeople(Examined examined) {
    int available = Terminal.width() - INDENTATION.length();
    for (Section section : DoctorReport.of(examined)) {
      invocation.print(VisibleText.of(section.title()));
      new TextTable(section.rows(), Integer.MAX_VALUE)
          .lines(available).stream().map(INDENTATION::concat).forEach(invocation::print);
      invocation.print("");
    }
    for (String note : examined.diagnosis().notes()) {
      invocation.print("Note: " + VisibleText.of(note));
    }
    List<String> problems = examined.problems();
    problems.forEach(problem -> invocation.print("Problem: " + VisibleText.of(problem)));
    invocation.print(
        problems.isEmpty()
            ? "All is well."
            : problems.size() + (problems.size() == 1 ? " problem." : " problems."));
  }
}
