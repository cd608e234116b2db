/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/file_operations.h"
#include "app/notebook/notebook.h"

G_BEGIN_DECLS

/**
 * DemNotebookStoreState:
 * @DEM_NOTEBOOK_STORE_READING: the file has not been read yet
 * @DEM_NOTEBOOK_STORE_SAVED: everything is in the file
 * @DEM_NOTEBOOK_STORE_PENDING: something has changed and will be saved in a moment
 * @DEM_NOTEBOOK_STORE_SAVING: it is being saved
 * @DEM_NOTEBOOK_STORE_FAILED: the file cannot be read or written; see dem_notebook_store_get_reason()
 */
typedef enum
{
  DEM_NOTEBOOK_STORE_READING,
  DEM_NOTEBOOK_STORE_SAVED,
  DEM_NOTEBOOK_STORE_PENDING,
  DEM_NOTEBOOK_STORE_SAVING,
  DEM_NOTEBOOK_STORE_FAILED,
} DemNotebookStoreState;

/**
 * DemNotebookStore:
 *
 * Keeps a notebook in its file: reads it, saves it by itself within a second of a change, and merges what
 * others write there meanwhile. All of that on workers; nothing here waits for a disk but
 * dem_notebook_store_flush(). One for each notebook, shared by all windows; as long as something is unsaved
 * it keeps itself, and the notebook, alive.
 *
 * What a file has that cannot be understood is never written over: it is set aside under another name, or
 * left alone when a newer version of the program has written it; then the notebook lives in memory until it
 * can be saved elsewhere.
 *
 * Signals:
 * - `changed`: the state, the reason or the time of the last success is another
 * - `said` (const char *sentence) → gboolean: something that a person must hear once, translated: both texts
 * were kept, a file was set aside. The first that shows it returns TRUE; what nobody has shown is said to the
 * next who asks, see dem_notebook_store_take_saying().
 */
#define DEM_TYPE_NOTEBOOK_STORE (dem_notebook_store_get_type ())
G_DECLARE_FINAL_TYPE (DemNotebookStore, dem_notebook_store, DEM, NOTEBOOK_STORE, GObject)

/* The store of the notebook of the dossier with an id: the one that is open already, else a new one, which
 * begins to read. For the main thread. (transfer full) */
DemNotebookStore *dem_notebook_store_open (const char *dossier_id);

/* The same with another file, and with operations (nullable) that may fail; for tests. */
DemNotebookStore *
dem_notebook_store_open_at (const char *dossier_id, const char *path, const DemFileOperations *operations);

/* Where the notebook of a dossier is: in the user's data folder, under a name made of the id. (transfer full)
 */
char *dem_notebook_store_dup_default_path (const char *dossier_id);

/* The one that is open for a dossier, or NULL. (transfer none) */
DemNotebookStore *dem_notebook_store_find (const char *dossier_id);

/* (transfer none) */
DemNotebook *dem_notebook_store_get_notebook (DemNotebookStore *self);
const char *dem_notebook_store_get_path (DemNotebookStore *self);

DemNotebookStoreState dem_notebook_store_get_state (DemNotebookStore *self);

/* Why it cannot be read or saved, as a sentence, until it can; else NULL. The store's, until the next
 * `changed`. */
const char *dem_notebook_store_get_reason (DemNotebookStore *self);

/* When it was last saved, as g_get_monotonic_time() tells time; 0 for not yet. */
gint64 dem_notebook_store_get_saved_at (DemNotebookStore *self);

/* The oldest sentence that nobody has shown, or NULL. (transfer full) */
char *dem_notebook_store_take_saying (DemNotebookStore *self);

/* Saves what is unsaved now, without waiting: when a page or a window is left, and for "Try Again". */
void dem_notebook_store_hurry (DemNotebookStore *self);

/**
 * dem_notebook_store_flush:
 * @milliseconds: how long to wait at most; negative for as long as it takes
 *
 * Saves now, and waits for it. Returns TRUE when everything is in the file; FALSE with the reason.
 */
gboolean dem_notebook_store_flush (DemNotebookStore *self, int milliseconds, GError **error);

/* All that are open, at the end of the program; together for at most so many milliseconds. TRUE when all are
 * saved. */
gboolean dem_notebook_store_flush_all (int milliseconds);

/* What is still unsaved when the program has to end is put where the next start finds it, and takes it back into the notebook
 * saying so; see notebook_rescue.h. Waits for the disk. FALSE when that failed too. */
gboolean dem_notebook_store_rescue_all (void);

/**
 * dem_notebook_store_save_elsewhere_async:
 *
 * Writes a copy of the notebook as it is now to another file, which is replaced if it is there. The store
 * goes on trying its own.
 */
void dem_notebook_store_save_elsewhere_async (DemNotebookStore *self,
                                              GFile *file,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer data);
gboolean
dem_notebook_store_save_elsewhere_finish (DemNotebookStore *self, GAsyncResult *result, GError **error);

/* Whether something is neither in the file nor in a copy elsewhere: it would be lost if the program ended
 * now. */
gboolean dem_notebook_store_has_unsaved (DemNotebookStore *self);

G_END_DECLS
