package dev.athanor.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How large a component of a request may be: the value of a number, the length of a text, the size
 * of a list. Becomes part of the schema, which the catalogue enforces before a tool sees anything.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Bounds {
  /** The smallest value, length or size that is accepted. */
  double min() default 0;

  /** The largest value, length or size that is accepted. */
  double max();
}
