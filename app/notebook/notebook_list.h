/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note_sort.h"
#include "app/notebook/notebook.h"
#include "app/notebook/notebook_filter.h"

G_BEGIN_DECLS

/* DemNotebookCounts: what a list shows and what it leaves out. */
typedef struct
{
  guint n_all;     /* in the notebook */
  guint n_orphans; /* of these: about nothing that the dossier has */
  guint n_shown;   /* in the list */
  guint n_maybe;   /* of these: in the period only maybe */
  guint n_undated; /* of these: about something with no date, or none that is known */
  guint n_without; /* left out only because they are about nothing that could have a date */
} DemNotebookCounts;

/* DemNotebookKeep: whether a note stays in the list whatever the filter says, as it is being written. */
typedef enum
{
  DEM_NOTEBOOK_KEEP_NOT,
  DEM_NOTEBOOK_KEEP_LISTED, /* in its place */
  DEM_NOTEBOOK_KEEP_FIRST,  /* before all others, where it was begun */
} DemNotebookKeep;

/**
 * DemNotebookList:
 *
 * Some of a notebook's notes in some order, those that are about nothing the dossier has behind all others: a GListModel of
 * DemNote that follows the notebook. Each change of the notebook, the filter, the order or the dossier is one change of the
 * list; while only notes change that are kept, none moves. For the main thread.
 *
 * Signal: `counts-changed`, after each of these, whether the list itself has changed or not.
 */
#define DEM_TYPE_NOTEBOOK_LIST (dem_notebook_list_get_type ())
G_DECLARE_FINAL_TYPE (DemNotebookList, dem_notebook_list, DEM, NOTEBOOK_LIST, GObject)

/* Shows all notes, newest first; none while notebook or dossier is NULL. (transfer full) */
DemNotebookList *dem_notebook_list_new (DemNotebook *notebook, DemDossier *dossier);

/* (nullable): another notebook; no note is kept any more. */
void dem_notebook_list_set_notebook (DemNotebookList *self, DemNotebook *notebook);

/* (nullable): another edition of the dossier: notes find their targets there, or not. */
void dem_notebook_list_set_dossier (DemNotebookList *self, DemDossier *dossier);

/* (nullable) (transfer none) */
DemDossier *dem_notebook_list_get_dossier (DemNotebookList *self);

void dem_notebook_list_set_filter (DemNotebookList *self, const DemNotebookFilter *filter);

/* The list's, until the next filter. */
const DemNotebookFilter *dem_notebook_list_get_filter (DemNotebookList *self);

/* How many notes of the notebook another filter would show. */
guint dem_notebook_list_count (DemNotebookList *self, const DemNotebookFilter *filter);

DemNoteOrder dem_notebook_list_get_order (DemNotebookList *self);
void dem_notebook_list_set_order (DemNotebookList *self, DemNoteOrder order);

/* In which order the argument has its claims (indices); copied. Without it that of the dossier. */
void dem_notebook_list_set_claim_order (DemNotebookList *self, const guint32 *claims, guint n);

/* @id: of a note, which need not be there yet */
void dem_notebook_list_keep (DemNotebookList *self, const char *id, DemNotebookKeep keep);

DemNotebookCounts dem_notebook_list_get_counts (DemNotebookList *self);

/* Where a note is, G_MAXUINT when it is not shown. */
guint dem_notebook_list_find (DemNotebookList *self, const char *id);

G_END_DECLS
