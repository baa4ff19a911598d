package dev.latchkey.client;

/** Which class loader sees the application's providers. */
final class ClassLoaders {

  private ClassLoaders() {}

  /** The thread's, as application servers set it, or else our own. */
  static ClassLoader ofCaller() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : ApiClient.class.getClassLoader();
  }
}
