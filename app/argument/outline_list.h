/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/argument/outline.h"

G_BEGIN_DECLS

/**
 * DemOutlineList:
 *
 * The rows of an outline that are not folded away, as a list model. Its items are mere tokens: what stands in
 * a row is asked for by position, so that another outline can take the place of the first without new rows
 * where both agree.
 *
 * A thesis is always unfolded and so are its reasons at first; deeper reasons begin folded.
 */
#define DEM_TYPE_OUTLINE_LIST (dem_outline_list_get_type ())
G_DECLARE_FINAL_TYPE (DemOutlineList, dem_outline_list, DEM, OUTLINE_LIST, GObject)

DemOutlineList *dem_outline_list_new (void);

/* (nullable): what is folded stays so by the claims' ids, also when the dossier is another reading of the
 * same file. */
void dem_outline_list_set_outline (DemOutlineList *self, DemOutline *outline);
DemOutline *dem_outline_list_get_outline (DemOutlineList *self);

/* The node in a row; the position must be in range. */
guint32 dem_outline_list_get_node (DemOutlineList *self, guint position);

/* The row of a node, or DEM_NO_NODE when it is folded away. */
guint dem_outline_list_find (DemOutlineList *self, guint32 node);

gboolean dem_outline_list_is_unfolded (DemOutlineList *self, guint32 node);
void dem_outline_list_set_unfolded (DemOutlineList *self, guint32 node, gboolean unfolded);

/* Unfolds everything that a node stands under. */
void dem_outline_list_reveal (DemOutlineList *self, guint32 node);

/* The same of all claims that an actor (index) asserts. */
void dem_outline_list_reveal_claims_of (DemOutlineList *self, guint32 actor);

G_END_DECLS
