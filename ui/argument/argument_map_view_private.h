/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the view share: argument_map_view.c is the widget, argument_map_view_layout.c brings
 * boxes to their places, argument_map_view_fold.c knows what is unfolded, argument_map_view_keys.c hears the
 * keyboard. */

#include <adwaita.h>

#include "ui/argument/argument_map_motion.h"
#include "ui/argument/argument_map_scene.h"
#include "ui/argument/argument_map_view.h"

G_BEGIN_DECLS

struct _DemArgumentMapView
{
  DemFlatStage parent_instance;

  GtkWidget *buttons;

  DemEvaluator *evaluator;
  gboolean evaluates_itself;
  DemNotebook *notebook; /* nullable */

  DemOutline *outline; /* nullable */
  gboolean *is_open;   /* by claim of the outline's dossier */
  double line;         /* height of text when it was measured */

  DemClaimMap *map;          /* nullable: what is on screen */
  DemArgumentLayout *layout; /* of it */
  graphene_point_t origin;   /* of it */
  DemArgumentMotion *motion; /* nullable: boxes are on their way */
  AdwAnimation *animation;   /* nullable */

  DemClaimMap *awaited; /* nullable: what is being laid out */
  GCancellable *cancellable;
  gboolean stale;       /* something else is to be shown */
  guint32 anchor;       /* the claim whose box stays where it is, or DEM_NO_INDEX */
  DemRef to_reveal;     /* as soon as it is there */
  gboolean speaks_fold; /* the keyboard has folded what it is on */
  gboolean shows_all;   /* home is everything, however small */

  guint32 hovered; /* a claim, or DEM_NO_INDEX */
};

gboolean dem_argument_map_view_is_rtl (DemArgumentMapView *self);

/* The scene on screen, or NULL while nothing is laid out. */
DemArgumentMapScene *dem_argument_map_view_get_scene (DemArgumentMapView *self);

/* Something else is to be shown: it is laid out when the next scene is asked for. */
void dem_argument_map_view_refresh (DemArgumentMapView *self);

/* Says anew what the keyboard is on: its strength, or what is folded. */
void dem_argument_map_view_speak_again (DemArgumentMapView *self, DemRef ref);

/* argument_map_view_layout.c: lays out on a worker what is unfolded; or forgets all of it. */
void dem_argument_map_view_lay_out (DemArgumentMapView *self, PangoContext *pango);
void dem_argument_map_view_drop_map (DemArgumentMapView *self);

/* argument_map_view_fold.c: the outline of a dossier in a scenario, with what was unfolded before of the
 * same. */
void dem_argument_map_view_set_outline (DemArgumentMapView *self, DemDossier *dossier, guint32 scenario);

/* What is selected anywhere comes out of what hides it. */
void dem_argument_map_view_unfold_to_selection (DemArgumentMapView *self);

/* Folds or unfolds the box under the cursor; FALSE when there is nothing to fold that way. */
gboolean dem_argument_map_view_fold (DemArgumentMapView *self, gboolean can_open, gboolean can_close);

/* argument_map_view_keys.c: the controller that hears keys before the stage does. */
void dem_argument_map_view_add_keys (DemArgumentMapView *self);

G_END_DECLS
