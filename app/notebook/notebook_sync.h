/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/durable_file.h"
#include "app/notebook/notebook_merge.h"
#include "app/notebook/notebook_version.h"

G_BEGIN_DECLS

/**
 * DemNotebookSync:
 * @path: the file
 * @dossier_id: what it is about
 * @operations: what to read and write it with
 * @history: the versions seen before
 * @mine: (nullable): what is to be in it; %NULL to read it only
 * @version: (out) (nullable): what is in it now; %NULL when nothing was to be written and it has nothing new
 * @is_missing: (out): whether there is no file now
 * @is_merged: (out): whether @version has something from elsewhere that neither @mine nor @history's latest
 * has
 * @result: (out): what the merge did
 * @aside: (out) (nullable): the name that was given to a file which could not be understood
 * @has_older: (out): whether the version before that one was opened in its place
 * @rescued: (out) (nullable): what could not be saved when the program last ended; looked for until a version was seen
 * @rescued_path: (out) (nullable): where that is
 * @has_rescued: whether @mine has it already
 *
 * One round of bringing a notebook and its file together, for a worker: reads the file, if somebody else has
 * changed it merges, and writes. Others who do the same at the same time on this machine wait for each other;
 * those on other machines are found out by the history.
 */
typedef struct
{
  char *path;
  char *dossier_id;
  const DemFileOperations *operations;
  DemNotebookHistory *history;
  DemNotebookContent *mine;

  DemNotebookVersion *version;
  gboolean is_missing;
  gboolean is_merged;
  DemNotebookMerge result;
  char *aside;
  gboolean has_older;
  DemNotebookContent *rescued;
  char *rescued_path;
  gboolean has_rescued;
} DemNotebookSync;

/* Takes @history and @mine. (transfer full) */
DemNotebookSync *dem_notebook_sync_new (const char *path,
                                        const char *dossier_id,
                                        const DemFileOperations *operations,
                                        DemNotebookHistory *history,
                                        DemNotebookContent *mine);
void dem_notebook_sync_free (DemNotebookSync *self);

/* FALSE with an error, whose message is a sentence. Blocks. */
gboolean dem_notebook_sync_run (DemNotebookSync *self, GError **error);

G_END_DECLS
