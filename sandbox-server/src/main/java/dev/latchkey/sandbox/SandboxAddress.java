package dev.latchkey.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a sandbox listens, by which names it is called, and whether by TLS. Immutable. */
public final class SandboxAddress {
  private static final String LOOPBACK = "127.0.0.1";

  private final String host;
  private final List<String> names;
  private final @Nullable SandboxTls tls;

  private SandboxAddress(String host, List<String> names, @Nullable SandboxTls tls) {
    this.host = Objects.requireNonNull(host);
    this.names = List.copyOf(names);
    this.tls = tls;
  }

  /** 127.0.0.1, without TLS: nobody but this machine gets there. */
  public static SandboxAddress loopback() {
    return new SandboxAddress(LOOPBACK, List.of(), null);
  }

  /**
   * Another address of this machine. A sandbox that others can reach does not start without TLS.
   *
   * @param host a name or number; {@code 0.0.0.0} is all of them
   */
  public static SandboxAddress of(String host) {
    return new SandboxAddress(host, List.of(), null);
  }

  /**
   * Also answers requests made to these names, the first of which its own URLs have. Without any,
   * it answers to its address and to loopback names alone, so that no web page can rebind its own
   * name to the sandbox.
   */
  public SandboxAddress withNames(List<String> newNames) {
    return new SandboxAddress(host, newNames, tls);
  }

  /** Speaks HTTPS. */
  public SandboxAddress withTls(SandboxTls newTls) {
    return new SandboxAddress(host, names, Objects.requireNonNull(newTls));
  }

  /** The address asked for. */
  public String host() {
    return host;
  }

  /** See {@link #withTls}. */
  public Optional<SandboxTls> tls() {
    return Optional.ofNullable(tls);
  }

  /** Whether only this machine gets there; false for a name that cannot be resolved. */
  public boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whom it answers besides the loopback names. */
  Set<String> answeredNames() {
    Set<String> answered = new LinkedHashSet<>(names);
    answered.add(inUrl(host));
    return answered;
  }

  /** What its own URLs call it. */
  String nameInUrl() {
    if (!names.isEmpty()) {
      return names.get(0);
    }
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    return everywhere ? "localhost" : inUrl(host);
  }

  private static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
