package dev.latchkey.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where providers are looked for. */
class ClassLoadersTest {

  @SuppressWarnings("NullAway") // the bootstrap loader is null
  private static final ClassLoader STRANGER = new ClassLoader(null) {};

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static ClassLoader chosenAt(@Nullable ClassLoader ofThread) {
    Thread.currentThread().setContextClassLoader(ofThread);
    return ClassLoaders.ofCaller();
  }

  @Test
  void followsTheThreadWhereItSeesUs() {
    ClassLoader application = new ClassLoader(ApiClient.class.getClassLoader()) {};
    assertThat(chosenAt(application)).isSameAs(application);
  }

  @Test
  void staysWithOurOwnWhereTheThreadHasNoneOrOneThatDoesNotSeeUs() {
    ClassLoader own = ApiClient.class.getClassLoader();
    assertThat(chosenAt(null)).isSameAs(own);
    assertThat(chosenAt(STRANGER)).isSameAs(own);
  }
}
