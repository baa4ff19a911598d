package dev.latchkey.cli.dialogue;

import dev.latchkey.auth.CredentialMissingException;
import dev.latchkey.cli.configure.Dialogue;
import dev.latchkey.cli.invocation.Invocation;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes the answers from standard input, one a line, and shows none of them. */
final class PipedDialogue implements Dialogue {

  /** No answer is as long. */
  private static final int LONGEST = 16 * 1024;

  private final InputStream in;
  private final Invocation invocation;

  PipedDialogue(Invocation invocation) {
    this.in = new BufferedInputStream(invocation.streams().in());
    this.invocation = invocation;
  }

  @Override
  public String ask(String question) {
    invocation.say(question.stripTrailing());
    return answer(question);
  }

  /** Takes the next line without showing what it answers. */
  String answer(String question) {
    try {
      String line =
          line()
              .orElseThrow(
                  () ->
                      new CredentialMissingException(
                          "Standard input ended before the answer to '" + question.strip() + "'."));
      if (line.length() > LONGEST) {
        throw new CredentialMissingException(
            "Standard input has no answer to '" + question.strip() + "', but an endless line.");
      }
      return line;
    } catch (IOException e) {
      throw new CredentialMissingException("Standard input cannot be read.");
    }
  }

  @Override
  public String askHidden(String question) {
    return ask(question);
  }

  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    for (; next >= 0 && next != '\n' && line.size() <= LONGEST; next = in.read()) {
      line.write(next);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  @Override
  public void say(String line) {
    invocation.say(line);
  }

  @Override
  public void warn(String line) {
    invocation.streams().say(line);
  }
}
