/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note_reader.h"
#include "app/notebook/stops.h"

G_BEGIN_DECLS

/* Own stops in the notebook's file: the member `demarche:stops`. */

/* Reads them from the page, the top value; what is wrong with one is told and left out. */
void dem_stops_read (DemNoteReader *reader, DemStops *stops);

/* Appends the member on a line of its own; nothing at all when nothing is said. */
void dem_stops_write (const DemStops *stops, GString *json);

G_END_DECLS
