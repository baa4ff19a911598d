package dev.latchkey.cli.manual;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a command is used, one line each: help, manual pages and the reference show it before all
 * options. What stands behind two or more spaces is a remark.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Examples {

  /** {@return the lines} */
  String[] value();
}
