/** The provider {@code api-key}. */
module dev.latchkey.auth.apikey {
  requires static org.jspecify;
  requires dev.latchkey.auth;

  exports dev.latchkey.auth.apikey;

  provides dev.latchkey.auth.AuthProvider with
      dev.latchkey.auth.apikey.ApiKeyProvider;
}
