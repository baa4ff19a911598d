package dev.latchkey.sandbox.junit;

import dev.latchkey.sandbox.Sandbox;
import dev.latchkey.sandbox.SandboxOptions;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a sandbox for each test and closes it afterwards. It is given to parameters of type {@link
 * Sandbox} and to fields of that type that are neither static nor final:
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class MyTest {
 *   @Test
 *   void logsIn(Sandbox sandbox) { ... }
 * }
 * }</pre>
 *
 * <p>To choose its options, register it in a field: {@code @RegisterExtension final
 * SandboxExtension extension = SandboxExtension.of(options);}
 */
public final class SandboxExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

  private final SandboxOptions options;

  /** An extension whose sandboxes have {@link SandboxOptions#defaults()}. */
  public SandboxExtension() {
    this(SandboxOptions.defaults());
  }

  private SandboxExtension(SandboxOptions options) {
    this.options = options;
  }

  /** An extension whose sandboxes have these options. */
  public static SandboxExtension of(SandboxOptions options) {
    return new SandboxExtension(options);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IllegalAccessException {
    Sandbox sandbox = sandbox(context);
    for (Object test : context.getRequiredTestInstances().getAllInstances()) {
      for (Class<?> type = test.getClass(); type != Object.class; type = type.getSuperclass()) {
        inject(sandbox, test, type);
      }
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Sandbox sandbox = context.getStore(NAMESPACE).remove(Sandbox.class, Sandbox.class);
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class
        && context.getTestMethod().isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return sandbox(context);
  }

  private Sandbox sandbox(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Sandbox.class, type -> Sandbox.start(options), Sandbox.class);
  }

  private static void inject(Sandbox sandbox, Object test, Class<?> type)
      throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      int modifiers = field.getModifiers();
      boolean isOpen = !Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers);
      if (field.getType() == Sandbox.class && isOpen) {
        field.setAccessible(true);
        field.set(test, sandbox);
      }
    }
  }
}
