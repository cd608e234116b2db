/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/common/canvas.h"

G_BEGIN_DECLS

/**
 * DemTimelineView:
 *
 * The timeline as a widget: wheel and pinch zoom at the pointer, a drag pans, Shift and a drag set the period, the brush
 * of the overview moves the view, and a click on a histogram looks closer.
 *
 * Keys: arrows go from mark to mark, comma and full stop to the previous and next event, + and − zoom, Home shows all,
 * Shift+Left and Shift+Right move the period, or the view while they are one; Page Up and Page Down, and the wheel over the
 * names of the relations, scroll these.
 *
 * Property `grouping` (string, "none", "actor" or "kind"): whether events stand in one lane or in a lane for each group; where
 * there are more groups than have room, the wheel over their names scrolls them, and Page Up and Page Down while the cursor
 * is on an event.
 *
 * The view is no longer than five times the dossier's span, around it, and no shorter than a day.
 *
 * Accessibility: role GROUP with the label "Timeline"; see DemCanvas for its marks.
 */
#define DEM_TYPE_TIMELINE_VIEW (dem_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DemTimelineView, dem_timeline_view, DEM, TIMELINE_VIEW, DemCanvas)

GtkWidget *dem_timeline_view_new (void);

G_END_DECLS
