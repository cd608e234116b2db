/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

/**
 * DemFrame:
 *
 * What stands around and behind events and bands: the axis, today and the future, the chosen period, names of the lanes.
 */
typedef struct _DemFrame DemFrame;

/**
 * dem_frame_new:
 * @bar_end: how far the bar on top is taken from the left; today's tag gives way
 *
 * The context must outlive it.
 */
DemFrame *dem_frame_new (const DemTimelineContext *context, double bar_end);
void dem_frame_free (DemFrame *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemFrame, dem_frame_free)

/**
 * dem_frame_get_handle:
 * @bounds: (out): as it is drawn
 *
 * The handle at an end of the chosen period; FALSE when the period is the view, or its end is out of sight.
 */
gboolean dem_frame_get_handle (const DemTimelineContext *context, gboolean end, graphene_rect_t *bounds);

/* To the snapshot, before all shapes; to the shapes; to the snapshot, after them. */
void dem_frame_draw_behind (DemFrame *self, const DemTimelinePainter *painter);
void dem_frame_draw_above (DemFrame *self, const DemTimelinePainter *painter);
void dem_frame_draw_texts (DemFrame *self, const DemTimelinePainter *painter);

G_END_DECLS
