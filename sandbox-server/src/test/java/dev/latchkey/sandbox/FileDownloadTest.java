package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of analyses, whole and in parts. */
class FileDownloadTest {
  private static final int SIZE = 1_000_003;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Sandbox SANDBOX =
      Sandbox.start(SandboxOptions.defaults().withData(SandboxData.defaults().withFileSize(SIZE)));

  private final Mgnify mgnify = new Mgnify(SANDBOX);
  private final JsonObject download = download(mgnify, 0);
  private final URI url = URI.create(download.get("url").getAsString());

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @Test
  void isDescribedByItsAnalysis() {
    assertThat(download.keySet())
        .contains("file_type", "download_type", "short_description", "long_description", "alias");
    assertThat(download.get("file_size_bytes").getAsLong()).isEqualTo(SIZE);
    assertThat(download.get("file_type").getAsString()).isEqualTo("fasta");
  }

  @Test
  void isAsLongAsAskedForAndTheSameEachTime() {
    HttpResponse<byte[]> whole = get();
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(header(whole, "Content-Length")).isEqualTo("" + SIZE);
    assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(whole, "Content-Encoding")).isEmpty();
    assertThat(whole.body()).hasSize(SIZE).isEqualTo(get().body());
  }

  @Test
  void looksLikeAFasta() {
    String text = new String(get().body(), StandardCharsets.US_ASCII);
    String[] lines = text.split("\n", -1);
    assertThat(lines[0]).startsWith(">read_000000000000");
    assertThat(lines[1]).matches("[ACGT]{79}");
    assertThat(lines[2]).startsWith(">read_000000000002");
    assertThat(text).endsWith("\n");
  }

  @Test
  void hasATableBesideIt() {
    JsonObject table = download(mgnify, 1);
    byte[] body = get(URI.create(table.get("url").getAsString())).body();
    assertThat(body).hasSize(table.get("file_size_bytes").getAsInt());
    assertThat(new String(body, StandardCharsets.US_ASCII).split("\n", -1)[0].split("\t", -1))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=79-80, 79, 81",
    "bytes=40000-50000, 40000, 50001",
    "bytes=999999-, 999999, 1000003",
    "bytes=-5, 999998, 1000003",
    "bytes=1000000-9999999, 1000000, 1000003",
    "bytes=-99999999, 0, 1000003",
    "Bytes=1-2, 1, 3"
  })
  void servesAPart(String range, int from, int to) {
    HttpResponse<byte[]> part = get("Range", range);
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(header(part, "Content-Range"))
        .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + SIZE);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(get().body(), from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000003-", "bytes=1000003-1000004", "bytes=-0"})
  void hasNoPartOutsideOfItself(String range) {
    HttpResponse<byte[]> refused = get("Range", range);
    assertThat(refused.statusCode()).isEqualTo(416);
    assertThat(header(refused, "Content-Range")).isEqualTo("bytes */" + SIZE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b"})
  void ignoresRangesThatItDoesNotUnderstand(String range) {
    assertThat(get("Range", range).statusCode()).isEqualTo(200);
  }

  @Test
  void goesOnOnlyWithTheSameFile() {
    String tag = header(get(), "ETag");
    assertThat(tag).matches("\"[^\"]+\"");
    assertThat(get("Range", "bytes=5-", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(get("Range", "bytes=5-", "If-Range", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(get("If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("If-Match", "\"other\"").statusCode()).isEqualTo(412);
    assertThat(get("If-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void givesEveryFileATagOfItsOwn() {
    URI table = URI.create(download(mgnify, 1).get("url").getAsString());
    assertThat(header(get(table), "ETag")).isNotEqualTo(header(get(), "ETag"));
    try (Sandbox other = Sandbox.start()) {
      URI smaller = URI.create(download(new Mgnify(other), 0).get("url").getAsString());
      assertThat(header(get(smaller), "ETag")).isNotEqualTo(header(get(), "ETag"));
    }
  }

  @Test
  void tellsItsChecksums() throws NoSuchAlgorithmException {
    byte[] body = get().body();
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(body);
    byte[] md5 = MessageDigest.getInstance("MD5").digest(body);
    String name = download.get("alias").getAsString();
    assertThat(text(".sha256")).isEqualTo(HexFormat.of().formatHex(sha256) + "  " + name + "\n");
    assertThat(text(".md5")).isEqualTo(HexFormat.of().formatHex(md5) + "  " + name + "\n");
    HttpResponse<byte[]> asked = get("Want-Repr-Digest", "sha-256=1", "Range", "bytes=0-9");
    assertThat(header(asked, "Repr-Digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
    assertThat(header(get(), "Repr-Digest")).isEmpty();
  }

  @Test
  void isLookedAtWithoutBeingRead() {
    HttpResponse<byte[]> head =
        send(HttpRequest.newBuilder(url).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Length")).isEqualTo("" + SIZE);
    assertThat(header(head, "ETag")).isEqualTo(header(get(), "ETag"));
  }

  @Test
  void isNotFoundUnderAnotherName() {
    for (String name : new String[] {"x", "..%2fx", "MGYA00000000_reads.fasta"}) {
      assertThat(get(url.resolve(name)).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void belongsToWhomeverItsStudyBelongsTo() {
    String mine = mgnify.login(Users.WEBIN);
    String study = first(mgnify.use(mine)).get("accession").getAsString();
    JsonObject analysis = first(mgnify.get(mine, Mgnify.BASE + "studies/" + study + "/analyses/"));
    String path = Mgnify.BASE + "analyses/" + analysis.get("accession").getAsString();
    JsonObject file =
        mgnify.get(mine, path).object().getAsJsonArray("downloads").get(0).getAsJsonObject();
    URI at = URI.create(file.get("url").getAsString());
    assertThat(get(at).statusCode()).isEqualTo(404);
    assertThat(get(at, "Authorization", "Bearer " + mine).statusCode()).isEqualTo(200);
    String theirs = mgnify.login(Users.OTHER_WEBIN);
    assertThat(get(at, "Authorization", "Bearer " + theirs).statusCode()).isEqualTo(404);
  }

  private static JsonObject download(Mgnify mgnify, int index) {
    JsonObject analysis = first(mgnify.getAnonymously(Mgnify.BASE + "analyses/?page_size=1"));
    return analysis.getAsJsonArray("downloads").get(index).getAsJsonObject();
  }

  private static JsonObject first(Answer list) {
    return list.object().getAsJsonArray("items").get(0).getAsJsonObject();
  }

  private HttpResponse<byte[]> get(String... headers) {
    return get(url, headers);
  }

  private static HttpResponse<byte[]> get(URI url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept-Encoding", "gzip");
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String suffix) {
    return new String(get(URI.create(url + suffix)).body(), StandardCharsets.US_ASCII);
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
