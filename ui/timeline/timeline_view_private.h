/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/timeline/timeline_view.h"

G_BEGIN_DECLS

/* What the drag gesture calls, and tests, which cannot hold down Shift: a drag that is not a pan begins (FALSE: it is
 * one), and comes to an x. */
gboolean dem_timeline_view_drag_begin (DemTimelineView *self, double x, double y, GdkModifierType modifiers);
void dem_timeline_view_drag_to (DemTimelineView *self, double x);

G_END_DECLS
