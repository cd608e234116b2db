/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline_layout.h"

G_BEGIN_DECLS

/**
 * DemOverviewMemory:
 *
 * The overview's strip as it was drawn last. It stays the same while one moves through time: only the brush moves.
 */
typedef struct _DemOverviewMemory DemOverviewMemory;

DemOverviewMemory *dem_overview_memory_new (void);
void dem_overview_memory_free (DemOverviewMemory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemOverviewMemory, dem_overview_memory_free)

typedef GskRenderNode *(*DemOverviewMake) (const DemTimelinePainter *painter);

/* (transfer full): the strip, made anew if it looks different by now. */
GskRenderNode *dem_overview_memory_get (DemOverviewMemory *self, const DemTimelinePainter *painter,
                                        DemOverviewMake make);

G_END_DECLS
