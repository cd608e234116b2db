/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/outline.h"
#include "ui/common/palette.h"

G_BEGIN_DECLS

/* How far each level stands in, in pixels. */
#define DEM_OUTLINE_INDENT 20.0

/* Levels beyond this are not indented further, or the text would have no room. */
#define DEM_OUTLINE_DEEPEST 8

/* The level at which a node is drawn, from 0. */
guint dem_outline_get_level (const DemOutlineNode *node);

/**
 * dem_outline_links_passing:
 * @above: the same for the node's parent, 0 for roots
 *
 * The levels, as bits, at which the line between two linked premises passes a node that stands beneath the
 * first.
 */
guint32 dem_outline_links_passing (const DemOutlineNode *parent, guint32 above);

/**
 * DemOutlineLinks: what the lines of a row are drawn from.
 * @x: of the centre of a sign at level 0
 * @step: pixels from level to level, negative from right to left
 * @sign_y: of the centre of the row's own sign
 * @radius: of that sign
 * @height: of the row, which begins at 0
 * @gap: half of what is left free around @sign_y where a line passes the triangle of the row, 0 without one
 */
typedef struct
{
  double x;
  double step;
  double sign_y;
  double radius;
  double height;
  double gap;
} DemOutlineLinks;

/* Draws the dashed lines, with "&" on them, that join the signs of linked premises, as far as they run
 * through a row. */
void dem_outline_links_paint (GtkSnapshot *snapshot,
                              PangoContext *pango,
                              const DemOutlineNode *node,
                              guint32 passing,
                              const DemOutlineLinks *links,
                              const DemPalette *palette);

G_END_DECLS
