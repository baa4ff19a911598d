package dev.latchkey.cli.dialogue;

import dev.latchkey.auth.Login;
import dev.latchkey.cli.configure.Clients;
import dev.latchkey.cli.configure.Keeping;
import dev.latchkey.cli.invocation.Abilities;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.client.ApiClient;
import dev.latchkey.client.SettingsFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where user name and password of a profile can be kept, and what they are called there. */
final class Keepings {

  private Keepings() {}

  static List<Keeping> of(Invocation invocation, Clients clients) {
    try (ApiClient client = clients.open(Map.of())) {
      Abilities.require(client, Login.class, "log in with a password");
      String prefix = "latchkey.profiles." + client.profile() + "." + client.provider() + ".";
      boolean isMgnify = client.profile().equals("mgnify");
      return List.of(
          new Keeping(
              "env",
              "in the .env of this directory, which must not be shared",
              SettingsFile.env(invocation.envFile()),
              isMgnify ? "MG_USER" : inEnvironment(prefix + "username"),
              isMgnify ? "MG_PASSWORD" : inEnvironment(prefix + "password")),
          new Keeping(
              "user",
              "in your user configuration",
              SettingsFile.ofUser(),
              prefix + "username",
              prefix + "password"));
    }
  }

  private static String inEnvironment(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
