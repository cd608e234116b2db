/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/fans.h"
#include "ui/map/labels.h"
#include "ui/map/legend.h"
#include "ui/map/plates.h"
#include "ui/map/raster.h"

G_BEGIN_DECLS

/**
 * DemMapLayout:
 * @zoom: the camera's
 * @bends: by tie
 * @spots: (element-type DemMapSpot): by post
 * @arcs: (element-type DemMapArc)
 * @raster: (nullable): the arcs, drawn or about to be, where there are many and they go to a screen
 * @fans: (element-type DemMapFan)
 * @plates: (element-type DemMapPlate): by spot
 * @labels: (element-type DemMapLabel)
 * @n_left_out: relations in view that are not drawn
 * @n_unseen: actors in view for whom there is no room: neither head nor number, or a marker without a name
 * @scale_factor: of the screen, 0 on paper
 *
 * Where everything on a map stands for one camera.
 */
typedef struct
{
  DemMapContent *content;
  DemMapViewport viewport;
  double zoom;
  float *bends;
  GArray *spots;
  GArray *arcs;
  DemMapRaster *raster;
  GArray *fans;
  GArray *plates;
  GArray *labels;
  DemMapLegend *legend;
  guint n_left_out;
  guint n_unseen;
  int scale_factor;
} DemMapLayout;

/**
 * dem_map_layout_new:
 * @unfold: which seats show their actors one by one
 * @before: (nullable): the layout of the picture before; names keep their sides where they can
 * @scale_factor: of the screen, where the lower right corner belongs to a view's buttons; 0 on paper, which says
 * whose borders it shows instead
 */
DemMapLayout *dem_map_layout_new (DemMapContent *content,
                                  double width,
                                  double height,
                                  DemMapCamera camera,
                                  const DemMapUnfold *unfold,
                                  const DemMapLayout *before,
                                  int scale_factor);
void dem_map_layout_free (DemMapLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemMapLayout, dem_map_layout_free)

static inline const DemMapPost *
dem_map_layout_get_post (const DemMapLayout *self, guint spot)
{
  return &g_array_index (dem_map_content_get_posts (self->content), DemMapPost, spot);
}

static inline const DemMapTie *
dem_map_layout_get_tie (const DemMapLayout *self, const DemMapArc *arc)
{
  return &g_array_index (dem_map_content_get_ties (self->content), DemMapTie, arc->tie);
}

/* What is at a point, the nearest within a tolerance. */
DemRef dem_map_layout_hit (const DemMapLayout *self, double x, double y, double tolerance);

/* The arcs alone. */
void dem_map_layout_draw_arcs (const DemMapLayout *self, cairo_t *cr);

/* Arcs, markers, names, legend: all but the land. */
void dem_map_layout_draw (const DemMapLayout *self, GtkSnapshot *snapshot);

/* The same without actors' markers and heads, and those of one actor alone (FALSE if it is folded). */
void dem_map_layout_draw_setting (const DemMapLayout *self, GtkSnapshot *snapshot);
gboolean dem_map_layout_draw_actor (const DemMapLayout *self, GtkSnapshot *snapshot, guint32 actor);

/* The ring around a mark. */
void dem_map_layout_draw_ring (const DemMapLayout *self, GtkSnapshot *snapshot, const DemMark *mark);

G_END_DECLS
