/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/layout/network_layout.h"
#include "ui/common/stage.h"
#include "ui/map/arcs.h"
#include "ui/map/legend.h"
#include "ui/map/network_content.h"
#include "ui/map/raster.h"
#include "ui/map/spells.h"

G_BEGIN_DECLS

/**
 * DemNetworkSign:
 * @x: (and @y): the middle of its mark
 * @fold: the number that stands for it, an index of the picture's folds, or DEM_NETWORK_NO_NODE: it is drawn itself
 * @name: (nullable): where there is room for it
 *
 * An actor in a picture.
 */
typedef struct
{
  double x, y;
  guint fold;
  PangoLayout *name;
  PangoLayout *years;
  graphene_rect_t bounds; /* of the name and the years */
} DemNetworkSign;

/* DemNetworkHull: the hull of an actor's members. */
typedef struct
{
  guint actor;
  double x, y, width, height;
} DemNetworkHull;

/* DemNetworkFold: a number that stands for actors who would lie on one another: in a hull, or beside the one
 * of them whose mark is drawn. */
typedef struct
{
  guint host;
  guint n;
  PangoLayout *count;
  graphene_rect_t box;
} DemNetworkFold;

/* DemNetworkLabel: what stands at a line: its phase, and the pair's history if it has one. */
typedef struct
{
  guint arc;
  graphene_rect_t bounds;
  PangoLayout *layout;
  graphene_point_t text_at;
  GArray *spells; /* (nullable) (element-type DemMapSpell) */
  graphene_rect_t strip;
} DemNetworkLabel;

/**
 * DemNetworkPicture:
 * @scale_factor: of the screen, 0 on paper
 * @signs: (element-type DemNetworkSign): by actor
 * @hulls: (element-type DemNetworkHull)
 * @folds: (element-type DemNetworkFold)
 * @arcs: (element-type DemMapArc): their tie, from and to are indices of the content
 * @raster: (nullable): hulls, lines and heads, drawn or about to be, where there are many and they go to a screen
 * @labels: (element-type DemNetworkLabel)
 *
 * Where everything of a network stands for one camera.
 */
typedef struct
{
  DemNetworkContent *content;
  double width, height;
  int scale_factor;
  GArray *signs;
  GArray *hulls;
  GArray *folds;
  GArray *arcs;
  DemMapRaster *raster;
  GArray *labels;
  DemMapLegend *legend;
} DemNetworkPicture;

/**
 * dem_network_picture_new:
 * @layout: (nullable): of the content's graph; without one the picture has a legend only
 * @scale_factor: of the screen, whose lower right corner belongs to a view's buttons; 0 on paper
 */
DemNetworkPicture *dem_network_picture_new (DemNetworkContent *content,
                                            DemNetworkLayout *layout,
                                            double width,
                                            double height,
                                            DemStageCamera camera,
                                            int scale_factor);
void dem_network_picture_free (DemNetworkPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNetworkPicture, dem_network_picture_free)

/* How much wider than high the room for the actors is in a picture of that size. */
double dem_network_get_aspect (PangoContext *pango, double width, double height);

/* The camera that shows everybody in a picture of that size. */
DemStageCamera dem_network_camera_home (DemNetworkLayout *layout, PangoContext *pango, double width, double height);

void dem_network_picture_draw (DemNetworkPicture *self, GtkSnapshot *snapshot);

/* Hulls, tethers, lines and heads: all that is no text. */
void dem_network_picture_draw_shapes (DemNetworkPicture *self, cairo_t *cr);

/* The same without the heads of actors, and one head alone (FALSE if it is folded). */
void dem_network_picture_draw_setting (DemNetworkPicture *self, GtkSnapshot *snapshot);
gboolean dem_network_picture_draw_head (DemNetworkPicture *self, GtkSnapshot *snapshot, guint actor);
void dem_network_picture_draw_ring (DemNetworkPicture *self, GtkSnapshot *snapshot, DemRef ref);

/* The box in which an actor's head is drawn. */
graphene_rect_t dem_network_picture_get_head_box (DemNetworkPicture *self, guint actor);

/* The box of the pin at its upper right, if it is pinned. */
graphene_rect_t dem_network_picture_get_pin_box (DemNetworkPicture *self, guint actor);

static inline const DemNetworkSign *
dem_network_picture_get_sign (DemNetworkPicture *self, guint index)
{
  return &g_array_index (self->signs, DemNetworkSign, index);
}

static inline const DemNetworkActor *
dem_network_picture_get_actor (DemNetworkPicture *self, guint index)
{
  return &g_array_index (dem_network_content_get_actors (self->content), DemNetworkActor, index);
}

static inline const DemNetworkTie *
dem_network_picture_get_tie (DemNetworkPicture *self, const DemMapArc *arc)
{
  return &g_array_index (dem_network_content_get_ties (self->content), DemNetworkTie, arc->tie);
}

G_END_DECLS
