/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/autosave.h"
#include "app/base/file_watch.h"
#include "app/notebook/notebook_store.h"
#include "app/notebook/notebook_sync.h"

G_BEGIN_DECLS

/* What the files of the store share: notebook_store.c reads and saves, notebook_store_copy.c saves elsewhere.
 */
struct _DemNotebookStore
{
  GObject parent_instance;

  char *dossier_id;
  char *path;
  const DemFileOperations *operations;
  DemNotebook *notebook;
  DemNotebookHistory *history; /* what the file has had */
  DemAutosave *autosave;
  DemFileWatch *watch;
  GQueue sayings; /* of strings that nobody has shown */

  guint n_reading;    /* readers at work */
  guint read_again;   /* a timeout */
  gboolean was_read;  /* once, at least */
  GError *read_error; /* why the last one failed */

  gboolean is_applying; /* what comes from the file is no change of ours */
  gboolean holds_itself;
  guint64 n_changes;         /* of the notebook, by us */
  guint64 n_saved_elsewhere; /* how many of these are in a copy */
  char *rescued_path;        /* (nullable): what was taken from there is not in the file yet */
};

G_END_DECLS
