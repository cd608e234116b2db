/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/dossier/items.h"
#include "ui/common/stance.h"

G_BEGIN_DECLS

/* The size of its text. */
#define DEM_MAP_LEGEND_POINTS 9.2

/**
 * DemMapLegend:
 *
 * What stands at the foot of a map or a network: samples of lines and marks with their words, and notes.
 * Filled, then laid out. It borrows the palette and refs the layouts.
 */
typedef struct _DemMapLegend DemMapLegend;

DemMapLegend *dem_map_legend_new (const DemPalette *palette);
void dem_map_legend_free (DemMapLegend *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemMapLegend, dem_map_legend_free)

void dem_map_legend_add_line (DemMapLegend *self, DemStance stance, PangoLayout *layout);

/* A shaded country; NONE for one of which nothing is told. */
void dem_map_legend_add_fill (DemMapLegend *self, DemStance stance, PangoLayout *layout);
void dem_map_legend_add_kind (DemMapLegend *self, DemActorKind kind, PangoLayout *layout);
void dem_map_legend_add_text (DemMapLegend *self, PangoLayout *layout);

/* The text that counts the actors without a place, which can be pointed at. */
void dem_map_legend_add_unplaced (DemMapLegend *self, PangoLayout *layout);

/* A text that is set only when everything stands, in the room of one that is as wide as it may get; NULL for none. */
void dem_map_legend_add_count (DemMapLegend *self, PangoLayout *widest);
void dem_map_legend_set_count (DemMapLegend *self, PangoLayout *layout);

/* The next entry begins a new row. */
void dem_map_legend_begin_row (DemMapLegend *self);

/**
 * dem_map_legend_lay_out:
 * @has_buttons: of the view, which stand beside it
 *
 * Its place is at the foot of a picture of that size, where reading begins: at the left, or at the right where text runs
 * from right to left.
 */
void dem_map_legend_lay_out (DemMapLegend *self, double width, double height, gboolean has_buttons);

/* Where the view's buttons stand; empty when it has none. */
const graphene_rect_t *dem_map_legend_get_buttons (DemMapLegend *self);

const graphene_rect_t *dem_map_legend_get_bounds (DemMapLegend *self);

/* (nullable): where it counts the actors without a place */
const graphene_rect_t *dem_map_legend_get_unplaced_box (DemMapLegend *self);

/* Scale factor as dem_map_draw_text() has it. */
void dem_map_legend_draw (DemMapLegend *self, GtkSnapshot *snapshot, int scale_factor);

G_END_DECLS
