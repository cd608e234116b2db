/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/briefing/talk.h"

G_BEGIN_DECLS

/**
 * DemSlideMarks:
 *
 * What lies over a slide: the pointer of a laser, the light of a spot, strokes of a pen, black or white. It takes no input.
 * Places are shares of the slide's width and height, so that the same is seen on every screen.
 */
#define DEM_TYPE_SLIDE_MARKS (dem_slide_marks_get_type ())
G_DECLARE_FINAL_TYPE (DemSlideMarks, dem_slide_marks, DEM, SLIDE_MARKS, GtkWidget)

GtkWidget *dem_slide_marks_new (void);

/* What is seen at the pointer: laser, spotlight, pen or eraser. */
void dem_slide_marks_set_tool (DemSlideMarks *self, DemTalkTool tool);

/* Where the pointer is; NAN for nowhere. */
void dem_slide_marks_set_pointer (DemSlideMarks *self, double x, double y);

/* (nullable) (element-type DemStroke): those that are done, and the one that is being drawn */
void dem_slide_marks_set_strokes (DemSlideMarks *self, GPtrArray *strokes);
void dem_slide_marks_set_stroke (DemSlideMarks *self, const double *points, guint n_points);

/* Black and white cover all. */
void dem_slide_marks_set_screen (DemSlideMarks *self, DemTalkScreen screen);

/* How wide a pen draws, as a share of the slide's width; and how far an eraser reaches. */
#define DEM_PEN_WIDTH (6.0 / 1920)
#define DEM_ERASER_RADIUS (24.0 / 1920)

G_END_DECLS
