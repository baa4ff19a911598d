package dev.latchkey.client.internal.pipeline;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request as it goes down the pipeline. Immutable; prints neither headers nor body. */
public final class Call {

  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

  private final String method;
  private final URI url;
  private final Map<String, String> headers;
  private final byte @Nullable [] body;
  private final boolean anonymous;
  private final Deadline deadline;
  private final Optional<Credential> credential;
  private final Optional<Sink> sink;
  private final Optional<Upload> upload;
  private final boolean bound;

  private Call(Draft draft) {
    this.method = draft.method;
    this.url = draft.url;
    this.headers = draft.headers;
    this.body = draft.body;
    this.anonymous = draft.anonymous;
    this.deadline = draft.deadline;
    this.credential = draft.credential;
    this.sink = draft.sink;
    this.upload = draft.upload;
    this.bound = draft.bound;
  }

  /** Describes a call without headers, body or deadline. */
  public static Call of(String method, URI url) {
    return new Call(new Draft(method, url));
  }

  public Call withHeader(String name, String value) {
    Draft draft = new Draft(this);
    draft.headers = new LinkedHashMap<>(headers);
    draft.headers.put(name, value);
    return new Call(draft);
  }

  public Call withBody(byte[] bytes, String contentType) {
    Draft draft = new Draft(this);
    draft.body = bytes;
    return new Call(draft).ofType(contentType);
  }

  /** The same call with a body that can be sent once only. */
  public Call withUpload(Upload body, String contentType) {
    Draft draft = new Draft(this);
    draft.upload = Optional.of(body);
    return new Call(draft).ofType(contentType);
  }

  private Call ofType(String contentType) {
    return contentType.isEmpty() ? this : withHeader("Content-Type", contentType);
  }

  /** The same call, which carries no credential. */
  public Call anonymously() {
    Draft draft = new Draft(this);
    draft.anonymous = true;
    return new Call(draft);
  }

  /**
   * The same call as a download: its body goes there, the deadline ends with the head of the
   * answer, and another origin may be asked for it, without the credential.
   */
  public Call into(Sink target) {
    Draft draft = new Draft(this);
    draft.sink = Optional.of(target);
    return new Call(draft);
  }

  /** The same call, whose answer goes there, and which the profile's origin alone may answer. */
  public Call boundInto(Sink target) {
    Draft draft = new Draft(this);
    draft.sink = Optional.of(target);
    draft.bound = true;
    return new Call(draft);
  }

  Call withDeadline(Deadline end) {
    if (end == deadline) {
      return this;
    }
    Draft draft = new Draft(this);
    draft.deadline = end;
    return new Call(draft);
  }

  Call withCredential(Credential added) {
    Draft draft = new Draft(this);
    draft.credential = Optional.of(added);
    return new Call(draft);
  }

  /** The call that a redirect asks for. */
  Call redirectedTo(URI target, boolean asGet) {
    Draft draft = new Draft(this);
    draft.url = target;
    if (asGet) {
      draft.method = "GET";
      draft.body = null;
      draft.upload = Optional.empty();
      draft.headers = new LinkedHashMap<>(headers);
      draft.headers.keySet().removeIf("Content-Type"::equalsIgnoreCase);
    }
    return new Call(draft);
  }

  public String method() {
    return method;
  }

  public URI url() {
    return url;
  }

  public Origin origin() {
    return Origin.of(url);
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte @Nullable [] body() {
    return body;
  }

  public Duration timeLeft() {
    return deadline.left();
  }

  public Optional<Credential> credential() {
    return credential;
  }

  public Optional<Sink> sink() {
    return sink;
  }

  public Optional<Upload> upload() {
    return upload;
  }

  /** Whether another origin may answer it, without the credential. */
  boolean mayLeave() {
    return sink.isPresent() && !bound;
  }

  boolean isAnonymous() {
    return anonymous;
  }

  Deadline deadline() {
    return deadline;
  }

  boolean isIdempotent() {
    return IDEMPOTENT.contains(method) && sink.isEmpty();
  }

  @Override
  public String toString() {
    return method + " " + url.getRawPath();
  }

  /**
   * A body that is read while it is sent.
   *
   * @param in where it is read; not closed here
   * @param length how many bytes there are, or -1 where that is not known
   */
  public record Upload(InputStream in, long length) {}

  /** Where the body of an answer goes as it arrives, instead of into memory. */
  @FunctionalInterface
  public interface Sink {

    /** Whether it takes the body of an answer with this status; a good one, unless overridden. */
    default boolean takes(int status) {
      return status == 200 || status == 206;
    }

    /**
     * Takes a body.
     *
     * @param head the answer without its body, with a status that it takes
     * @return where to write; the transport closes it. What it throws as {@link
     *     java.io.UncheckedIOException} is a fault of this side, not of the network
     */
    OutputStream open(Reply head);
  }

  private static final class Draft {
    private String method;
    private URI url;
    private Map<String, String> headers = Map.of();
    private byte @Nullable [] body;
    private boolean anonymous;
    private Deadline deadline = Deadline.none();
    private Optional<Credential> credential = Optional.empty();
    private Optional<Sink> sink = Optional.empty();
    private Optional<Upload> upload = Optional.empty();
    private boolean bound;

    Draft(String method, URI url) {
      this.method = method;
      this.url = url;
    }

    Draft(Call call) {
      this(call.method, call.url);
      this.headers = call.headers;
      this.body = call.body;
      this.anonymous = call.anonymous;
      this.deadline = call.deadline;
      this.credential = call.credential;
      this.sink = call.sink;
      this.upload = call.upload;
      this.bound = call.bound;
    }
  }
}
