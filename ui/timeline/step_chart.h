/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/phase_mark.h"

G_BEGIN_DECLS

/**
 * DemStepChart:
 *
 * The history of the selected pair, opened: each phase stands at the height of its stance, allied on top and hostile at the
 * bottom, around a line for neither, so that position says what colour and line say.
 */
typedef struct _DemStepChart DemStepChart;

/* The context and the pieces, which are in order of time, must outlive it. */
DemStepChart *dem_step_chart_new (const DemTimelineContext *context, const DemPhasePiece *pieces, guint n, double top,
                                  double height);
void dem_step_chart_free (DemStepChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemStepChart, dem_step_chart_free)

void dem_step_chart_draw_shapes (DemStepChart *self, const DemTimelinePainter *painter);
void dem_step_chart_draw_texts (DemStepChart *self, const DemTimelinePainter *painter);

/* What the keyboard's ring goes around: the step of a piece, from its line to the middle. */
graphene_rect_t dem_step_chart_get_bounds (DemStepChart *self, guint piece);

/* The height of the line for neither friend nor foe. */
double dem_step_chart_get_middle (DemStepChart *self);

/* Where the label of a piece is, for tests; FALSE when it has none. */
gboolean dem_step_chart_get_label (DemStepChart *self, guint piece, graphene_rect_t *bounds);

G_END_DECLS
