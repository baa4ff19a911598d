/**
 * MGnify's side: three token endpoints and the study lists, with django-ninja's manners and error
 * bodies. Must not know GoFigr's side.
 */
@NullMarked
package dev.latchkey.sandbox.mgnify;

import org.jspecify.annotations.NullMarked;
