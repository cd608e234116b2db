/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DemNoteTags:
 *
 * The tags of a note with a button each that takes it away, and an entry for more, which completes those that others have.
 * Enter or a comma ends a tag.
 *
 * Signal: `edited`, when the reader has added or taken away a tag.
 */
#define DEM_TYPE_NOTE_TAGS (dem_note_tags_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteTags, dem_note_tags, DEM, NOTE_TAGS, GtkWidget)

GtkWidget *dem_note_tags_new (void);

/* Silent. */
void dem_note_tags_set (DemNoteTags *self, const char *const *tags);

/* Never NULL. */
const char *const *dem_note_tags_get (DemNoteTags *self);

/* Those that the entry completes. */
void dem_note_tags_set_known (DemNoteTags *self, const char *const *known);

/* What stands in the entry becomes a tag, if anything does. */
void dem_note_tags_commit (DemNoteTags *self);

G_END_DECLS
