package dev.latchkey.cli.manual;

import dev.latchkey.cli.manual.Entry.Item;
import java.util.List;

/** What commands exit with, for manuals. */
final class ExitCodes {

  static final List<Item> ALL =
      List.of(
          new Item("0", "success"),
          new Item("1", "failure"),
          new Item("2", "wrong usage"),
          new Item("4", "not authenticated"),
          new Item("5", "forbidden"),
          new Item("6", "network or server"),
          new Item("7", "rate limited"),
          new Item("130", "interrupted"));

  private ExitCodes() {}
}
