package dev.latchkey.client.internal.hc5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.client.internal.pipeline.Call;
import dev.latchkey.client.internal.pipeline.ExchangeException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that cannot prove who they are. */
class TlsFailureTest {

  private static final String PASSWORD = "change it";

  private static final TransportLimits LIMITS =
      new TransportLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 4096, "latchkey-test");

  @Test
  void namesTheFileOfAuthoritiesWithoutTheServers(@TempDir Path directory) throws Exception {
    try (SSLServerSocket server = selfSigned(directory.resolve("keys.p12"));
        HttpTransport transport = new HttpTransport(LIMITS)) {
      CompletableFuture<Boolean> trusted = CompletableFuture.supplyAsync(() -> handshake(server));
      URI url = URI.create("https://localhost:" + server.getLocalPort() + "/x");
      assertThatExceptionOfType(ExchangeException.class)
          .isThrownBy(() -> transport.send(Call.of("GET", url)))
          .withMessageStartingWith(
              "Could not GET /x at https://localhost:%d: the server's certificate is not from an"
                  + " authority in %s/lib/security/",
              url.getPort(), System.getProperty("java.home"))
          .withMessageEndingWith("javax.net.ssl.trustStore.")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(ExchangeException.Kind.REFUSED));
      assertThat(trusted.get(30, TimeUnit.SECONDS)).isFalse();
    }
  }

  /** Whether a request comes through. */
  private static boolean handshake(SSLServerSocket server) {
    try (Socket client = server.accept()) {
      return client.getInputStream().read() >= 0;
    } catch (IOException expected) {
      return false;
    }
  }

  @Test
  void tellsWhatElseIsWrongWithACertificate() {
    assertThat(because(new CertificateExpiredException("NotAfter: Sat")))
        .startsWith("the server's certificate has expired.");
    assertThat(because(new CertificateNotYetValidException("NotBefore: Sat")))
        .startsWith("the server's certificate is not valid yet.");
    assertThat(TlsFailure.of(new SSLPeerUnverifiedException("Certificate for <a> ...")))
        .startsWith("the server's certificate is for another host.");
    assertThat(TlsFailure.of(new SSLHandshakeException("protocol_version")))
        .isEqualTo("TLS failed: protocol_version. Check the network and the base URL.");
  }

  private static String because(Exception cause) {
    SSLHandshakeException failure = new SSLHandshakeException("PKIX path validation failed");
    failure.initCause(new CertPathValidatorException("validity check failed", cause));
    return TlsFailure.of(failure);
  }

  private static SSLServerSocket selfSigned(Path keys) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keys.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return (SSLServerSocket)
        context
            .getServerSocketFactory()
            .createServerSocket(0, 1, InetAddress.getByName("localhost"));
  }
}
