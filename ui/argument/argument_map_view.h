/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/argument/evaluator.h"
#include "app/notebook/notebook.h"
#include "ui/common/flat_stage.h"

G_BEGIN_DECLS

/**
 * DemArgumentMapView:
 *
 * The argument map on screen: boxes unfold and fold on a click on their pill or handle, while the box that
 * was clicked stays where it is. Layouts come from a worker, and the old picture stands meanwhile. What is
 * selected elsewhere is unfolded to.
 *
 * Keys: arrows go from box to box along the connectors and in the column; towards reasons that are folded
 * they unfold. Space folds and unfolds, + unfolds and − folds. A accepts, D doubts and R rejects the claim,
 * 0 takes that back. Ctrl with arrows pans, with + and − zooms; the rest is #DemStage's. Actions:
 * `argument.fold`, `argument.unfold-all`, `argument.fold-all`, `argument.home`.
 *
 * Accessibility: that of #DemStage.
 */
#define DEM_TYPE_ARGUMENT_MAP_VIEW (dem_argument_map_view_get_type ())
G_DECLARE_FINAL_TYPE (DemArgumentMapView, dem_argument_map_view, DEM, ARGUMENT_MAP_VIEW, DemFlatStage)

GtkWidget *dem_argument_map_view_new (void);

/* Whose strengths are shown; without one the view evaluates the dossier in the focus's scenario by itself. */
void dem_argument_map_view_set_evaluator (DemArgumentMapView *self, DemEvaluator *evaluator);

/* Where A, D, R and 0 put what the reader assumes; without one they do nothing. @notebook is nullable. */
void dem_argument_map_view_set_notebook (DemArgumentMapView *self, DemNotebook *notebook);

/* Whether the reasons of a claim are shown; folding is animated. */
gboolean dem_argument_map_view_is_open (DemArgumentMapView *self, guint32 claim);
void dem_argument_map_view_set_open (DemArgumentMapView *self, guint32 claim, gboolean is_open);
void dem_argument_map_view_unfold_all (DemArgumentMapView *self);
void dem_argument_map_view_fold_all (DemArgumentMapView *self);

/* Whether everything is in its place: no layout is under way, and nothing moves. */
gboolean dem_argument_map_view_is_settled (DemArgumentMapView *self);

G_END_DECLS
