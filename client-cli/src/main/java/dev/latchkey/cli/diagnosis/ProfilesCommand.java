package dev.latchkey.cli.diagnosis;

import dev.latchkey.cli.failure.ExitCode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.manual.Examples;
import dev.latchkey.cli.output.JsonOutput;
import dev.latchkey.cli.output.OutputOption;
import dev.latchkey.cli.output.TextTable;
import dev.latchkey.cli.output.VisibleText;
import dev.latchkey.client.ProfileList;
import dev.latchkey.client.ProfileList.Choice;
import dev.latchkey.client.ProfileList.Profile;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the profiles and says which one counts here. */
@Command(
    name = "profiles",
    description = "List the profiles there are, and which one is used here and why. Calls nothing.",
    footer = {
      "",
      "The first of these decides: --profile, the environment (LATCHKEY_PROFILE), .env or a file",
      ".latchkey in this directory or above, your own configuration."
    })
@Examples({
  "latchkey profiles",
  "echo mgnify > .latchkey                    the profile of this directory and all below",
  "latchkey profiles -o json | jq -r .profile"
})
public final class ProfilesCommand implements Callable<Integer> {

  private static final String SCHEMA = "latchkey.profiles/1";

  private final Invocation invocation;

  @Mixin private OutputOption output = new OutputOption();

  /** Makes it for one run of the program. */
  public ProfilesCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    ProfileList list = invocation.builder().profiles();
    if (output.isJson()) {
      invocation.print(JsonOutput.of(document(list)));
      return ExitCode.SUCCESS;
    }
    Optional<String> chosen = list.choice().map(Choice::profile);
    new TextTable(
            list.profiles().stream().map(profile -> cells(profile, chosen)).toList(),
            Integer.MAX_VALUE)
        .lines()
        .forEach(invocation::print);
    list.problem()
        .or(
            () ->
                list.choice()
                    .map(choice -> "In use: " + choice.profile() + ", " + choice.why() + "."))
        .map(VisibleText::of)
        .ifPresent(invocation::say);
    return ExitCode.SUCCESS;
  }

  private static Map<String, Object> cells(Profile profile, Optional<String> chosen) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("profile", profile.name());
    cells.put("in use", chosen.filter(profile.name()::equals).isPresent() ? "yes" : "");
    cells.put("service", profile.baseUrl().map(URI::toString).or(profile::problem).orElse(""));
    cells.put("provider", profile.provider().orElse(""));
    cells.put("from", profile.source().orElse(""));
    cells.put("has settings", profile.isUsed() ? "yes" : "");
    return cells;
  }

  private static Map<String, @Nullable Object> document(ProfileList list) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("schema", SCHEMA);
    fields.put("profile", list.choice().map(Choice::profile).orElse(null));
    fields.put(
        "basis",
        list.choice().map(choice -> choice.basis().name().toLowerCase(Locale.ROOT)).orElse(null));
    fields.put("why", list.choice().map(Choice::why).orElse(null));
    fields.put("problem", list.problem().orElse(null));
    fields.put("profiles", list.profiles().stream().map(ProfilesCommand::fields).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> fields(Profile profile) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", profile.name());
    fields.put("base_url", profile.baseUrl().map(URI::toString).orElse(null));
    fields.put("provider", profile.provider().orElse(null));
    fields.put("source", profile.source().orElse(null));
    fields.put("has_settings", profile.isUsed());
    fields.put("problem", profile.problem().orElse(null));
    return fields;
  }
}
