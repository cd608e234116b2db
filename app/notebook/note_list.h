/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note_filter.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

typedef enum
{
  DEM_NOTE_ORDER_NEWEST, /* by when it was created */
  DEM_NOTE_ORDER_OLDEST,
  DEM_NOTE_ORDER_MAP,      /* places, actors, pairs, phases and events first, in the dossier's order */
  DEM_NOTE_ORDER_TIME,     /* by the dates of what it is about; what has none comes last */
  DEM_NOTE_ORDER_ARGUMENT, /* claims and steps first, in the order of the argument */
} DemNoteOrder;

/* DemNoteCounts: what a list shows and what it leaves out. */
typedef struct
{
  guint n_all;     /* in the notebook */
  guint n_shown;   /* in the list */
  guint n_maybe;   /* of these: in the period only maybe */
  guint n_undated; /* of these: about something with no date, or none that is known */
  guint n_without; /* left out only because they are about nothing that could have a date */
} DemNoteCounts;

/**
 * DemNoteList:
 *
 * Some of a notebook's notes in some order: a GListModel of DemNote that follows the notebook. Each change of the notebook,
 * the filter, the order or the dossier is one change of the list. For the main thread.
 *
 * Signal: `counts-changed`, after each of these, whether the list itself has changed or not.
 */
#define DEM_TYPE_NOTE_LIST (dem_note_list_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteList, dem_note_list, DEM, NOTE_LIST, GObject)

/* Shows all notes, newest first. (transfer full) */
DemNoteList *dem_note_list_new (DemNotebook *notebook, DemDossier *dossier);

/* Another edition of the dossier: notes find their targets there, or not. */
void dem_note_list_set_dossier (DemNoteList *self, DemDossier *dossier);

void dem_note_list_set_filter (DemNoteList *self, const DemNoteFilter *filter);

/* The list's, until the next filter. */
const DemNoteFilter *dem_note_list_get_filter (DemNoteList *self);

void dem_note_list_set_order (DemNoteList *self, DemNoteOrder order);

/* In which order the argument has its claims (indices); copied. Without it that of the dossier. */
void dem_note_list_set_claim_order (DemNoteList *self, const guint32 *claims, guint n);

/* (nullable): the id of a note that stays in the list whatever the filter says, as it is being written */
void dem_note_list_set_kept (DemNoteList *self, const char *id);

DemNoteCounts dem_note_list_get_counts (DemNoteList *self);

/* Where a note is, G_MAXUINT when it is not shown. */
guint dem_note_list_find (DemNoteList *self, const char *id);

G_END_DECLS
