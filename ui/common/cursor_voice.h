/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DemCursorVoice:
 *
 * A widget that draws nothing and takes no pointer: it stands where the keyboard cursor is in a drawn scene, so that a
 * screen reader has something to focus and to speak (GTK 4.8 has no virtual accessible children).
 *
 * Accessibility: role BUTTON, labelled with what the cursor is on.
 */
#define DEM_TYPE_CURSOR_VOICE (dem_cursor_voice_get_type ())
G_DECLARE_FINAL_TYPE (DemCursorVoice, dem_cursor_voice, DEM, CURSOR_VOICE, GtkWidget)

GtkWidget *dem_cursor_voice_new (void);
const char *dem_cursor_voice_get_label (DemCursorVoice *self);
void dem_cursor_voice_set_label (DemCursorVoice *self, const char *label);

G_END_DECLS
