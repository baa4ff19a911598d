package dev.latchkey.cli;

import java.util.Iterator;

/** The names of the commands that are told of, for completion. */
final class CommandNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return CommandTree.names().iterator();
  }
}
