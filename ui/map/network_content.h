/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/layout/network_graph.h"
#include "app/notebook/notebook.h"
#include "ui/common/paint.h"
#include "ui/map/map_content.h"

G_BEGIN_DECLS

/* Radii of marks in pixels: a state's ring to its outer edge, the head of anybody else. */
#define DEM_NETWORK_RING 8.0
#define DEM_NETWORK_HEAD 9.5

/**
 * DemNetworkActor:
 * @head: who it is and how it is shown
 * @within: index of the actor in whose hull it stands, or DEM_NETWORK_NO_NODE
 * @has_hull: others stand in its hull
 * @past: it ended before the moment that is shown
 * @pinned: the reader has put it where it is
 *
 * An actor of the period; its index is that of its node in the graph.
 */
typedef struct
{
  DemMapHead head;
  guint within;
  gboolean has_hull;
  gboolean past;
  gboolean pinned;
} DemNetworkActor;

/**
 * DemNetworkTie:
 * @relation: the phase that says so
 * @a: (and @b): indices of actors
 * @label: (nullable): the phase's, owned by the dossier
 * @past: one of the two has ended: how they stood at that time
 *
 * Two actors and how they stand to each other; its index is that of its link in the graph.
 */
typedef struct
{
  guint32 pair;
  guint32 relation;
  guint a, b;
  DemStance stance;
  const char *label;
  guint degree;
  gboolean past;
  gboolean selected;
  gboolean dimmed;
} DemNetworkTie;

/**
 * DemNetworkContent:
 *
 * Who is in the network for what is looked at, and who has to do with whom: gathered once for each change of
 * the focus. Immutable but for the texts that it remembers; reference counted; for one thread.
 */
typedef struct _DemNetworkContent DemNetworkContent;

/* @notebook is nullable; @world gives hints where the reader would look for somebody. */
DemNetworkContent *
dem_network_content_new (const DemSceneInput *input, DemNotebook *notebook, DemMapWorld *world);
DemNetworkContent *dem_network_content_ref (DemNetworkContent *self);
void dem_network_content_unref (DemNetworkContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNetworkContent, dem_network_content_unref)

/* Whether it would be the same if it were gathered again, pins aside. */
gboolean dem_network_content_is_current (DemNetworkContent *self, const DemSceneInput *input);

/* Whether the same marks and lines are drawn for both, wherever they stand. */
gboolean dem_network_content_looks_like (DemNetworkContent *self, DemNetworkContent *other);

/* (element-type DemNetworkActor), (element-type DemNetworkTie) */
GArray *dem_network_content_get_actors (DemNetworkContent *self);
GArray *dem_network_content_get_ties (DemNetworkContent *self);

/* (element-type DemNetworkTie): pairs of whom something is told in the period but no line: a hull says that
 * one belongs to the other, or it was over before the end. */
GArray *dem_network_content_get_untied (DemNetworkContent *self);

/* Indices of all ties, the weightiest first: what is selected, then what is not dimmed, states, and who was
 * most in touch. */
const guint *dem_network_content_get_tie_order (DemNetworkContent *self);

/* The same of actors: what is selected, then who stands in no hull, then who has most to do with others. */
const guint *dem_network_content_get_actor_order (DemNetworkContent *self);

/* What is to be laid out: a node for each actor, a link for each tie. */
DemNetworkGraph *dem_network_content_get_graph (DemNetworkContent *self);

DemDossier *dem_network_content_get_dossier (DemNetworkContent *self);
const DemMapTime *dem_network_content_get_time (DemNetworkContent *self);

/* Whether anybody of the dossier has a place on earth: without one there is no map. */
gboolean dem_network_content_has_places (DemNetworkContent *self);

/* The palette of a network, whose background is white where a map's is sea. */
const DemPalette *dem_network_content_get_palette (DemNetworkContent *self);

/* The index of an actor of the dossier, or DEM_NETWORK_NO_NODE. */
guint dem_network_content_find (DemNetworkContent *self, guint32 actor);

/* A layout for a text, made once; wide text wraps at @width (0: never), in the middle. (transfer none) */
PangoLayout *dem_network_content_get_layout (
    DemNetworkContent *self, const char *text, double points, DemTextStyle style, double width);

/* An actor's name as it stands below its head, and the years under it where it has ended (NULL otherwise). */
PangoLayout *dem_network_content_get_name (DemNetworkContent *self, guint actor);
PangoLayout *dem_network_content_get_years (DemNetworkContent *self, guint actor);

G_END_DECLS
