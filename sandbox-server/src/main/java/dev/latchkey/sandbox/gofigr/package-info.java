/**
 * GoFigr's side: token pairs, API keys, workspaces and analyses, with Django REST framework's
 * manners and error bodies. Must not know MGnify's side.
 */
@NullMarked
package dev.latchkey.sandbox.gofigr;

import org.jspecify.annotations.NullMarked;
