/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/briefing/talk.h"

G_BEGIN_DECLS

/**
 * DemPresentation:
 *
 * A talk on the screens that are there: the audience's slide fills theirs, the speaker's console the other. With one screen, or
 * with two that show the same, there is the slide alone, and the console is a window that a key brings up.
 *
 * Screens may come and go: the slide stays with the audience, the console is put away before it could be seen by them, and the
 * talk stays where it is. While it lasts the session does not fall asleep.
 *
 * Signal: `ended`, when the talk is over and its windows are gone.
 */
#define DEM_TYPE_PRESENTATION (dem_presentation_get_type ())
G_DECLARE_FINAL_TYPE (DemPresentation, dem_presentation, DEM, PRESENTATION, GObject)

/**
 * dem_presentation_new:
 * @parent: whose application it belongs to, on the speaker's screen
 * @position: where to begin, among the stops that are presented
 *
 * Begins at once.
 */
DemPresentation *
dem_presentation_new (GtkWindow *parent, DemDossier *dossier, DemNotebook *notebook, guint position);

/* The same dossier, read again. */
void dem_presentation_set_dossier (DemPresentation *self, DemDossier *dossier);

/* Brings its windows to the front. */
void dem_presentation_present (DemPresentation *self);
void dem_presentation_end (DemPresentation *self);

/* (transfer none) */
DemTalk *dem_presentation_get_talk (DemPresentation *self);

/* For tests: the windows; the console may be hidden. (transfer none) */
GtkWindow *dem_presentation_get_audience (DemPresentation *self);
GtkWindow *dem_presentation_get_console (DemPresentation *self);

G_END_DECLS
