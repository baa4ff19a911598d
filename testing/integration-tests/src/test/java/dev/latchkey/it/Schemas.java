package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;

/** The schemas in {@code docs/schema}. Stateless. */
final class Schemas {

  private Schemas() {}

  /**
   * Makes sure that output is as its schema says.
   *
   * @param name of the schema, such as {@code status-1}
   * @return the output
   */
  static String requireValid(String name, String output) {
    Validator validator =
        new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    Validator.Result result = validator.validate(register(validator, name), output);
    assertThat(result.getErrors()).as(output).isEmpty();
    return output;
  }

  private static URI register(Validator validator, String name) {
    try {
      return validator.registerSchema(
          Files.readString(Reactor.root().resolve("docs/schema/" + name + ".schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
