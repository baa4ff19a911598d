package dev.latchkey.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a sandbox listens, and how. */
class ListeningTest {
  private static final String PASSWORD = "change it";

  private static Path directory;
  private static Path keystore;

  @BeforeAll
  static void makeACertificate(@TempDir Path made) throws IOException, InterruptedException {
    directory = made;
    keystore = directory.resolve("sandbox.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process keys =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "sandbox",
                "-keyalg",
                "EC",
                "-dname",
                "CN=sandbox.test",
                "-ext",
                "SAN=dns:sandbox.test",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keystore.toString())
            .inheritIO()
            .start();
    assertThat(keys.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(keys.exitValue()).isZero();
  }

  @Test
  void isSeenByOthersOnlyWithACertificate() {
    SandboxOptions open = SandboxOptions.defaults().withAddress(SandboxAddress.of("0.0.0.0"));
    assertThatThrownBy(() -> Sandbox.start(open))
        .isInstanceOf(SandboxException.class)
        .hasMessage(
            "The sandbox listens on 0.0.0.0 only with TLS: give it a certificate, or let it listen"
                + " on 127.0.0.1");
  }

  @Test
  void speaksHttpsWithAKeystore() throws Exception {
    assertAnswersByHttps(SandboxTls.pkcs12(keystore, PASSWORD));
  }

  @Test
  void speaksHttpsWithPemFiles() throws Exception {
    Path chain = pem("chain.pem", "CERTIFICATE", store().getCertificate("sandbox").getEncoded());
    Path key = pem("key.pem", "PRIVATE KEY", key());
    assertAnswersByHttps(SandboxTls.pem(chain, key));
  }

  @Test
  void saysWhatIsWrongWithACertificate() throws Exception {
    Path chain = pem("a.pem", "CERTIFICATE", store().getCertificate("sandbox").getEncoded());
    Path old = pem("old.pem", "EC PRIVATE KEY", key());
    assertRefused(SandboxTls.pkcs12(keystore, "wrong"), "sandbox.p12");
    assertRefused(SandboxTls.pkcs12(directory.resolve("none.p12"), PASSWORD), "none.p12");
    assertRefused(SandboxTls.pem(chain, old), "openssl pkcs8 -topk8 -nocrypt");
    assertRefused(SandboxTls.pem(old, old), "old.pem");
    assertThat(SandboxTls.pkcs12(keystore, PASSWORD)).asString().doesNotContain(PASSWORD);
  }

  @Test
  void takesHeadersUpToALimit() {
    try (Sandbox sandbox = Sandbox.start()) {
      SandboxClient client = SandboxClient.of(sandbox.url());
      assertThat(client.with("Bearer " + "a".repeat(8_000)).get("/").status()).isEqualTo(200);
      assertThat(client.with("Bearer " + "a".repeat(20_000)).get("/").status()).isEqualTo(431);
    }
  }

  private static void assertAnswersByHttps(SandboxTls tls) throws Exception {
    SandboxAddress address =
        SandboxAddress.of("0.0.0.0").withNames(List.of("sandbox.test")).withTls(tls);
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAddress(address))) {
      URI url = sandbox.url();
      assertThat(url).hasScheme("https").hasHost("sandbox.test");
      assertThat(get(url, "sandbox.test"))
          .startsWith("HTTP/1.1 200 ")
          .contains("https://sandbox.test");
      assertThat(get(url, "evil.test")).startsWith("HTTP/1.1 421 ");
      assertThat(signIn(url)).contains("; SameSite=Strict; Secure");
    }
  }

  private static String get(URI url, String host) throws Exception {
    return exchange(url, "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  private static String signIn(URI url) throws Exception {
    String form = "username=demo&password=correct+horse";
    return exchange(
        url,
        "POST /account/sign-in HTTP/1.1\r\nHost: sandbox.test\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form);
  }

  /** The name leads nowhere here, so the connection is made to loopback. */
  private static String exchange(URI url, String request) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("sandbox", store().getCertificate("sandbox"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), url.getPort()), 10_000);
      plain.setSoTimeout(30_000);
      try (SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, url.getHost(), url.getPort(), true)) {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static void assertRefused(SandboxTls tls, String why) {
    SandboxOptions options =
        SandboxOptions.defaults().withAddress(SandboxAddress.loopback().withTls(tls));
    assertThatThrownBy(() -> Sandbox.start(options))
        .isInstanceOf(SandboxException.class)
        .hasMessageStartingWith("The certificate cannot be used: ")
        .hasMessageContaining(why)
        .hasMessageNotContaining(PASSWORD);
  }

  private static KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static byte[] key() throws IOException, GeneralSecurityException {
    return store().getKey("sandbox", PASSWORD.toCharArray()).getEncoded();
  }

  private static Path pem(String name, String what, byte[] content) throws IOException {
    String base64 = Base64.getMimeEncoder().encodeToString(content);
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
  }
}
