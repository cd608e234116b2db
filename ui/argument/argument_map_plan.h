/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "app/argument/claim_map.h"
#include "app/layout/argument_layout.h"

G_BEGIN_DECLS

#define DEM_ARGUMENT_MAP_TEXT 9.5
#define DEM_ARGUMENT_MAP_THESIS 11.5
#define DEM_ARGUMENT_MAP_META 9.0
#define DEM_ARGUMENT_MAP_PILL 8.7

/**
 * DemArgumentMapSizes: what boxes are made of, in pixels at the size of text of a context.
 * @scale: of text, 1 at the usual size
 * @padding: inside a box
 * @line: of the text of a claim
 * @meta: of the row with strength and citations
 * @box: the height of every box but a thesis's
 * @pill: the height of "3 reasons"
 * @pill_gap: between it and its box
 */
typedef struct
{
  double scale;
  double padding;
  double line;
  double meta;
  double box;
  double pill;
  double pill_gap;
} DemArgumentMapSizes;

void dem_argument_map_measure (PangoContext *pango, DemArgumentMapSizes *sizes);

/* The text of a box for a width of the box: of a thesis all, of others the short form on two lines, the end
 * of which may be missing. (transfer full) */
PangoLayout *dem_argument_map_create_text (DemClaimMap *map, guint box, guint column, PangoContext *pango, double width);

/* What is to be laid out, box by box and step by step as in the map. (transfer full) */
DemArgumentPlan *dem_argument_map_plan_new (DemClaimMap *map, PangoContext *pango);

G_END_DECLS
