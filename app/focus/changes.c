/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/focus/changes.h"

#include <math.h>

struct _DemChanges
{
  DemDossier *dossier;
  guint32 scenario;
  GArray *candidates; /* DemChange, by day: events, and pairs whose stance may change */
};

/* ---- Candidates ---- */

static void
add (DemChanges *self, DemDay day, DemRef ref)
{
  DemChange change = { day, ref };

  if (dem_day_is_finite (day))
    g_array_append_val (self->candidates, change);
}

static void
add_events (DemChanges *self)
{
  for (guint i = 0; i < dem_dossier_count (self->dossier, DEM_KIND_EVENT); i++)
    if (dem_dossier_exists_in (self->dossier, DEM_REF (EVENT, i), self->scenario))
      add (self, dem_dossier_event (self->dossier, i)->when.start_min, DEM_REF (EVENT, i));
}

/* A phase may begin to hold on its first day and hold no more after its last. */
static void
add_phases (DemChanges *self)
{
  DemDay today = dem_dossier_get_today (self->dossier);

  for (guint i = 0; i < dem_dossier_count (self->dossier, DEM_KIND_RELATION); i++)
    {
      const DemRelation *phase = dem_dossier_relation (self->dossier, i);

      if (isnan (phase->stance) || !dem_dossier_exists_in (self->dossier, DEM_REF (RELATION, i), self->scenario))
        continue;
      if (phase->when.start_min <= today)
        add (self, phase->when.start_min, DEM_REF (PAIR, phase->pair));
      if (phase->when.end_max < today)
        add (self, dem_day_is_finite (phase->when.end_max) ? phase->when.end_max + 1 : DEM_DAY_UNKNOWN,
             DEM_REF (PAIR, phase->pair));
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const DemChange *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return dem_ref_compare (x->ref, y->ref);
}

DemChanges *
dem_changes_new (DemDossier *dossier, guint32 scenario)
{
  DemChanges *self;

  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  self = g_new0 (DemChanges, 1);
  self->dossier = g_object_ref (dossier);
  self->scenario = scenario;
  self->candidates = g_array_new (FALSE, FALSE, sizeof (DemChange));
  add_events (self);
  add_phases (self);
  g_array_sort (self->candidates, compare_changes);
  return self;
}

void
dem_changes_free (DemChanges *self)
{
  g_array_unref (self->candidates);
  g_object_unref (self->dossier);
  g_free (self);
}

/* ---- On a worker ---- */

typedef struct
{
  DemDossier *dossier;
  guint32 scenario;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_object_unref (order->dossier);
  g_free (order);
}

static void
make_changes (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, dem_changes_new (order->dossier, order->scenario), (GDestroyNotify) dem_changes_free);
}

void
dem_changes_make_async (DemDossier *dossier,
                        guint32 scenario,
                        GCancellable *cancellable,
                        gpointer source,
                        GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (DEM_IS_DOSSIER (dossier));

  order = g_new (Order, 1);
  *order = (Order){ g_object_ref (dossier), scenario };
  task = g_task_new (source, cancellable, callback, NULL);
  g_task_set_source_tag (task, dem_changes_make_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_changes);
}

DemChanges *
dem_changes_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dem_changes_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* ---- What really changes ---- */

/* The first candidate after a day. */
static guint
find_after (DemChanges *self, DemDay day)
{
  guint low = 0, high = self->candidates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->candidates, DemChange, middle).day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether a candidate changes anything, and what: of a pair the phase that holds from now on, unless it did before. */
static gboolean
resolve (DemChanges *self, guint i, DemChange *change)
{
  guint32 before, after;

  *change = g_array_index (self->candidates, DemChange, i);
  if (change->ref.kind == DEM_KIND_EVENT)
    return TRUE;
  /* Two phases of a pair that meet on a day are one change. */
  if (i > 0 && g_array_index (self->candidates, DemChange, i - 1).day == change->day
      && dem_ref_equal (g_array_index (self->candidates, DemChange, i - 1).ref, change->ref))
    return FALSE;
  before = dem_dossier_stance_at (self->dossier, change->ref.index, change->day - 1, self->scenario);
  after = dem_dossier_stance_at (self->dossier, change->ref.index, change->day, self->scenario);
  if (after != DEM_NO_INDEX)
    change->ref = DEM_REF (RELATION, after);
  return before != after;
}

DemDay
dem_changes_next (DemChanges *self, DemDay after)
{
  DemChange change;

  for (guint i = find_after (self, after); i < self->candidates->len; i++)
    if (resolve (self, i, &change))
      return change.day;
  return DEM_DAY_UNKNOWN;
}

DemDay
dem_changes_previous (DemChanges *self, DemDay before)
{
  DemChange change;

  if (!dem_day_is_finite (before))
    return DEM_DAY_UNKNOWN;
  for (guint i = find_after (self, before - 1); i > 0; i--)
    if (resolve (self, i - 1, &change))
      return change.day;
  return DEM_DAY_UNKNOWN;
}

void
dem_changes_collect (DemChanges *self, DemDay after, DemDay until, GArray *changes)
{
  DemChange change;

  for (guint i = find_after (self, after); i < self->candidates->len; i++)
    {
      if (g_array_index (self->candidates, DemChange, i).day > until)
        break;
      if (resolve (self, i, &change))
        g_array_append_val (changes, change);
    }
}
