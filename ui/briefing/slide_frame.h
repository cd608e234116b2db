/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/briefing/talk.h"
#include "ui/briefing/slide_marks.h"
#include "ui/briefing/slide_view.h"

G_BEGIN_DECLS

/**
 * DemSlideFrame:
 *
 * A slide with what lies over it, as a screen shows it: the audience's, or the speaker's copy. The pointer over it is the
 * talk's tool: it points, draws and erases; both screens hear of it through `pointed` and `drawn`.
 *
 * Signals: `pointed` (double x, double y): shares of width and height, NAN when the pointer has left;
 * `drawn` (guint n, gpointer points): n points of a stroke that goes on; 0 when it has ended.
 *
 * CSS: node `slideframe`.
 */
#define DEM_TYPE_SLIDE_FRAME (dem_slide_frame_get_type ())
G_DECLARE_FINAL_TYPE (DemSlideFrame, dem_slide_frame, DEM, SLIDE_FRAME, GtkWidget)

/* @of_audience: shows what the audience sees, else what the speaker does */
GtkWidget *dem_slide_frame_new (DemTalk *talk, DemEvaluator *evaluator, gboolean of_audience);

DemSlideView *dem_slide_frame_get_slide (DemSlideFrame *self);
DemSlideMarks *dem_slide_frame_get_marks (DemSlideFrame *self);

G_END_DECLS
