package dev.latchkey.client;

import dev.latchkey.client.internal.pipeline.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file to be downloaded. A value: the other methods give changed copies, and only {@link #to}
 * calls the server. The file is streamed to {@code NAME.part} beside its target and moved there
 * once it is whole: its length is right, and so is its checksum, if the caller or the server
 * ({@code Repr-Digest}, RFC 9530) gives one. What a broken download leaves is gone on from ({@code
 * Range} with {@code If-Range}, RFC 9110), also by another program, unless the file has changed
 * meanwhile.
 *
 * <p>The credential goes to the profile's origin alone. Where that redirects to another one, over
 * TLS, the file is fetched there without the credential.
 */
public final class Download {

  private final ApiClient client;
  private final ApiRequest request;
  private final DownloadShape shape;

  Download(ApiClient client, ApiRequest request) {
    this(client, request, DownloadShape.PLAIN);
    // To fail here, and not where the file is fetched.
    request.url(client.baseUrl());
  }

  private Download(ApiClient client, ApiRequest request, DownloadShape shape) {
    this.client = client;
    this.request = request;
    this.shape = shape;
  }

  /** What is told of a download as it goes on. */
  @FunctionalInterface
  public interface Progress {

    /**
     * Told often, first of what was there before; must be quick.
     *
     * @param bytes how many are there
     * @param total how many there will be, if that is known
     */
    void at(long bytes, OptionalLong total);
  }

  /**
   * Requires a checksum.
   *
   * @param algorithm {@code sha-256}, {@code sha-512} or {@code md5}
   * @param hex the checksum in hexadecimal digits
   * @return the changed copy
   * @throws IllegalArgumentException when there is no such algorithm, or the text is no such
   *     checksum
   */
  public Download checksum(String algorithm, String hex) {
    return new Download(
        client,
        request,
        shape.withChecksum(Checksum.ofHex(algorithm.toLowerCase(Locale.ROOT), hex)));
  }

  /**
   * Requires a length.
   *
   * @param bytes how many there must be
   * @return the changed copy
   */
  public Download length(long bytes) {
    return new Download(client, request, shape.withLength(bytes));
  }

  /**
   * Sets whom to tell how it goes on.
   *
   * @param somebody whom to tell
   * @return the changed copy
   */
  public Download progress(Progress somebody) {
    return new Download(client, request, shape.withProgress(somebody));
  }

  /**
   * Waits longer than usual where the server is busy or out of reach.
   *
   * @param most how long to wait in all
   * @return the changed copy
   */
  public Download patience(Duration most) {
    return new Download(client, request, shape.withPatience(most));
  }

  /**
   * Leaves the credential off.
   *
   * @return the changed copy
   */
  public Download anonymously() {
    return new Download(client, request.anonymously(), shape);
  }

  /**
   * Fetches the file.
   *
   * @param target where it is to be; replaced if it is there
   * @return the target
   * @throws DownloadException when the file cannot be written, is another than it should be, or
   *     somebody else is downloading it to the same place
   * @throws ApiException when the server does not give it
   */
  public Path to(Path target) {
    Patience patience = new Patience(shape.patience(), Pause.sleeping());
    try (PartialFile part = PartialFile.open(target, request.url(client.baseUrl()))) {
      new DownloadRun(client, request, shape, part).run(patience);
      return part.finish(shape.checksum());
    }
  }

  /** {@return the path} */
  @Override
  public String toString() {
    return "Download[" + request.path() + "]";
  }

  /** What is wanted of a download. Immutable. */
  record DownloadShape(
      Optional<Checksum> checksum, OptionalLong length, Progress progress, Duration patience) {

    static final DownloadShape PLAIN =
        new DownloadShape(
            Optional.empty(), OptionalLong.empty(), (bytes, total) -> {}, Duration.ofSeconds(30));

    DownloadShape withChecksum(Checksum wanted) {
      return new DownloadShape(Optional.of(wanted), length, progress, patience);
    }

    DownloadShape withLength(long bytes) {
      return new DownloadShape(checksum, OptionalLong.of(bytes), progress, patience);
    }

    DownloadShape withProgress(Progress somebody) {
      return new DownloadShape(checksum, length, somebody, patience);
    }

    DownloadShape withPatience(Duration most) {
      return new DownloadShape(checksum, length, progress, most);
    }
  }
}
