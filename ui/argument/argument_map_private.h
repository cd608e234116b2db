/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What argument_map_scene.c and argument_map_draw.c share. */

#include "ui/argument/argument_map_plan.h"
#include "ui/argument/argument_map_scene.h"

G_BEGIN_DECLS

#define DEM_ARGUMENT_MAP_RADIUS 8.0
#define DEM_ARGUMENT_MAP_JOINT 9.0    /* radius of "&" */
#define DEM_ARGUMENT_MAP_BREAK 8.0    /* radius of what breaks a link */
#define DEM_ARGUMENT_MAP_HANDLE 9.0   /* radius of what folds */
#define DEM_ARGUMENT_MAP_HANDLE_AT 18 /* from the start of a box */

struct _DemArgumentMapScene
{
  GObject parent_instance;

  DemClaimMap *map;
  DemArgumentLayout *layout;
  DemEvaluation *now;    /* nullable */
  DemEvaluation *before; /* nullable */
  DemRelevance *relevance;
  const DemPalette *palette;
  PangoContext *pango;
  DemArgumentMapSizes sizes;
  gboolean rtl;
  double width, height;

  DemStageCamera camera;
  graphene_point_t origin;
  graphene_rect_t *boxes;
  double *opacities;
  DemArgumentRoutes *routes;
  guint32 handle;
  gboolean framed;
  GArray *marks; /* DemMark */
};

/* What the marks are described with. */
DemArgumentMapWords dem_argument_map_scene_get_words (DemArgumentMapScene *self);

/* From the layout's pixels to the picture's. */
graphene_point_t dem_argument_map_scene_project (DemArgumentMapScene *self, double x, double y);
graphene_rect_t dem_argument_map_scene_project_rect (DemArgumentMapScene *self, const graphene_rect_t *rect);

/* The pill under a folded box, and the handle of an open one, in the layout's pixels. */
graphene_rect_t dem_argument_map_scene_get_pill (DemArgumentMapScene *self, guint box);
graphene_point_t dem_argument_map_scene_get_handle (DemArgumentMapScene *self, guint box);

/* Whether a box or a step has to do with what is selected. */
gboolean dem_argument_map_scene_is_relevant (DemArgumentMapScene *self, DemRef ref);

void dem_argument_map_draw (DemArgumentMapScene *self, GtkSnapshot *snapshot);
void dem_argument_map_draw_ring (DemArgumentMapScene *self, GtkSnapshot *snapshot, DemRef ref);

/* argument_map_lines.c: the connectors with their ends and signs. */
void dem_argument_map_draw_lines (DemArgumentMapScene *self, GtkSnapshot *snapshot);

/* argument_map_frame.c: legend and notices. */
void dem_argument_map_draw_frame (DemArgumentMapScene *self, GtkSnapshot *snapshot);

/* The tip of a step, with its claim at the left of the origin: an arrow or a bar. The context's colour. */
void dem_argument_map_trace_end (cairo_t *cr, DemSign sign);

/* Sets the line of a sign: solid, dashed or dotted. */
void dem_argument_map_set_line (cairo_t *cr, DemSign sign, gboolean is_trunk);

/* A disc with "&", × or −. */
typedef enum
{
  DEM_DISC_JOINT,
  DEM_DISC_BREAK,
  DEM_DISC_FOLD,
} DemDisc;

/* Around a point of the layout. */
void dem_argument_map_draw_disc (DemArgumentMapScene *self,
                                 GtkSnapshot *snapshot,
                                 DemDisc disc,
                                 const graphene_point_t *at,
                                 const GdkRGBA *color);

/* Around a point of the picture, at any size; for the legend. */
void dem_argument_map_paint_disc (DemArgumentMapScene *self,
                                  GtkSnapshot *snapshot,
                                  DemDisc disc,
                                  double x,
                                  double y,
                                  double scale,
                                  const GdkRGBA *color);

/* What was assumed: ✓, ? or ×, in the scenario's colour. */
void dem_argument_map_paint_badge (
    DemArgumentMapScene *self, GtkSnapshot *snapshot, double x, double y, double scale, double strength);

G_END_DECLS
