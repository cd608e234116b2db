/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/network_picture.h"

G_BEGIN_DECLS

/* Where the marks of notes stand in a network: beside names or heads, and at the labels of lines or on their middles.
 * @spots: (element-type DemNoteSpot): appended to */
void dem_network_notes_place (DemNetworkPicture *picture, DemNoteMarks *marks, PangoContext *pango, GArray *spots);

G_END_DECLS
