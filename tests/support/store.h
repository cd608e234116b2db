/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook_file.h"
#include "app/notebook/notebook_store.h"
#include "tests/support/faults.h"
#include "tests/support/folder.h"

#include <string.h>

/* A notebook's store in a folder of its own, and what others do to its file. */

#define STORE_DOSSIER "urn:x"
#define STORE_PATIENCE_SECONDS 20

typedef struct
{
  char *folder;
  char *path;
  DemNotebookStore *store;
  GPtrArray *said; /* sentences */
} StoreFixture;

static inline gboolean
store_on_said (DemNotebookStore *store, const char *sentence, StoreFixture *f)
{
  g_ptr_array_add (f->said, g_strdup (sentence));
  return TRUE;
}

static inline void
store_open (StoreFixture *f)
{
  f->store = dem_notebook_store_open_at (STORE_DOSSIER, f->path, &faulty_operations);
  g_signal_connect (f->store, "said", G_CALLBACK (store_on_said), f);
}

static inline void
store_set_up (StoreFixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("demarche-store-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "notes.json", NULL);
  f->said = g_ptr_array_new_with_free_func (g_free);
}

/* Runs the main loop until a condition, with the fixture `f` in reach, is true. */
#define STORE_RUN_UNTIL(condition)                                                                           \
  do                                                                                                         \
    {                                                                                                        \
      gint64 start_of_run = g_get_monotonic_time ();                                                         \
                                                                                                             \
      while (!(condition))                                                                                   \
        {                                                                                                    \
          g_assert_cmpint (g_get_monotonic_time () - start_of_run, <,                                        \
                           STORE_PATIENCE_SECONDS * G_USEC_PER_SEC);                                         \
          if (!g_main_context_iteration (NULL, FALSE))                                                       \
            g_usleep (1000);                                                                                 \
        }                                                                                                    \
    }                                                                                                        \
  while (0)

static inline gboolean
store_is (StoreFixture *f, DemNotebookStoreState state)
{
  return dem_notebook_store_get_state (f->store) == state;
}

/* Runs the main loop for a time; the longest that it stood still, in milliseconds. */
static inline double
store_run (guint milliseconds)
{
  gint64 start = g_get_monotonic_time (), last = start, longest = 0;

  while (last - start < milliseconds * (gint64) 1000)
    {
      gint64 now;

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      now = g_get_monotonic_time ();
      longest = MAX (longest, now - last);
      last = now;
    }
  return (double) longest / 1000;
}

/* It is gone when nobody holds it and everything is saved. */
static inline void
store_close (StoreFixture *f)
{
  gpointer watched = f->store;

  if (f->store == NULL)
    return;
  g_object_add_weak_pointer (G_OBJECT (f->store), &watched);
  g_signal_handlers_disconnect_by_func (f->store, store_on_said, f);
  g_clear_object (&f->store);
  STORE_RUN_UNTIL (watched == NULL);
}

static inline void
store_tear_down (StoreFixture *f, gconstpointer data)
{
  faults_reset ();
  store_close (f);
  folder_remove (f->folder);
  g_ptr_array_unref (f->said);
  g_free (f->folder);
  g_free (f->path);
}

static inline DemNotebook *
store_notebook (StoreFixture *f)
{
  return dem_notebook_store_get_notebook (f->store);
}

/* A note about an actor. (transfer full) */
static inline DemNote *
store_make_note (const char *text)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new (DEM_TARGET_ACTOR, "china");

  return dem_note_new_on (text, target);
}

/* Its id is the notebook's. */
static inline const char *
store_add_note (StoreFixture *f, const char *text)
{
  g_autoptr (DemNote) note = store_make_note (text);

  dem_notebook_add_note (store_notebook (f), note);
  return dem_note_get_id (dem_notebook_get_note (store_notebook (f), dem_note_get_id (note)));
}

/* What a file holds; fails if it cannot be read. (transfer full) */
static inline DemNotebookContent *
store_read_file (const char *path)
{
  g_autofree char *text = folder_read (path);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DemNotebookContent *content = dem_notebook_file_read (bytes, STORE_DOSSIER, NULL, &error);

  g_assert_no_error (error);
  return content;
}

/* Replaces the file, as another program does. */
static inline void
store_write_file (const char *path, const DemNotebookContent *content)
{
  g_autoptr (GBytes) bytes = dem_notebook_file_write (content);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static inline gboolean
store_content_has (const DemNotebookContent *content, const char *text)
{
  for (guint i = 0; i < content->notes->len; i++)
    if (g_str_equal (dem_note_get_text (content->notes->pdata[i]), text))
      return TRUE;
  return FALSE;
}

static inline gboolean
store_has (StoreFixture *f, const char *text)
{
  g_autoptr (DemNotebookContent) content = dem_notebook_dup_content (store_notebook (f));

  return store_content_has (content, text);
}

static inline gboolean
store_file_has (StoreFixture *f, const char *text)
{
  g_autoptr (DemNotebookContent) content = store_read_file (f->path);

  return store_content_has (content, text);
}

static inline guint
store_count (StoreFixture *f)
{
  return g_list_model_get_n_items (dem_notebook_get_notes (store_notebook (f)));
}
