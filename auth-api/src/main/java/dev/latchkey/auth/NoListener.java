package dev.latchkey.auth;

/** Takes no note. */
enum NoListener implements AuthListener {
  INSTANCE;

  @Override
  public void on(AuthEvent event) {}
}
