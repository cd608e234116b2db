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
  guint n_shown;   /* in the list */
  guint n_maybe;   /* of these: in the period only maybe */
  guint n_undated; /* of these: about something with no date, or none that is known */
  guint n_without; /* left out only because they are about nothing that could have a date */
} DemNotebookCounts;

/**
 * DemNotebookList:
 *
 * Some of a notebook's notes in some order: a GListModel of DemNote that follows the notebook. Each change of the notebook,
 * the filter, the order or the dossier is one change of the list. For the main thread.
 *
 * Signal: `counts-changed`, after each of these, whether the list itself has changed or not.
 */
#define DEM_TYPE_NOTEBOOK_LIST (dem_notebook_list_get_type ())
G_DECLARE_FINAL_TYPE (DemNotebookList, dem_notebook_list, DEM, NOTEBOOK_LIST, GObject)

/* Shows all notes, newest first. (transfer full) */
DemNotebookList *dem_notebook_list_new (DemNotebook *notebook, DemDossier *dossier);

/* Another edition of the dossier: notes find their targets there, or not. */
void dem_notebook_list_set_dossier (DemNotebookList *self, DemDossier *dossier);

void dem_notebook_list_set_filter (DemNotebookList *self, const DemNotebookFilter *filter);

/* The list's, until the next filter. */
const DemNotebookFilter *dem_notebook_list_get_filter (DemNotebookList *self);

void dem_notebook_list_set_order (DemNotebookList *self, DemNoteOrder order);

/* In which order the argument has its claims (indices); copied. Without it that of the dossier. */
void dem_notebook_list_set_claim_order (DemNotebookList *self, const guint32 *claims, guint n);

/* (nullable): the id of a note that stays in the list whatever the filter says, as it is being written */
void dem_notebook_list_set_kept (DemNotebookList *self, const char *id);

DemNotebookCounts dem_notebook_list_get_counts (DemNotebookList *self);

/* Where a note is, G_MAXUINT when it is not shown. */
guint dem_notebook_list_find (DemNotebookList *self, const char *id);

G_END_DECLS
