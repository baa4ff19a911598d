package dev.latchkey.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import dev.latchkey.auth.Secret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitQuestionTest {

  private static final Origin ORIGIN = Origin.of(URI.create("https://git.test/"));
  private static final Credential BEARER =
      Credential.of(new Placement.Header("Authorization", "Bearer"), Secret.token("t1", "test"), 1);

  private static GitQuestion question(String text) {
    return GitQuestion.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({
    "https, git.test, true",
    "https, GIT.test:443, true",
    "http, git.test, false",
    "http, git.test:443, false",
    "https, git.test:444, false",
    "https, evil.test, false",
    "https, git.test.evil.test, false",
    "https, git.test@evil.test, false",
    "https, evil.test/git.test, false",
    "https, git.test?x, false",
    "https, git.test#x, false",
    "https, '', false",
    "ssh, git.test, false"
  })
  void isAboutTheProfilesOriginOrNot(String protocol, String host, boolean expected) {
    String text = "protocol=" + protocol + "\nhost=" + host + "\n\n";
    assertThat(question(text).isAbout(ORIGIN)).isEqualTo(expected);
  }

  @Test
  void isAboutNothingWhereItDoesNotSay() {
    assertThat(question("").isAbout(ORIGIN)).isFalse();
    assertThat(question("\nprotocol=https\nhost=git.test\n").isAbout(ORIGIN)).isFalse();
    Origin insecure = Origin.of(URI.create("http://git.test/"));
    assertThat(question("protocol=http\nhost=git.test\n").isAbout(insecure)).isFalse();
  }

  @Test
  void isAnsweredWithUserAndPassword() {
    GitQuestion plain = question("protocol=https\nhost=git.test\nwwwauth[]=Basic\n");
    assertThat(plain.answer(BEARER, Optional.empty()))
        .containsExactly("username=latchkey", "password=t1");
    assertThat(plain.answer(BEARER, Optional.of("demo"))).contains("username=demo");
    assertThat(plain.answer(BEARER, Optional.of("demo\npassword=evil")))
        .containsExactly("username=latchkey", "password=t1");
    assertThat(
            question("username=asked\n")
                .answer(BEARER.withExpiry(Instant.ofEpochSecond(1_800_000_000)), Optional.of("x")))
        .containsExactly("username=asked", "password=t1", "password_expiry_utc=1800000000");
  }

  @Test
  void isAnsweredWithTheHeaderWhereGitKnowsHow() {
    GitQuestion knowing = question("capability[]=state\ncapability[]=authtype\n");
    assertThat(knowing.answer(BEARER, Optional.of("demo")))
        .containsExactly("capability[]=authtype", "authtype=Bearer", "credential=t1");
    Credential elsewhere =
        Credential.of(new Placement.Header("X-Key", ""), Secret.token("t1", "test"), 1);
    assertThat(knowing.answer(elsewhere, Optional.empty())).contains("password=t1");
  }

  @Test
  void knowsTheCredentialThatWasRefused() {
    assertThat(question("password=t1\n").names(BEARER)).isTrue();
    assertThat(question("credential=t1\n").names(BEARER)).isTrue();
    assertThat(question("password=t2\n").names(BEARER)).isFalse();
    assertThat(question("host=x\n").names(BEARER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "=x", "host=a\rb", "host=a\u0000", "host=\u001b[31m"})
  void isRefusedWhereItIsNone(String line) {
    assertThatExceptionOfType(CannotRunException.class)
        .isThrownBy(() -> question("protocol=https\n" + line + "\n"));
  }

  @Test
  void endsWithItsEmptyLineWhereGitLeavesItsEndOpen() {
    InputStream open =
        new ByteArrayInputStream(
            "protocol=https\nhost=git.test\n\nlater".getBytes(StandardCharsets.UTF_8));
    assertThat(GitQuestion.read(open).isAbout(ORIGIN)).isTrue();
    assertThat(open).hasContent("later");
  }

  @Test
  void isRefusedWhereItDoesNotEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertThatExceptionOfType(CannotRunException.class).isThrownBy(() -> GitQuestion.read(endless));
  }
}
