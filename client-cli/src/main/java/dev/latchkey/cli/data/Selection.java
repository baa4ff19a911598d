package dev.latchkey.cli.data;

import dev.latchkey.cli.failure.UsageException;
import dev.latchkey.cli.output.TextTable;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.burt.jmespath.jcf.JcfRuntime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JMESPath expression that is applied to each record: what it gives takes the record's place, and
 * null or false leaves it out.
 */
final class Selection {

  private final @Nullable Expression<Object> expression;

  private Selection(@Nullable Expression<Object> expression) {
    this.expression = expression;
  }

  /** Reads an expression; none selects everything as it is. */
  static Selection of(@Nullable String text) {
    try {
      return new Selection(text == null ? null : new JcfRuntime().compile(text));
    } catch (StackOverflowError e) {
      throw new UsageException("--select is nested too deeply.");
    } catch (JmesPathException e) {
      throw new UsageException(
          "--select is not a JMESPath expression, such as '{id: accession, biome: biome.lineage}':"
              + " "
              + TextTable.visible(String.valueOf(e.getMessage()))
              + ".");
    }
  }

  List<?> of(List<?> records) {
    return expression == null ? records : records.stream().flatMap(this::of).toList();
  }

  private Stream<Object> of(Object each) {
    try {
      Object selected = expression == null ? each : expression.search(each);
      return selected == null || Boolean.FALSE.equals(selected)
          ? Stream.empty()
          : Stream.of(selected);
    } catch (JmesPathException e) {
      throw new UsageException(
          "--select does not fit the records: "
              + TextTable.visible(String.valueOf(e.getMessage()))
              + ".");
    }
  }
}
