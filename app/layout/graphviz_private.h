/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files that call Graphviz share. It has one state for the whole process, and two layouts at once
 * crash: whoever touches it does so between begin and end, and whoever comes second waits. */

#include <glib.h>
#include <gvc.h>
#include <locale.h>

G_BEGIN_DECLS

typedef struct
{
  locale_t plain;
  locale_t before;
} DemGraphvizHold;

/* Waits for its turn. Returns: (transfer none): the one context, %NULL when there cannot be one */
GVC_t *dem_graphviz_begin (DemGraphvizHold *hold);
void dem_graphviz_end (DemGraphvizHold *hold);

/* An attribute of a graph, a node or an edge. */
void dem_graphviz_set (void *object, const char *name, const char *value);

G_END_DECLS
