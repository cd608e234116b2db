/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/paint.h"
#include "ui/common/scene.h"
#include "ui/common/standings.h"
#include "ui/map/head.h"
#include "ui/map/land.h"
#include "ui/map/map_time.h"
#include "ui/map/map_world.h"

G_BEGIN_DECLS

/**
 * DemMapPost: a seat at which somebody sits in the period.
 * @seat: index into the world's seats
 * @state: the state whose marker it bears, or DEM_NO_INDEX
 * @crown: the state as a head, for when the marker is another's; empty without one
 * @name: of the state, else of the place
 * @heads: all others, the most telling first
 */
typedef struct
{
  guint32 seat;
  guint32 state;
  DemMapHead crown;
  char *name;
  GArray *heads; /* DemMapHead */
  guint degree;
  gboolean selected;
  gboolean dimmed;
  gboolean hypothetical;
} DemMapPost;

/**
 * DemMapTie: two posts and how their actors stand to each other at the moment.
 * @relation: the phase that says so
 * @a: index of the post of the pair's first actor
 * @label: (nullable): the phase's
 */
typedef struct
{
  guint32 pair;
  guint32 relation;
  guint32 a;
  guint32 b;
  DemStance stance;
  char *label;
  guint degree;
  gboolean of_states;
  gboolean of_selected; /* one of the two is selected: drawn from afar, too */
  gboolean in_perspective; /* it is a relation of the actor whose relations are shown */
  gboolean selected;
  gboolean dimmed;
} DemMapTie;

/**
 * DemMapContent:
 *
 * Who and what is on the map for what is looked at, whatever the camera: gathered once for each change of the
 * focus. Immutable but for the texts that it remembers; reference counted; for one thread.
 */
typedef struct _DemMapContent DemMapContent;

DemMapContent *dem_map_content_new (DemMapWorld *world, const DemSceneInput *input);
DemMapContent *dem_map_content_ref (DemMapContent *self);
void dem_map_content_unref (DemMapContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemMapContent, dem_map_content_unref)

/* Whether it would be the same if it were gathered again. */
gboolean dem_map_content_is_current (DemMapContent *self, DemMapWorld *world, const DemSceneInput *input);

/* Whether the same marks and lines are drawn for both, wherever the camera is; how pairs came to stand so aside. */
gboolean dem_map_content_looks_like (DemMapContent *self, DemMapContent *other);

DemMapWorld *dem_map_content_get_world (DemMapContent *self);
const DemPalette *dem_map_content_get_palette (DemMapContent *self);
DemLandStyle *dem_map_content_get_land_style (DemMapContent *self);
const DemMapTime *dem_map_content_get_time (DemMapContent *self);

/* (element-type DemMapPost), (element-type DemMapTie), and actors without a seat (element-type guint32). */
GArray *dem_map_content_get_posts (DemMapContent *self);
GArray *dem_map_content_get_ties (DemMapContent *self);
GArray *dem_map_content_get_unplaced (DemMapContent *self);

/**
 * dem_map_content_get_standing:
 *
 * How an actor stands to the one whose relations are shown; %NULL without such a perspective, or when nothing is told.
 */
const DemStanding *dem_map_content_get_standing (DemMapContent *self, guint32 actor);

/* The state whose country a code is in a perspective, while something is told of it; DEM_NO_INDEX otherwise. */
guint32 dem_map_content_find_country (DemMapContent *self, const char *code);

/* Whether anything is told of a pair in the period. */
gboolean dem_map_content_tells_of (DemMapContent *self, guint32 pair);

/* Whether any country is shaded by its stance. */
gboolean dem_map_content_has_standings (DemMapContent *self);

/* Indices of the posts and of the ties, the most important first: what is selected, what has to do with it, then what
 * the dossier says most about. */
const guint *dem_map_content_get_post_order (DemMapContent *self);
const guint *dem_map_content_get_tie_order (DemMapContent *self);

/* A layout for a text, made once. (transfer none) */
PangoLayout *
dem_map_content_get_layout (DemMapContent *self, const char *text, double points, DemTextStyle style);

/* How much larger than usual the text of a context is, 1 by default. */
double dem_map_get_text_scale (PangoContext *pango);
double dem_map_content_get_text_scale (DemMapContent *self);

G_END_DECLS
