/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

/**
 * DemNothing:
 *
 * What the timeline says where no event and no phase lies in view: which days these are, or that the dossier has none.
 */
typedef struct _DemNothing DemNothing;

/* The context must outlive it. */
DemNothing *dem_nothing_new (const DemTimelineContext *context);
void dem_nothing_free (DemNothing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNothing, dem_nothing_free)

void dem_nothing_draw_texts (DemNothing *self, const DemTimelinePainter *painter);

/* Owned by it; and where it stands, with room for a button under it where the timeline is high enough. */
const char *dem_nothing_get_text (DemNothing *self);
graphene_rect_t dem_nothing_get_bounds (DemNothing *self);

/* Whether a dossier has anything that can be placed in time. */
gboolean dem_nothing_is_all (const DemTimelineIndex *index);

G_END_DECLS
