/**
 * What commands write, and where: data, talk, tables, JSON and progress. Knows neither the client
 * nor any command.
 */
@NullMarked
package dev.latchkey.cli.output;

import org.jspecify.annotations.NullMarked;
