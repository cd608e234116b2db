/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/watcher.h"

/* Editors write a file in pieces, or aside and rename it. So the folders are watched, and the file is read
 * once it has been quiet for a moment; what is read already by then is dropped. */
#define QUIET_MILLISECONDS 200
#define RATE_MILLISECONDS 50
#define MAX_LINKS 40

struct _DemWatcher
{
  GObject parent_instance;

  GFile *file;
  GPtrArray *places;   /* of GFile: the file and, if it is a symbolic link, what it leads to */
  GPtrArray *monitors; /* of GFileMonitor: the folders of these */
  GCancellable *cancellable;
  guint timeout;
  gboolean failed; /* the last time */
};

enum
{
  RELOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemWatcher, dem_watcher, G_TYPE_OBJECT)

static void follow_links (DemWatcher *self);

/* --- reading again --- */

static void
tell_failure (DemWatcher *self, DemLoader *loader)
{
  self->failed = TRUE;
  g_signal_emit (self, signals[FAILED], 0, loader);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  DemLoader *loader = DEM_LOADER (source);
  g_autoptr (DemWatcher) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DemDossier) dossier = dem_loader_load_finish (loader, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (dossier == NULL)
    {
      tell_failure (self, g_file_query_exists (self->file, NULL) ? loader : NULL);
      return;
    }
  self->failed = FALSE;
  g_signal_emit (self, signals[RELOADED], 0, dossier);
}

static void
stop_loading (DemWatcher *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static gboolean
on_quiet (gpointer data)
{
  DemWatcher *self = data;
  g_autoptr (DemLoader) loader = dem_loader_new (self->file);

  self->timeout = 0;
  follow_links (self);
  self->cancellable = g_cancellable_new ();
  dem_loader_load_async (loader, self->cancellable, on_loaded, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
wait_for_quiet (DemWatcher *self)
{
  stop_loading (self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (QUIET_MILLISECONDS, on_quiet, self);
}

/* --- watching --- */

static gboolean
is_ours (DemWatcher *self, GFile *file)
{
  for (guint i = 0; file != NULL && i < self->places->len; i++)
    if (g_file_equal (file, self->places->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
on_changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, DemWatcher *self)
{
  g_assert (DEM_IS_WATCHER (self));

  if (!is_ours (self, file) && !is_ours (self, other))
    return;
  /* Rights and times are of interest only when the file could not be read. */
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED && !self->failed)
    return;
  wait_for_quiet (self);
}

static void
watch_folder_of (DemWatcher *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  GFileMonitor *monitor;

  for (guint i = 0; i < self->places->len; i++)
    if (folder == NULL || g_file_has_parent (self->places->pdata[i], folder))
      return;
  monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (monitor, RATE_MILLISECONDS);
  g_signal_connect_object (monitor, "changed", G_CALLBACK (on_changed), self, 0);
  g_ptr_array_add (self->monitors, monitor);
}

/* What a symbolic link leads to, or NULL. (transfer full) */
static GFile *
follow (GFile *file)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SYMLINK_TARGET,
                           G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (info == NULL || folder == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_SYMBOLIC_LINK)
    return NULL;
  return g_file_resolve_relative_path (folder, g_file_info_get_symlink_target (info));
}

static void
follow_links (DemWatcher *self)
{
  GFile *place = g_object_ref (self->file);

  g_ptr_array_set_size (self->places, 0);
  g_ptr_array_set_size (self->monitors, 0);
  while (place != NULL && self->places->len < MAX_LINKS)
    {
      watch_folder_of (self, place);
      g_ptr_array_add (self->places, place);
      place = follow (place);
    }
  g_clear_object (&place);
}

/* --- the object --- */

static void
dem_watcher_dispose (GObject *object)
{
  DemWatcher *self = DEM_WATCHER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  stop_loading (self);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (dem_watcher_parent_class)->dispose (object);
}

static void
dem_watcher_class_init (DemWatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_watcher_dispose;

  /**
   * DemWatcher::reloaded:
   * @dossier: what the file holds now
   */
  signals[RELOADED] = g_signal_new ("reloaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, DEM_TYPE_DOSSIER);
  /**
   * DemWatcher::failed:
   * @loader: (nullable): knows why; %NULL when the file is gone
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, DEM_TYPE_LOADER);
}

static void
dem_watcher_init (DemWatcher *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Whether the file has changed between its reading and its watching. */
static gboolean
is_another (GFile *file, const char *etag)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info == NULL || g_strcmp0 (g_file_info_get_etag (info), etag) != 0;
}

DemWatcher *
dem_watcher_new (GFile *file, const char *etag)
{
  DemWatcher *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (DEM_TYPE_WATCHER, NULL);
  self->file = g_object_ref (file);
  follow_links (self);
  if (etag != NULL && is_another (file, etag))
    wait_for_quiet (self);
  return self;
}
