/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DemAutosaveState:
 * @DEM_AUTOSAVE_IDLE: everything is saved
 * @DEM_AUTOSAVE_PENDING: something has changed and will be saved in a moment
 * @DEM_AUTOSAVE_SAVING: it is being saved
 * @DEM_AUTOSAVE_FAILED: the last attempt failed; another one follows
 */
typedef enum
{
  DEM_AUTOSAVE_IDLE,
  DEM_AUTOSAVE_PENDING,
  DEM_AUTOSAVE_SAVING,
  DEM_AUTOSAVE_FAILED,
} DemAutosaveState;

/**
 * DemAutosaveSource:
 * @take: what is to be saved, as it is now, so that it can be read on another thread while it changes here;
 * quick, on the main thread. (transfer full)
 * @save: saves what was taken; on a worker, one at a time, as long as it takes. FALSE with an error whose
 * message is a sentence for a person.
 * @saved: (nullable): it is saved, on the main thread, before the state changes; not when it failed
 * @free: frees what was taken; on the main thread
 */
typedef struct
{
  gpointer (*take) (gpointer data);
  gboolean (*save) (gpointer taken, GError **error);
  void (*saved) (gpointer taken, gpointer data);
  GDestroyNotify free;
} DemAutosaveSource;

/**
 * DemAutosave:
 *
 * Saves something that changes, by itself and without making anybody wait: on a worker, soon after the last
 * change and not much later than the first that is not saved yet, the newest state only. A save that fails is
 * tried again, after longer and longer times. What the clock on the wall says makes no difference. For the
 * main thread. As long as something is unsaved it keeps itself alive.
 *
 * Signal: `changed`, when the state, the reason or the time of the last success is another.
 */
#define DEM_TYPE_AUTOSAVE (dem_autosave_get_type ())
G_DECLARE_FINAL_TYPE (DemAutosave, dem_autosave, DEM, AUTOSAVE, GObject)

/* How long it waits for another change, and the longest that a change waits while others follow. Saving
 * itself comes on top; both together are to stay below a second. */
#define DEM_AUTOSAVE_QUIET_MILLISECONDS 250
#define DEM_AUTOSAVE_LONGEST_MILLISECONDS 600

/* How long it waits after the first failure, doubled after each further one, and never more. */
#define DEM_AUTOSAVE_RETRY_MILLISECONDS 1000
#define DEM_AUTOSAVE_LONGEST_RETRY_MILLISECONDS 30000

/* @source is static. @data is borrowed by `take` and `saved`, which are not called any more after
 * dem_autosave_detach(). */
DemAutosave *dem_autosave_new (const DemAutosaveSource *source, gpointer data);

/* Something has changed. */
void dem_autosave_touch (DemAutosave *self);

/* Saves what is unsaved at once, without waiting for it. Also ends the pause after a failure. */
void dem_autosave_hurry (DemAutosave *self);

/**
 * dem_autosave_flush:
 * @milliseconds: how long to wait at most; negative for as long as it takes
 *
 * Saves at once and waits for it, for the end: a worker that is at it may be waited for, too. `changed` is
 * emitted before it returns.
 *
 * Returns: TRUE when nothing is unsaved. FALSE with the reason, or with %G_IO_ERROR_TIMED_OUT: then it goes
 * on.
 */
gboolean dem_autosave_flush (DemAutosave *self, int milliseconds, GError **error);

/* Whoever made it goes: what is unsaved is taken now, and `take` and `saved` are not called after. */
void dem_autosave_detach (DemAutosave *self);

DemAutosaveState dem_autosave_get_state (DemAutosave *self);

/* Why the last attempt failed, until one succeeds, also while it is tried again; else NULL. */
const GError *dem_autosave_get_reason (DemAutosave *self);

/* When something was last saved, as g_get_monotonic_time() tells time; 0 for never. */
gint64 dem_autosave_get_saved_at (DemAutosave *self);

G_END_DECLS
