/**
 * What only shows when everything is there: discovery per class path and module path, the
 * architecture, the budgets, the installed command line, and the documents' code.
 */
@NullMarked
package dev.latchkey.it;

import org.jspecify.annotations.NullMarked;
