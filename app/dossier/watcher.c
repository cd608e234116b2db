/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/watcher.h"

#include "app/base/file_watch.h"

struct _DemWatcher
{
  GObject parent_instance;

  GFile *file;
  DemFileWatch *watch;
  GCancellable *cancellable;
};

enum
{
  RELOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemWatcher, dem_watcher, G_TYPE_OBJECT)

/* --- reading again --- */

static void
tell_failure (DemWatcher *self, DemLoader *loader)
{
  dem_file_watch_set_heeds_rights (self->watch, TRUE);
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
  dem_file_watch_set_heeds_rights (self->watch, FALSE);
  g_signal_emit (self, signals[RELOADED], 0, dossier);
}

static void
stop_loading (DemWatcher *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_changed (DemFileWatch *watch, DemWatcher *self)
{
  g_autoptr (DemLoader) loader = dem_loader_new (self->file);

  stop_loading (self);
  self->cancellable = g_cancellable_new ();
  dem_loader_load_async (loader, self->cancellable, on_loaded, g_object_ref (self));
}

/* --- the object --- */

static void
dem_watcher_dispose (GObject *object)
{
  DemWatcher *self = DEM_WATCHER (object);

  stop_loading (self);
  g_clear_object (&self->watch);
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
}

/* Whether the file has changed between its reading and its watching. */
static gboolean
is_another (GFile *file, const char *etag)
{
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info == NULL || g_strcmp0 (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE), etag) != 0;
}

DemWatcher *
dem_watcher_new (GFile *file, const char *etag)
{
  DemWatcher *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (DEM_TYPE_WATCHER, NULL);
  self->file = g_object_ref (file);
  self->watch = dem_file_watch_new (file);
  g_signal_connect_object (self->watch, "touched", G_CALLBACK (stop_loading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (on_changed), self, 0);
  if (etag != NULL && is_another (file, etag))
    dem_file_watch_touch (self->watch);
  return self;
}
