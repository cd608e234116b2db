/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/judgements.h"
#include "app/notebook/note.h"
#include "app/notebook/pins.h"
#include "app/notebook/stops.h"

G_BEGIN_DECLS

/**
 * DemNotebookContent:
 * @dossier_id: what it is about
 * @notes: (element-type DemNote): oldest first, no id twice
 * @items: (nullable): what is in the list of notes but cannot be read as one, as JSON values parted by commas
 * @members: (nullable): members of the file that are not known here, as JSON members parted by commas: what other
 * programs have added, and newer ones of this
 * @context: (nullable): what others have added to its context, as JSON values parted by commas
 * @revision: (nullable): what this version of the file is called, another name each time it is written
 * @ancestors: (nullable): the revisions that it comes from, newest first; NULL-terminated
 *
 * All that a notebook holds, in one value: what its file says, and what is written there. Nobody changes it once it is
 * shared, so it may go from thread to thread; whoever merges two makes a third.
 */
typedef struct
{
  char *dossier_id;
  GPtrArray *notes;
  DemPins *pins;
  DemJudgements *assumptions;
  DemJudgements *starts;
  DemStops *stops;
  char *items;
  char *members;
  char *context;
  char *revision;
  char **ancestors;
} DemNotebookContent;

/* One with nothing in it. (transfer full) */
DemNotebookContent *dem_notebook_content_new (const char *dossier_id);

/* A copy to be changed; the notes are shared. (transfer full) */
DemNotebookContent *dem_notebook_content_copy (const DemNotebookContent *self);

void dem_notebook_content_free (DemNotebookContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemNotebookContent, dem_notebook_content_free)

/* The same notes, modified at the same times, and the same of everything else but the revisions. */
gboolean dem_notebook_content_equal (const DemNotebookContent *a, const DemNotebookContent *b);

/* (nullable) (transfer none): the note with an id; looks through all of them */
DemNote *dem_notebook_content_find (const DemNotebookContent *self, const char *id);

G_END_DECLS
