package dev.latchkey.client;

/** Which class loader sees the application's providers. */
final class ClassLoaders {

  private ClassLoaders() {}

  /**
   * The thread's, as application servers set it, or else our own: one that does not see this
   * library finds nothing that fits it.
   */
  static ClassLoader ofCaller() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null && seesUs(context) ? context : ApiClient.class.getClassLoader();
  }

  private static boolean seesUs(ClassLoader loader) {
    try {
      return Class.forName(ApiClient.class.getName(), false, loader) == ApiClient.class;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
