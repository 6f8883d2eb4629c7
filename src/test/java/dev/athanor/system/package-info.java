/**
 * The built product driven from outside: its command line, its console in a real browser, language
 * models that misbehave over HTTP, and kill -9. Nothing here calls a class of the product except to
 * read the files it wrote.
 */
@NullMarked
package dev.athanor.system;

import org.jspecify.annotations.NullMarked;
