/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/scene.h"
#include "ui/timeline/index.h"

G_BEGIN_DECLS

/**
 * DemStrip:
 *
 * The time of one slide: how the selected pairs stood through the period, and the few events that matter to what is selected,
 * in letters that can be read from the back of a room.
 */
typedef struct _DemStrip DemStrip;

/**
 * dem_strip_new:
 * @index: of the input's dossier and scenario
 * @unit: of the slide, in pixels
 * @margin: on both sides, in pixels
 *
 * Returns: (transfer full)
 */
DemStrip *dem_strip_new (const DemSceneInput *input, DemTimelineIndex *index, double unit, double margin);
void dem_strip_free (DemStrip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemStrip, dem_strip_free)

/* From (0, 0) to the input's size, on what is there. */
void dem_strip_draw (DemStrip *self, GtkSnapshot *snapshot);

/* For tests: how many events have their names, and how many are dots only. */
guint dem_strip_count_labels (DemStrip *self);
guint dem_strip_count_dots (DemStrip *self);

G_END_DECLS
