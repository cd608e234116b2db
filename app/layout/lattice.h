/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DEM_NO_SLOT G_MAXUINT

/**
 * DemLatticeItem:
 * @width: of its box, which stands evenly to both sides of its point
 * @above: (and @below): how far the box reaches from the point
 * @slot: where in the lattice it stands, row by row; on input where it stood, or %DEM_NO_SLOT
 * @x: (and @y): out: its point, counted from the middle of the lattice's upper edge
 */
typedef struct
{
  double width, above, below;
  guint slot;
  double x, y;
} DemLatticeItem;

/* DemLatticeLink: two items that should stand near each other. */
typedef struct
{
  guint a, b;
} DemLatticeLink;

/**
 * dem_lattice_place:
 * @columns: how many the lattice had, or 0
 *
 * Stands items in columns, two as long as they are few, linked ones side by side. Who stood in it before
 * keeps the slot; others take free ones, and none is moved for them.
 *
 * Returns: how many columns it has
 */
guint
dem_lattice_place (DemLatticeItem *items, guint n, const DemLatticeLink *links, guint n_links, guint columns);

G_END_DECLS
