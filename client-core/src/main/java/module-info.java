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

  uses dev.latchkey.auth.AuthProvider;
}
