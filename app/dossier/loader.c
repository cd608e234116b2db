/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/loader.h"

#include "app/base/json_guard.h"
#include "app/dossier/file_bytes.h"
#include "app/dossier/reader.h"

#include <glib/gi18n-lib.h>

/* How often progress is told. */
#define NOTIFY_MILLISECONDS 100

struct _DemLoader
{
  GObject parent_instance;

  GFile *file; /* or bytes */
  GBytes *bytes;
  char *name;
  char *etag;
  GPtrArray *problems;
  DemReadProgress progress; /* written by the workers */
  double fraction;
  GSource *timer;
  gboolean used;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DemLoader, dem_loader, G_TYPE_OBJECT)

G_DEFINE_QUARK (dem - dossier - error - quark, dem_dossier_error)

static void
dem_loader_finalize (GObject *object)
{
  DemLoader *self = DEM_LOADER (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (dem_loader_parent_class)->finalize (object);
}

static void
dem_loader_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_FRACTION)
    g_value_set_double (value, DEM_LOADER (object)->fraction);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
dem_loader_class_init (DemLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = dem_loader_finalize;
  object_class->get_property = dem_loader_get_property;

  /**
   * DemLoader:fraction:
   *
   * How far the loading is, 0 to 1.
   */
  properties[PROP_FRACTION] = g_param_spec_double (
      "fraction", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dem_loader_init (DemLoader *self)
{
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_problem_free);
}

DemLoader *
dem_loader_new (GFile *file)
{
  DemLoader *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (DEM_TYPE_LOADER, NULL);
  self->file = g_object_ref (file);
  self->name = dem_file_dup_name (file);
  return self;
}

DemLoader *
dem_loader_new_for_bytes (GBytes *bytes, const char *name)
{
  DemLoader *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (DEM_TYPE_LOADER, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return self;
}

GFile *
dem_loader_get_file (DemLoader *self)
{
  g_return_val_if_fail (DEM_IS_LOADER (self), NULL);

  return self->file;
}

const char *
dem_loader_get_etag (DemLoader *self)
{
  g_return_val_if_fail (DEM_IS_LOADER (self), NULL);

  return self->etag;
}

double
dem_loader_get_fraction (DemLoader *self)
{
  g_return_val_if_fail (DEM_IS_LOADER (self), 0);

  return self->fraction;
}

GPtrArray *
dem_loader_get_problems (DemLoader *self)
{
  g_return_val_if_fail (DEM_IS_LOADER (self), NULL);

  return self->problems;
}

/* --- reading --- */

static void
add_unreadable (GPtrArray *problems, const char *message)
{
  DemProblem *problem = g_new0 (DemProblem, 1);

  problem->severity = DEM_SEVERITY_ERROR;
  problem->code = "unreadable";
  problem->message = g_strdup (message);
  problem->pointer = g_strdup ("");
  g_ptr_array_add (problems, problem);
}

static void
set_invalid (GError **error, const char *name, GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const DemProblem *problem = problems->pdata[i];

      if (problem->severity != DEM_SEVERITY_ERROR)
        continue;
      /* Translators: file name, line number, what is wrong there. */
      g_set_error (error, DEM_DOSSIER_ERROR, DEM_DOSSIER_ERROR_INVALID, _ ("“%s”, line %u: %s"), name,
                   problem->line, problem->message);
      return;
    }
  g_assert_not_reached ();
}

/* On any thread. The problems belong to the loader and are touched by nobody else meanwhile. */
static DemDossier *
load (DemLoader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  GError *unreadable = NULL;
  DemDossier *dossier;

  self->progress.cancellable = cancellable;
  if (bytes == NULL)
    bytes = dem_file_bytes_read (self->file, DEM_JSON_MAX_SIZE, &self->progress.per_mille, DEM_PER_MILLE_GOT,
                                 &self->etag, cancellable, &unreadable);
  if (bytes == NULL)
    {
      if (!g_error_matches (unreadable, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        add_unreadable (self->problems, unreadable->message);
      g_propagate_error (error, unreadable);
      return NULL;
    }
  dossier = dem_dossier_read (&bytes, self->file, self->name, &self->progress, self->problems);
  if (dossier == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    set_invalid (error, self->name, self->problems);
  return dossier;
}

DemDossier *
dem_loader_load (DemLoader *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (DEM_IS_LOADER (self), NULL);
  g_return_val_if_fail (!self->used, NULL);

  self->used = TRUE;
  return load (self, cancellable, error);
}

/* --- in the background --- */

static void
set_fraction (DemLoader *self, double fraction)
{
  if (fraction <= self->fraction)
    return;
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static gboolean
on_timer (gpointer data)
{
  DemLoader *self = data;

  set_fraction (self, g_atomic_int_get (&self->progress.per_mille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
start_timer (DemLoader *self)
{
  self->timer = g_timeout_source_new (NOTIFY_MILLISECONDS);
  g_source_set_callback (self->timer, on_timer, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  DemDossier *dossier = load (source, cancellable, &error);

  if (dossier != NULL)
    g_task_return_pointer (task, dossier, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Back on the thread that started it. */
static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  DemLoader *self = DEM_LOADER (source);
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  DemDossier *dossier = g_task_propagate_pointer (G_TASK (result), &error);

  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  if (dossier == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  set_fraction (self, 1);
  g_task_return_pointer (task, dossier, g_object_unref);
}

void
dem_loader_load_async (DemLoader *self, GCancellable *cancellable, GAsyncReadyCallback done, gpointer data)
{
  GTask *task;
  g_autoptr (GTask) thread = NULL;

  g_return_if_fail (DEM_IS_LOADER (self));
  g_return_if_fail (!self->used);

  self->used = TRUE;
  task = g_task_new (self, cancellable, done, data);
  g_task_set_source_tag (task, dem_loader_load_async);
  start_timer (self);
  thread = g_task_new (self, cancellable, on_loaded, task);
  g_task_run_in_thread (thread, load_in_thread);
}

DemDossier *
dem_loader_load_finish (DemLoader *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
