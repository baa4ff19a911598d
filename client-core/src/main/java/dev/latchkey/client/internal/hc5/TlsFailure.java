package dev.latchkey.client.internal.hc5;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says why no connection by TLS came about, and what can be done about it. */
final class TlsFailure {

  private TlsFailure() {}

  static String of(SSLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "the server's certificate has expired. Tell who runs the server, and check this"
            + " machine's clock.";
      }
      if (cause instanceof CertificateNotYetValidException) {
        return "the server's certificate is not valid yet. Check this machine's clock.";
      }
      if (cause instanceof CertPathBuilderException) {
        return "the server's certificate is not from an authority in "
            + trusted()
            + ". If you trust it, name a file that has it by the Java system property"
            + " javax.net.ssl.trustStore.";
      }
      if (cause instanceof SSLPeerUnverifiedException) {
        return "the server's certificate is for another host. Check the base URL.";
      }
    }
    return "TLS failed: " + failure.getMessage() + ". Check the network and the base URL.";
  }

  /** Where JSSE looks, in its order. */
  private static Path trusted() {
    String named = System.getProperty("javax.net.ssl.trustStore", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    Path security = Path.of(System.getProperty("java.home"), "lib", "security");
    Path own = security.resolve("jssecacerts");
    return Files.exists(own) ? own : security.resolve("cacerts");
  }
}
