package dev.latchkey.sandbox.mgnify;

import dev.latchkey.sandbox.data.NumberRange;
import dev.latchkey.sandbox.http.Answers;
import dev.latchkey.sandbox.http.Refusal;
import io.javalin.http.Context;
import java.util.List;
import java.util.OptionalLong;

/** What the list and detail endpoints ask alike. */
final class Query {
  private final Manners manners;

  Query(Manners manners) {
    this.manners = manners;
  }

  /** The number in sight; 404 if there is none. */
  static long found(OptionalLong number) {
    return number.orElseThrow(() -> Refusal.of(404, "Not Found"));
  }

  /** The numbers in the order asked for, which by any of {@code fields} is their own. */
  static NumberRange ordered(Context ctx, NumberRange numbers, String... fields) {
    String order = ctx.queryParam("order");
    boolean descending =
        order != null && order.startsWith("-") && List.of(fields).contains(order.substring(1));
    return descending ? numbers.descending() : numbers;
  }

  /** Answers with an empty list. */
  void nothing(Context ctx) {
    Answers.json(ctx, 200, manners.page(ctx).of(List.of()));
  }
}
