/** What applications embed. Finds its provider on the module path or class path. */
module dev.latchkey.client {
  requires static org.jspecify;
  requires com.google.gson;
  requires io.smallrye.config;
  requires jdk.net;
  requires org.eclipse.microprofile.config;
  requires org.apache.httpcomponents.client5.httpclient5;
  requires org.apache.httpcomponents.core5.httpcore5;
  requires org.slf4j;
  requires transitive dev.latchkey.auth;

  exports dev.latchkey.client;
  exports dev.latchkey.client.gofigr;
  exports dev.latchkey.client.mgnify;

  uses dev.latchkey.auth.AuthProvider;
  uses dev.latchkey.auth.TokenStoreProvider;
  uses io.smallrye.config.ConfigSourceFactory;
  uses org.eclipse.microprofile.config.spi.ConfigSource;
  uses org.eclipse.microprofile.config.spi.ConfigSourceProvider;

  provides dev.latchkey.auth.TokenStoreProvider with
      dev.latchkey.client.internal.store.EncryptedTokenStoreProvider,
      dev.latchkey.client.internal.store.FileTokenStoreProvider,
      dev.latchkey.client.internal.store.KeyringTokenStoreProvider,
      dev.latchkey.client.internal.store.MemoryTokenStoreProvider;
}
