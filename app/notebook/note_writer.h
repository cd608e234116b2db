/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

/**
 * dem_note_write:
 * @dossier_id: what it is about
 * @with_creator: whether the author's name is told
 *
 * Appends a note as an annotation, an object of JSON on lines of its own, indented as an item of a page. What others have
 * written in it stays as they wrote it.
 */
void dem_note_write (const DemNote *self, const char *dossier_id, gboolean with_creator, GString *json);

G_END_DECLS
