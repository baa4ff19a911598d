/**
 * GoFigr's own objects, for notebooks and scripts: who one is, workspaces and analyses, found by
 * name or id. Built on {@link dev.latchkey.client.ApiClient} alone: it knows paths and fields, and
 * nothing of credentials, transports or settings.
 */
@NullMarked
package dev.latchkey.client.gofigr;

import org.jspecify.annotations.NullMarked;
