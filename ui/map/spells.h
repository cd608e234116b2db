/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/common/stance.h"
#include "ui/map/map_time.h"

G_BEGIN_DECLS

/* The strip of a pair's history, in pixels. */
#define DEM_MAP_STRIP_WIDTH 54.0
#define DEM_MAP_STRIP_HEIGHT 5.0

/* DemMapSpell: a piece of a strip: from one share of its width to another in a stance. */
typedef struct
{
  float from, to;
  DemStance stance;
} DemMapSpell;

/* The phases of a pair with a stance inside the period up to the moment, or %NULL when there are fewer than
 * two. (transfer full) (nullable) (element-type DemMapSpell) */
GArray *dem_map_spells_new (const DemMapTime *time, guint32 pair);

void dem_map_spells_draw (GArray *spells,
                          GtkSnapshot *snapshot,
                          const graphene_rect_t *strip,
                          const DemPalette *palette);

G_END_DECLS
