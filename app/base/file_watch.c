/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/file_watch.h"

/* Editors write a file in pieces, or aside and rename it. So the folders are watched, and it is told of once
 * it has been quiet for a moment. */
#define QUIET_MILLISECONDS 200
#define RATE_MILLISECONDS 50
#define MAX_LINKS 40

struct _DemFileWatch
{
  GObject parent_instance;

  GFile *file;
  GPtrArray *places;   /* of GFile: the file and, if it is a symbolic link, what it leads to */
  GPtrArray *monitors; /* of GFileMonitor: the folders of these */
  guint timeout;
  gboolean heeds_rights;
};

enum
{
  TOUCHED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemFileWatch, dem_file_watch, G_TYPE_OBJECT)

static void follow_links (DemFileWatch *self);

static gboolean
on_quiet (gpointer data)
{
  g_autoptr (DemFileWatch) self = g_object_ref (data);

  self->timeout = 0;
  follow_links (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
wait_for_quiet (DemFileWatch *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (QUIET_MILLISECONDS, on_quiet, self);
  g_signal_emit (self, signals[TOUCHED], 0);
}

static gboolean
is_ours (DemFileWatch *self, GFile *file)
{
  for (guint i = 0; file != NULL && i < self->places->len; i++)
    if (g_file_equal (file, self->places->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
on_changed (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, DemFileWatch *self)
{
  g_assert (DEM_IS_FILE_WATCH (self));

  if (!is_ours (self, file) && !is_ours (self, other))
    return;
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED && !self->heeds_rights)
    return;
  wait_for_quiet (self);
}

static void
watch_folder_of (DemFileWatch *self, GFile *file)
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
follow_links (DemFileWatch *self)
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

static void
dem_file_watch_dispose (GObject *object)
{
  DemFileWatch *self = DEM_FILE_WATCH (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->monitors, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (dem_file_watch_parent_class)->dispose (object);
}

static void
dem_file_watch_class_init (DemFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_file_watch_dispose;

  signals[TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
dem_file_watch_init (DemFileWatch *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

void
dem_file_watch_set_heeds_rights (DemFileWatch *self, gboolean heeds)
{
  g_return_if_fail (DEM_IS_FILE_WATCH (self));

  self->heeds_rights = heeds;
}

void
dem_file_watch_touch (DemFileWatch *self)
{
  g_return_if_fail (DEM_IS_FILE_WATCH (self));

  wait_for_quiet (self);
}

DemFileWatch *
dem_file_watch_new (GFile *file)
{
  DemFileWatch *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (DEM_TYPE_FILE_WATCH, NULL);
  self->file = g_object_ref (file);
  follow_links (self);
  return self;
}
