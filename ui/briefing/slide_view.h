/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/argument/evaluator.h"
#include "app/briefing/talk_stop.h"
#include "app/notebook/notebook.h"
#include "ui/common/stage.h"

G_BEGIN_DECLS

/**
 * DemSlideView:
 *
 * A stop as the audience sees it: what it says, its map, network or argument, and its time. Everything is in proportion to the
 * slide, so that the same stop looks alike on a wall and as a copy at the desk. Where the slide is no wider than a monitor of
 * old, the text stands over the stage.
 *
 * What it shows of the dossier follows its focus; from stop to stop the camera moves in 900 ms, and at once where animations
 * are off. It has its own colours, dark or light.
 *
 * Properties: `dark` (boolean).
 *
 * Accessibility: role GROUP, whose label is what the slide says.
 */
#define DEM_TYPE_SLIDE_VIEW (dem_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (DemSlideView, dem_slide_view, DEM, SLIDE_VIEW, GtkWidget)

GtkWidget *dem_slide_view_new (void);

/* What its stage and time show. Once. */
void dem_slide_view_set_focus (DemSlideView *self, DemFocus *focus);
void dem_slide_view_set_evaluator (DemSlideView *self, DemEvaluator *evaluator);
void dem_slide_view_set_notebook (DemSlideView *self, DemNotebook *notebook); /* (nullable) */
void dem_slide_view_set_dark (DemSlideView *self, gboolean dark);

/**
 * dem_slide_view_show:
 * @stop: (nullable): nothing is said without
 * @number: (nullable): "5 of 11"
 * @marking: (nullable): the line on every slide
 * @animate: whether the camera moves; text fades
 *
 * Comes to a stop; the focus has to look at it already.
 */
void dem_slide_view_show (
    DemSlideView *self, DemTalkStop *stop, const char *number, const char *marking, gboolean animate);

/* What stands on the stage: the stop's, or something else while exploring. */
void dem_slide_view_set_stage (DemSlideView *self, DemStageKind stage);

/* The widget on the stage. (transfer none) */
DemStage *dem_slide_view_get_stage (DemSlideView *self);

/* Puts the stage's camera where that of another view of the same focus is. */
void dem_slide_view_follow (DemSlideView *self, DemSlideView *other);

/* Whether the stage takes the pointer and keys: to explore. */
void dem_slide_view_set_live (DemSlideView *self, gboolean live);

/* Whether not all of the text fits. */
gboolean dem_slide_view_is_cut (DemSlideView *self);

/* Signal `moved`: the camera has moved while the stage was live. */

G_END_DECLS
