package dev.latchkey.cli.exec;

import dev.latchkey.auth.Credential;
import dev.latchkey.auth.Origin;
import dev.latchkey.auth.Placement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What git asks of the programs that it asks for credentials, and how it is answered
 * (git-credential(1), "INPUT/OUTPUT FORMAT"). Prints nothing of it. Immutable.
 */
public final class GitQuestion {

  private static final int LARGEST = 64 << 10;
  private static final String NOBODY = "latchkey";
  private static final String CAPABILITY = "capability[]";
  private static final String AUTHTYPE = "authtype";

  private final Map<String, String> attributes;
  private final List<String> capabilities;

  private GitQuestion(Map<String, String> attributes, List<String> capabilities) {
    this.attributes = attributes;
    this.capabilities = capabilities;
  }

  /**
   * Reads a question up to its empty line or the end.
   *
   * @param in where git asks
   * @throws CannotRunException when it is none, or too long
   */
  public static GitQuestion read(InputStream in) {
    try {
      Map<String, String> attributes = new TreeMap<>();
      List<String> capabilities = new ArrayList<>();
      for (String line : lines(in)) {
        int equals = line.indexOf('=');
        if (equals < 1 || line.chars().anyMatch(Character::isISOControl)) {
          throw notAQuestion();
        }
        String name = line.substring(0, equals);
        if (name.equals(CAPABILITY)) {
          capabilities.add(line.substring(equals + 1));
        } else {
          attributes.put(name, line.substring(equals + 1));
        }
      }
      return new GitQuestion(attributes, capabilities);
    } catch (IOException e) {
      throw notAQuestion();
    }
  }

  /** Those up to the empty one: git may leave its end open and wait for the answer. */
  private static List<String> lines(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = 0; read <= LARGEST; read++) {
      int next = in.read();
      if (next >= 0 && next != '\n') {
        line.write(next);
        continue;
      }
      if (line.size() == 0) {
        return lines;
      }
      lines.add(text(line.toByteArray()));
      line.reset();
      if (next < 0) {
        return lines;
      }
    }
    throw notAQuestion();
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static CannotRunException notAQuestion() {
    return new CannotRunException(
        "This is not what git asks: lines such as host=example.org on standard input.",
        CannotRunException.FAILURE);
  }

  /** {@return whether it is about this origin and no other} */
  public boolean isAbout(Origin origin) {
    try {
      URI url = URI.create(attributes.get("protocol") + "://" + attributes.get("host") + "/");
      return url.getRawPath().equals("/")
          && url.getRawQuery() == null
          && Origin.of(url).equals(origin)
          && origin.isSecure();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** {@return whether git says that this credential was refused} */
  public boolean names(Credential credential) {
    String shown = attributes.getOrDefault("password", attributes.getOrDefault("credential", ""));
    return credential.secret().isToken()
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8),
            credential.secret().reveal().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Answers it: with the whole header where git knows how (2.46 and newer) and the credential goes
   * there, and else with a user name and a password.
   *
   * @param credential the credential
   * @param user whose it is, if that is known
   * @return lines, which are secret
   */
  public List<String> answer(Credential credential, Optional<String> user) {
    List<String> lines = new ArrayList<>();
    if (capabilities.contains(AUTHTYPE)
        && credential.placement() instanceof Placement.Header header
        && header.name().equalsIgnoreCase("Authorization")
        && !header.scheme().isEmpty()) {
      lines.add(CAPABILITY + "=" + AUTHTYPE);
      lines.add(AUTHTYPE + "=" + header.scheme());
      lines.add("credential=" + credential.secret().reveal());
    } else {
      lines.add("username=" + username(user));
      lines.add("password=" + credential.secret().reveal());
    }
    credential
        .expiresAt()
        .map(Instant::getEpochSecond)
        .ifPresent(end -> lines.add("password_expiry_utc=" + end));
    return lines;
  }

  /** A name that a server has given must not be lines of its own. */
  private String username(Optional<String> user) {
    return Optional.ofNullable(attributes.get("username"))
        .or(() -> user)
        .filter(name -> !name.isEmpty() && name.chars().noneMatch(Character::isISOControl))
        .orElse(NOBODY);
  }

  @Override
  public String toString() {
    return "GitQuestion[****]";
  }
}
