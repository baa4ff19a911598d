package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages for API keys, as a browser uses them that keeps its cookies. */
final class AccountPages {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final SandboxClient client;

  AccountPages(Sandbox sandbox) {
    this.client = SandboxClient.of(sandbox.url());
  }

  /** The cookie of whoever has signed in. */
  String signIn(SandboxUser user) {
    return cookie(tryToSignIn(user.username(), user.password()));
  }

  Answer tryToSignIn(String username, String password) {
    return client.postForm(
        "/account/sign-in", Device.form("username", username, "password", password));
  }

  Answer get(String cookie, String path) {
    return SandboxClient.answer(client.request(path).header("Cookie", cookie).build());
  }

  Answer post(String cookie, String path, String form) {
    return SandboxClient.answer(
        client
            .request(path)
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  /** What a form on the page sends along. */
  String token(String cookie, String path) {
    return token(get(cookie, path));
  }

  static String cookie(Answer signedIn) {
    return signedIn.header("Set-Cookie").split(";", 2)[0];
  }

  static String token(Answer page) {
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
