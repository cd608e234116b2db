/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/step_chart.h"

G_BEGIN_DECLS

/**
 * DemBands:
 *
 * The history of relations: a band for each pair that has a phase in view, as many as fit; or where the timeline is low,
 * all of them in one row.
 */
typedef struct _DemBands DemBands;

/* The context must outlive it. */
DemBands *dem_bands_new (const DemTimelineContext *context);
void dem_bands_free (DemBands *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemBands, dem_bands_free)

void dem_bands_draw_shapes (DemBands *self, const DemTimelinePainter *painter);
void dem_bands_draw_texts (DemBands *self, const DemTimelinePainter *painter);

/* Where one is among bands that are more than have room, beside them. */
void dem_bands_draw_thumb (DemBands *self, const DemTimelinePainter *painter);

/* Each pair's name, then its phases in view. */
void dem_bands_append_marks (DemBands *self, GArray *marks);

/* A pair where its name is, a phase where its band is. */
DemRef dem_bands_hit (DemBands *self, double x, double y);

/* (nullable): the opened history, for tests */
DemStepChart *dem_bands_get_chart (DemBands *self);

/* How many pairs are shown, which they are, and how many have no room. */
guint dem_bands_count (DemBands *self);
DemRef dem_bands_get_pair (DemBands *self, guint i);
guint dem_bands_count_hidden (DemBands *self);

/* Whether a phase is in view: a pair that is opened is shown without one too. */
gboolean dem_bands_has_phases (DemBands *self);

/* How many have been scrolled away: no more than leave all room filled. */
guint dem_bands_get_first (DemBands *self);

G_END_DECLS
