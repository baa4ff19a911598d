package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that change while they arrive, and other things in their place. */
class ChangedDownloadTest extends DownloadGround {

  @Test
  void beginAgainWhenTheFileHasChanged() throws Exception {
    with(
        request ->
            request.headers().containsKey("Range")
                ? FileScript.file(request, "", "\"v2\"")
                : FileScript.broken(FileScript.file(request), 100_000),
        (client, server) -> client.download("f").to(target()));
    assertComplete();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: \"v2\"", "Last-Modified: Wed, 21 Oct 2026 07:28:00 GMT", "X: y"})
  void beginAgainWhenTheServerSendsTheRestOfAnotherFile(String header) throws Exception {
    String was = "x".repeat(FileScript.CONTENT.length() - (header.startsWith("X") ? 1 : 0));
    String begun = ScriptedServer.answer(200, "ETag: \"v1\"\r\n", was);
    AtomicInteger asked = new AtomicInteger();
    with(
        request ->
            switch (asked.incrementAndGet()) {
              case 1 -> FileScript.broken(begun, 100_000);
              case 2 -> FileScript.rest(request, header + "\r\n");
              default -> FileScript.file(request);
            },
        (client, server) -> {
          client.download("f").to(target());
          assertThat(server.received().stream().map(r -> r.headers().get("Range")))
              .containsExactly(null, "bytes=100000-", null);
        });
    assertComplete();
  }

  @Test
  void giveUpOnAFileThatIsAnotherEachTime() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    with(
        request -> {
          String tag = "ETag: \"" + asked.incrementAndGet() + "\"\r\n";
          return request.headers().containsKey("Range")
              ? FileScript.rest(request, tag)
              : FileScript.broken(ScriptedServer.answer(200, tag, FileScript.CONTENT), 100_000);
        },
        (client, server) ->
            assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> client.download("f").to(target()))
                .withMessageContaining("another file each time"));
    assertThat(target()).doesNotExist();
  }

  @Test
  void beginAgainWhereNothingTellsOneStateOfTheFileFromAnother() throws Exception {
    String begun = ScriptedServer.answer(200, "", FileScript.CONTENT);
    with(
        request ->
            Files.exists(part().resolveSibling("again"))
                ? FileScript.file(request)
                : FileScript.broken(begun, 100_000),
        (client, server) -> {
          Download download = client.download("f").patience(Duration.ZERO);
          assertThatExceptionOfType(RequestFailedException.class)
              .isThrownBy(() -> download.to(target()));
          assertThat(part()).hasSize(100_000);
          Files.createFile(directory.resolve("again"));
          download.to(target());
          Files.delete(directory.resolve("again"));
        });
    assertComplete();
  }

  @Test
  void leaveAFileOfTheUsersOwnAlone() throws Exception {
    Files.writeString(part(), "mine");
    with(
        FileScript::file,
        (client, server) -> {
          assertThatExceptionOfType(DownloadException.class)
              .isThrownBy(() -> client.download("f").to(target()))
              .withMessageContaining("in the way");
          assertThat(server.received()).isEmpty();
        });
    assertThat(part()).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not json", "{\"url\":\"https://other.test/\",\"validator\":\"x\"}", "[]"})
  void beginAgainWhenWhatIsThereIsOfSomethingElse(String note) throws Exception {
    Files.writeString(part(), "something else");
    Files.writeString(directory.resolve("file.bin.part.json"), note);
    with(
        FileScript::file,
        (client, server) -> {
          client.download("f").to(target());
          assertThat(server.received().get(0).headers()).doesNotContainKey("Range");
        });
    assertComplete();
  }

  @Test
  void refuseAnotherPartThanWasAskedFor() throws Exception {
    with(
        request ->
            request.headers().containsKey("Range")
                ? ScriptedServer.answer(206, "Content-Range: bytes 0-9/500000\r\n", "0123456789")
                : FileScript.broken(FileScript.file(request), 100_000),
        (client, server) ->
            assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> client.download("f").to(target()))
                .withMessageContaining("another part"));
    assertThat(target()).doesNotExist();
  }

  @Test
  void doNotFollowALinkInTheirPlace() throws Exception {
    Path victim = Files.writeString(directory.resolve("victim"), "untouched");
    Files.createSymbolicLink(part(), victim);
    with(
        FileScript::file,
        (client, server) ->
            assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> client.download("f").to(target())));
    assertThat(victim).hasContent("untouched");
  }
}
