package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files, as they arrive and as they break. */
class DownloadTest extends DownloadGround {

  @Test
  void arriveWholeAndTellOfIt() throws Exception {
    List<Long> seen = new ArrayList<>();
    with(
        FileScript::file,
        (client, server) -> {
          Path there =
              client
                  .download("f")
                  .progress((bytes, total) -> seen.add(total.orElse(0) - bytes))
                  .to(target());
          assertThat(there).isEqualTo(target());
          assertThat(server.received().get(0).headers())
              .containsEntry("Authorization", "Bearer canary-1")
              .containsEntry("Accept-Encoding", "identity");
        });
    assertComplete();
    assertThat(seen).isNotEmpty().isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(0L);
  }

  @Test
  void goOnWhereTheConnectionBroke() throws Exception {
    with(
        request -> {
          String answer = FileScript.file(request);
          int left = answer.length() - answer.indexOf("\r\n\r\n") - 4;
          return left > 200_000 ? FileScript.broken(answer, 100_000) : answer;
        },
        (client, server) -> {
          client.download("f").to(target());
          assertThat(server.received().stream().map(r -> r.headers().get("Range")))
              .containsExactly(null, "bytes=100000-", "bytes=200000-", "bytes=300000-");
          assertThat(server.received().get(1).headers()).containsEntry("If-Range", FileScript.TAG);
        });
    assertComplete();
  }

  @Test
  void goOnInAnotherRun() throws Exception {
    with(
        request ->
            request.headers().containsKey("Range") || Files.exists(part().resolveSibling("again"))
                ? ScriptedServer.json(500, "{}")
                : FileScript.broken(FileScript.file(request), 100_000),
        (client, server) -> {
          assertThatExceptionOfType(ApiStatusException.ServerError.class)
              .isThrownBy(() -> client.download("f").to(target()));
          assertThat(part()).hasSize(100_000);
          String note = Files.readString(directory.resolve("file.bin.part.json"));
          assertThat(note).doesNotContain("canary");
          Files.writeString(
              directory.resolve("file.bin.part.json"),
              note.replace(server.url().getAuthority(), "HOST"));
        });
    with(
        FileScript::file,
        (client, server) -> {
          Path note = directory.resolve("file.bin.part.json");
          Files.writeString(
              note, Files.readString(note).replace("HOST", server.url().getAuthority()));
          client.download("f").to(target());
          assertThat(server.received()).hasSize(1);
          assertThat(server.received().get(0).headers()).containsEntry("Range", "bytes=100000-");
        });
    assertComplete();
  }

  @Test
  void areDoneWhenAllIsThereAlready() throws Exception {
    Files.writeString(part(), FileScript.CONTENT);
    with(
        FileScript::file,
        (client, server) -> {
          Files.writeString(
              directory.resolve("file.bin.part.json"),
              "{\"url\":\"" + server.url() + "f\",\"validator\":\"\\\"v1\\\"\"}");
          client.download("f").to(target());
          assertThat(server.received()).hasSize(1);
        });
    assertComplete();
  }

  @Test
  void areCheckedAgainstTheCallersChecksumAndLength() throws Exception {
    byte[] sum =
        MessageDigest.getInstance("SHA-256")
            .digest(FileScript.CONTENT.getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().formatHex(sum);
    with(
        FileScript::file,
        (client, server) -> {
          Download download = client.download("f");
          assertThatExceptionOfType(DownloadException.class)
              .isThrownBy(() -> download.checksum("md5", "0".repeat(32)).to(target()))
              .withMessageContaining("checksum (md5)");
          assertThatExceptionOfType(DownloadException.class)
              .isThrownBy(() -> download.length(7).to(target()))
              .withMessageContaining("should be 7");
          assertThat(target()).doesNotExist();
          download.checksum("SHA-256", hex).length(FileScript.CONTENT.length()).to(target());
          assertThatIllegalArgumentException().isThrownBy(() -> download.checksum("crc", hex));
          assertThatIllegalArgumentException().isThrownBy(() -> download.checksum("md5", hex));
        });
    assertComplete();
  }

  @Test
  void areCheckedAgainstTheServersDigest() throws Exception {
    String wrong = Base64.getEncoder().encodeToString(new byte[32]);
    with(
        request ->
            FileScript.file(request, "Repr-Digest: sha-256=:" + wrong + ":\r\n", FileScript.TAG),
        (client, server) ->
            assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> client.download("f").to(target()))
                .withMessageContaining("sha-256"));
    assertThat(target()).doesNotExist();
  }

  @Test
  void areAskedForAgainAfterALargeError() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    with(
        request ->
            asked.incrementAndGet() == 1
                ? ScriptedServer.answer(503, "Retry-After: 0\r\n", "x".repeat(2 << 20))
                : FileScript.file(request),
        (client, server) -> client.download("f").to(target()));
    assertComplete();
  }

  @Test
  void leaveNothingBehindWhenThereIsNoFile() throws Exception {
    with(
        request -> ScriptedServer.json(404, "{\"detail\":\"Not Found\"}"),
        (client, server) ->
            assertThatExceptionOfType(ApiStatusException.NotFound.class)
                .isThrownBy(() -> client.download("f").patience(Duration.ZERO).to(target())));
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void areNotFetchedTwiceAtATime() throws Exception {
    try (FileChannel other =
            FileChannel.open(part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = other.lock()) {
      assertThat(lock.isValid()).isTrue();
      with(
          FileScript::file,
          (client, server) ->
              assertThatExceptionOfType(DownloadException.class)
                  .isThrownBy(() -> client.download("f").to(target()))
                  .withMessageContaining("somebody else"));
    }
  }
}
