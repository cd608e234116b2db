/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/autosave.h"

#include <glib/gi18n-lib.h>

/* Job: one save, shared by the worker, the autosave, and the idle source that tells it of the end. */
typedef struct
{
  const DemAutosaveSource *source;
  gpointer taken;
  GMainContext *context;
  DemAutosave *autosave; /* a reference; only the main thread gives it back */

  GMutex mutex;
  GCond ended;
  gboolean has_ended;
  GError *error; /* NULL when it went well */
} Job;

struct _DemAutosave
{
  GObject parent_instance;

  const DemAutosaveSource *source;
  gpointer data;
  GMainContext *context;

  DemAutosaveState state;
  GError *reason;
  gint64 saved_at;
  guint n_failures; /* in a row */

  gboolean is_dirty;    /* something has changed since `take` was called last, or that was not saved */
  gint64 first_unsaved; /* when it became so */
  gpointer taken;       /* to be saved next, once detached or after a failure then */
  Job *job;             /* what is being saved */
  GSource *timer;
};

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemAutosave, dem_autosave, G_TYPE_OBJECT)

/* ---- Jobs ---- */

static void
clear_job (gpointer data)
{
  Job *job = data;

  g_clear_error (&job->error);
  g_main_context_unref (job->context);
  g_mutex_clear (&job->mutex);
  g_cond_clear (&job->ended);
}

static void
drop_job (gpointer job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

static void take_end_of_job (DemAutosave *self);

static gboolean
on_job_ended (gpointer data)
{
  Job *job = data;
  DemAutosave *self = job->autosave;

  if (self->job == job)
    take_end_of_job (self);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

/* Takes the worker's reference. */
static void
end_job (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_job_ended, g_atomic_rc_box_acquire (job), drop_job);
  g_source_attach (source, job->context);

  g_mutex_lock (&job->mutex);
  job->has_ended = TRUE;
  g_cond_broadcast (&job->ended);
  g_mutex_unlock (&job->mutex);
  drop_job (job);
}

static gpointer
work (gpointer data)
{
  Job *job = data;

  if (!job->source->save (job->taken, &job->error) && job->error == NULL)
    g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("Nobody knows why."));
  end_job (job);
  return NULL;
}

static Job *
start_job (DemAutosave *self, gpointer taken)
{
  Job *job = g_atomic_rc_box_new0 (Job);
  g_autoptr (GThread) thread = NULL;

  job->source = self->source;
  job->taken = taken;
  job->context = g_main_context_ref (self->context);
  job->autosave = g_object_ref (self);
  g_mutex_init (&job->mutex);
  g_cond_init (&job->ended);
  thread = g_thread_try_new ("autosave", work, g_atomic_rc_box_acquire (job), &job->error);
  if (thread == NULL)
    end_job (job);
  return job;
}

/* FALSE when it has not ended until then; a negative @deadline never comes. */
static gboolean
wait_for_job (Job *job, gint64 deadline)
{
  gboolean has_ended;

  g_mutex_lock (&job->mutex);
  while (!job->has_ended)
    if (deadline < 0)
      g_cond_wait (&job->ended, &job->mutex);
    else if (!g_cond_wait_until (&job->ended, &job->mutex, deadline))
      break;
  has_ended = job->has_ended;
  g_mutex_unlock (&job->mutex);
  return has_ended;
}

/* ---- When ---- */

static void
stop_timer (DemAutosave *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static gboolean
on_timer (gpointer data)
{
  dem_autosave_hurry (data);
  return G_SOURCE_REMOVE;
}

static void
start_timer (DemAutosave *self, gint64 milliseconds)
{
  stop_timer (self);
  self->timer = g_timeout_source_new ((guint) CLAMP (milliseconds, 0, G_MAXINT));
  g_source_set_callback (self->timer, on_timer, self, NULL);
  g_source_attach (self->timer, self->context);
}

/* Typing goes on for minutes, so the first change that is unsaved sets a limit. */
static void
wait_for_quiet (DemAutosave *self)
{
  gint64 waited = (g_get_monotonic_time () - self->first_unsaved) / 1000;

  start_timer (self, MIN (DEM_AUTOSAVE_QUIET_MILLISECONDS, DEM_AUTOSAVE_LONGEST_MILLISECONDS - waited));
}

static void
wait_for_retry (DemAutosave *self)
{
  guint doublings = MIN (self->n_failures - 1, 16);

  start_timer (self, MIN ((gint64) DEM_AUTOSAVE_RETRY_MILLISECONDS << doublings,
                          DEM_AUTOSAVE_LONGEST_RETRY_MILLISECONDS));
}

/* ---- State ---- */

static void
set_state (DemAutosave *self, DemAutosaveState state)
{
  g_autoptr (DemAutosave) held = g_object_ref (self);
  gboolean was_unsaved = self->state != DEM_AUTOSAVE_IDLE;
  gboolean is_unsaved = state != DEM_AUTOSAVE_IDLE;

  self->state = state;
  if (is_unsaved && !was_unsaved)
    g_object_ref (self);
  if (was_unsaved && !is_unsaved)
    g_object_unref (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mark_dirty (DemAutosave *self)
{
  if (!self->is_dirty)
    self->first_unsaved = g_get_monotonic_time ();
  self->is_dirty = TRUE;
}

static void
take_success (DemAutosave *self, gpointer taken)
{
  if (self->source->saved != NULL && self->data != NULL)
    self->source->saved (taken, self->data);
  self->source->free (taken);
  g_clear_error (&self->reason);
  self->n_failures = 0;
  self->saved_at = g_get_monotonic_time ();
  if (self->is_dirty)
    wait_for_quiet (self);
  set_state (self, self->is_dirty ? DEM_AUTOSAVE_PENDING : DEM_AUTOSAVE_IDLE);
}

static void
take_failure (DemAutosave *self, gpointer taken, GError *error)
{
  /* While there is somebody to ask, the next attempt saves what there is then. */
  if (self->data == NULL && self->taken == NULL)
    self->taken = taken;
  else
    self->source->free (taken);
  mark_dirty (self);
  g_clear_error (&self->reason);
  self->reason = error;
  self->n_failures++;
  wait_for_retry (self);
  set_state (self, DEM_AUTOSAVE_FAILED);
}

static void
take_end_of_job (DemAutosave *self)
{
  Job *job = g_steal_pointer (&self->job);
  gpointer taken = g_steal_pointer (&job->taken);
  GError *error = g_steal_pointer (&job->error);

  if (error == NULL)
    take_success (self, taken);
  else
    take_failure (self, taken, error);
  drop_job (job);
}

/* ---- Verbs ---- */

void
dem_autosave_touch (DemAutosave *self)
{
  g_return_if_fail (DEM_IS_AUTOSAVE (self));
  g_return_if_fail (self->data != NULL);

  mark_dirty (self);
  /* What is being saved is waited for, and a failure for its time. */
  if (self->state == DEM_AUTOSAVE_SAVING || self->state == DEM_AUTOSAVE_FAILED)
    return;
  wait_for_quiet (self);
  if (self->state == DEM_AUTOSAVE_IDLE)
    set_state (self, DEM_AUTOSAVE_PENDING);
}

void
dem_autosave_hurry (DemAutosave *self)
{
  gpointer taken;

  g_return_if_fail (DEM_IS_AUTOSAVE (self));

  if (!self->is_dirty || self->job != NULL)
    return;
  stop_timer (self);
  self->is_dirty = FALSE;
  taken = self->taken != NULL ? g_steal_pointer (&self->taken) : self->source->take (self->data);
  self->job = start_job (self, taken);
  set_state (self, DEM_AUTOSAVE_SAVING);
}

gboolean
dem_autosave_flush (DemAutosave *self, int milliseconds, GError **error)
{
  gint64 deadline = milliseconds < 0 ? -1 : g_get_monotonic_time () + milliseconds * (gint64) 1000;
  g_autoptr (DemAutosave) held = NULL;

  g_return_val_if_fail (DEM_IS_AUTOSAVE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  held = g_object_ref (self);
  while (self->is_dirty || self->job != NULL)
    {
      gboolean is_newest = self->job == NULL;

      dem_autosave_hurry (self);
      if (!wait_for_job (self->job, deadline))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                               _ ("Saving takes longer than usual."));
          return FALSE;
        }
      take_end_of_job (self);
      if (is_newest && self->reason != NULL)
        {
          g_propagate_error (error, g_error_copy (self->reason));
          return FALSE;
        }
    }
  return TRUE;
}

void
dem_autosave_detach (DemAutosave *self)
{
  g_return_if_fail (DEM_IS_AUTOSAVE (self));

  if (self->data == NULL)
    return;
  if (self->is_dirty)
    self->taken = self->source->take (self->data);
  self->data = NULL;
}

DemAutosaveState
dem_autosave_get_state (DemAutosave *self)
{
  g_return_val_if_fail (DEM_IS_AUTOSAVE (self), DEM_AUTOSAVE_IDLE);

  return self->state;
}

const GError *
dem_autosave_get_reason (DemAutosave *self)
{
  g_return_val_if_fail (DEM_IS_AUTOSAVE (self), NULL);

  return self->reason;
}

gint64
dem_autosave_get_saved_at (DemAutosave *self)
{
  g_return_val_if_fail (DEM_IS_AUTOSAVE (self), 0);

  return self->saved_at;
}

/* ---- The object ---- */

static void
dem_autosave_finalize (GObject *object)
{
  DemAutosave *self = DEM_AUTOSAVE (object);

  /* Whatever is unsaved, or being saved, holds it. */
  g_assert (self->job == NULL && self->taken == NULL);
  stop_timer (self);
  g_clear_error (&self->reason);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (dem_autosave_parent_class)->finalize (object);
}

static void
dem_autosave_class_init (DemAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_autosave_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", DEM_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dem_autosave_init (DemAutosave *self)
{
  self->context = g_main_context_ref_thread_default ();
}

DemAutosave *
dem_autosave_new (const DemAutosaveSource *source, gpointer data)
{
  DemAutosave *self;

  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (source->take != NULL && source->save != NULL && source->free != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (DEM_TYPE_AUTOSAVE, NULL);
  self->source = source;
  self->data = data;
  return self;
}
