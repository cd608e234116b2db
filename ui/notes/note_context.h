/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/focus/focus.h"
#include "ui/notes/note_list.h"

G_BEGIN_DECLS

/**
 * DemNoteContext:
 *
 * What the page, its cards and its editors work on; the page's, and as it is at present.
 * @author: (nullable): who writes new notes
 */
typedef struct
{
  DemFocus *focus;
  DemNotebook *notebook;
  DemNoteList *list;
  char *author;
} DemNoteContext;

/* What a new note is about when nothing else is said: what is selected, else the period if it is not all time, else the
 * dossier. (element-type DemNoteTarget) (transfer full) */
GPtrArray *dem_note_context_dup_targets (const DemNoteContext *self);

/* Selects what a note is about in every view; a span of time becomes the period. */
void dem_note_context_show (const DemNoteContext *self, DemNote *note);

G_END_DECLS
