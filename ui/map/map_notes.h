/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/map_layout.h"

G_BEGIN_DECLS

/* Where the marks of notes stand on a map: at the ends of names, on heads, at the labels of arcs or on their middles, and where
 * the places are that are written about. @spots: (element-type DemNoteSpot): appended to */
void dem_map_notes_place (const DemMapLayout *layout, DemNoteMarks *marks, PangoContext *pango, GArray *spots);

G_END_DECLS
