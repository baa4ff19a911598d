/** The SPI between a client and the providers of its credentials. Depends on the JDK alone. */
module dev.latchkey.auth {
  requires static org.jspecify;

  exports dev.latchkey.auth;
}
