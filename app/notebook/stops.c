/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/stops.h"

#include <math.h>
#include <string.h>

struct _DemStops
{
  GHashTable *table; /* id → DemOwnStop, whose the key is */
  char **order;
  char *others; /* nullable */
};

static void
unref_stop (gpointer data)
{
  dem_own_stop_unref (data);
}

DemStops *
dem_stops_new (void)
{
  DemStops *self = g_new0 (DemStops, 1);

  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_stop);
  self->order = g_new0 (char *, 1);
  return self;
}

DemStops *
dem_stops_copy (const DemStops *self)
{
  DemStops *copy = dem_stops_new ();
  GHashTableIter iter;
  gpointer stop;

  g_hash_table_iter_init (&iter, self->table);
  while (g_hash_table_iter_next (&iter, NULL, &stop))
    dem_stops_put (copy, stop);
  dem_stops_set_order (copy, (const char *const *) self->order);
  copy->others = g_strdup (self->others);
  return copy;
}

void
dem_stops_free (DemStops *self)
{
  g_hash_table_unref (self->table);
  g_strfreev (self->order);
  g_free (self->others);
  g_free (self);
}

gboolean
dem_stops_equal (const DemStops *a, const DemStops *b)
{
  GHashTableIter iter;
  gpointer id, stop;

  if (a == b)
    return TRUE;
  if (g_hash_table_size (a->table) != g_hash_table_size (b->table)
      || !g_strv_equal ((const char *const *) a->order, (const char *const *) b->order)
      || g_strcmp0 (a->others, b->others) != 0)
    return FALSE;
  g_hash_table_iter_init (&iter, a->table);
  while (g_hash_table_iter_next (&iter, &id, &stop))
    if (!dem_own_stop_equal (stop, dem_stops_get (b, id)))
      return FALSE;
  return TRUE;
}

gboolean
dem_stops_is_empty (const DemStops *self)
{
  return g_hash_table_size (self->table) == 0 && self->order[0] == NULL && self->others == NULL;
}

DemOwnStop *
dem_stops_get (const DemStops *self, const char *id)
{
  return g_hash_table_lookup (self->table, id);
}

void
dem_stops_put (DemStops *self, DemOwnStop *stop)
{
  if (dem_own_stop_is_empty (stop))
    g_hash_table_remove (self->table, stop->id);
  else
    g_hash_table_replace (self->table, stop->id, dem_own_stop_ref (stop));
}

void
dem_stops_remove (DemStops *self, const char *id)
{
  g_hash_table_remove (self->table, id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
dem_stops_list (const DemStops *self)
{
  guint n;
  const char **ids = (const char **) g_hash_table_get_keys_as_array (self->table, &n);

  qsort (ids, n, sizeof *ids, compare_ids);
  return ids;
}

const char *const *
dem_stops_get_order (const DemStops *self)
{
  return (const char *const *) self->order;
}

void
dem_stops_set_order (DemStops *self, const char *const *ids)
{
  char **order = ids != NULL ? g_strdupv ((char **) ids) : g_new0 (char *, 1);

  g_strfreev (self->order);
  self->order = order;
}

const char *
dem_stops_get_others (const DemStops *self)
{
  return self->others;
}

void
dem_stops_set_others (DemStops *self, const char *others)
{
  char *copy = g_strdup (others);

  g_free (self->others);
  self->others = copy;
}

/* ---- Merging ---- */

/* Theirs where ours is as it was. */
static gboolean
takes_text (const char *base, const char *mine, const char *theirs)
{
  return g_strcmp0 (base, mine) == 0 && g_strcmp0 (mine, theirs) != 0;
}

/* Both have written, something else each, and neither has what the other says. */
static gboolean
is_conflict (const char *base, const char *mine, const char *theirs)
{
  if (theirs == NULL || *theirs == '\0' || g_strcmp0 (base, theirs) == 0)
    return FALSE;
  return g_strcmp0 (base, mine) != 0 && (mine == NULL || strstr (mine, theirs) == NULL);
}

static void
append_note (DemOwnStop *merged, const char *text)
{
  const char *notes = merged->texts[DEM_STOP_NOTES];
  g_autofree char *all = NULL;

  if (notes != NULL && strstr (notes, text) != NULL)
    return;
  all = notes != NULL && *notes != '\0' ? g_strdup_printf ("%s\n\n%s", notes, text) : g_strdup (text);
  dem_own_stop_set_text (merged, DEM_STOP_NOTES, all);
}

static void
merge_texts (const DemOwnStop *base, const DemOwnStop *theirs, const DemOwnStop *mine, DemOwnStop *merged)
{
  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    if (takes_text (base->texts[i], mine->texts[i], theirs->texts[i]))
      dem_own_stop_set_text (merged, i, theirs->texts[i]);
  for (guint i = 0; i < DEM_N_STOP_TEXTS; i++)
    if (is_conflict (base->texts[i], mine->texts[i], theirs->texts[i]))
      append_note (merged, theirs->texts[i]);
}

static DemOwnStop *
merge_stop (const DemOwnStop *base, const DemOwnStop *mine, const DemOwnStop *theirs)
{
  g_autoptr (DemOwnStop) nothing = dem_own_stop_new (mine->id);
  DemOwnStop *merged = dem_own_stop_copy (mine);

  if (base == NULL)
    base = nothing;
  merge_texts (base, theirs, mine, merged);
  if (mine->is_hidden == base->is_hidden)
    merged->is_hidden = theirs->is_hidden;
  if (mine->minutes == base->minutes || (isnan (mine->minutes) && isnan (base->minutes)))
    merged->minutes = theirs->minutes;
  if (dem_shot_equal (mine->shot, base->shot))
    dem_own_stop_set_shot (merged, theirs->shot);
  if (takes_text (base->others, mine->others, theirs->others))
    {
      g_free (merged->others);
      merged->others = g_strdup (theirs->others);
    }
  return merged;
}

/* What both have drawn since is kept. */
static void
merge_strokes (const DemOwnStop *base, const DemOwnStop *theirs, DemOwnStop *merged)
{
  guint n_base = base != NULL && base->strokes != NULL ? base->strokes->len : 0;
  guint n_mine = merged->strokes != NULL ? merged->strokes->len : 0;
  guint n_theirs = theirs->strokes != NULL ? theirs->strokes->len : 0;

  if (n_mine == n_base && n_theirs < n_base)
    {
      g_clear_pointer (&merged->strokes, g_ptr_array_unref);
      n_base = 0;
    }
  for (guint i = n_base; i < n_theirs; i++)
    dem_own_stop_add_stroke (merged, theirs->strokes->pdata[i]);
}

static void
merge_one (DemStops *merged, const char *id, const DemStops *base, const DemStops *theirs)
{
  DemOwnStop *before = base != NULL ? dem_stops_get (base, id) : NULL;
  DemOwnStop *mine = dem_stops_get (merged, id), *other = dem_stops_get (theirs, id);

  if (dem_own_stop_equal (before, other) || dem_own_stop_equal (mine, other))
    return;
  if (dem_own_stop_equal (before, mine) && other == NULL)
    dem_stops_remove (merged, id);
  else if (dem_own_stop_equal (before, mine) || (mine == NULL && other != NULL))
    dem_stops_put (merged, other);
  else if (other != NULL)
    {
      g_autoptr (DemOwnStop) both = merge_stop (before, mine, other);

      merge_strokes (before, other, both);
      dem_stops_put (merged, both);
    }
}

/* Ours, if we have changed it; what only they have follows what it followed there. */
static void
merge_order (DemStops *merged, const DemStops *base, const DemStops *theirs)
{
  const char *const nothing[] = { NULL };
  const char *const *before = base != NULL ? dem_stops_get_order (base) : nothing;
  g_autoptr (GPtrArray) order = NULL;

  if (g_strv_equal (before, (const char *const *) merged->order))
    {
      dem_stops_set_order (merged, (const char *const *) theirs->order);
      return;
    }
  if (theirs->order[0] == NULL || merged->order[0] == NULL)
    return;
  order = g_ptr_array_new ();
  for (char **id = merged->order; *id != NULL; id++)
    g_ptr_array_add (order, *id);
  for (guint i = 0; theirs->order[i] != NULL; i++)
    {
      guint at = 0;

      if (g_strv_contains ((const char *const *) merged->order, theirs->order[i])
          || g_strv_contains (before, theirs->order[i]))
        continue;
      if (i > 0 && g_ptr_array_find_with_equal_func (order, theirs->order[i - 1], g_str_equal, &at))
        at++;
      g_ptr_array_insert (order, (int) at, theirs->order[i]);
    }
  g_ptr_array_add (order, NULL);
  dem_stops_set_order (merged, (const char *const *) order->pdata);
}

DemStops *
dem_stops_merge (const DemStops *base, const DemStops *mine, const DemStops *theirs)
{
  DemStops *merged;
  g_autofree const char **changed = NULL, **gone = NULL;

  g_return_val_if_fail (mine != NULL && theirs != NULL, NULL);

  merged = dem_stops_copy (mine);
  changed = dem_stops_list (theirs);
  for (guint i = 0; changed[i] != NULL; i++)
    merge_one (merged, changed[i], base, theirs);
  gone = base != NULL ? dem_stops_list (base) : NULL;
  for (guint i = 0; gone != NULL && gone[i] != NULL; i++)
    if (dem_stops_get (theirs, gone[i]) == NULL)
      merge_one (merged, gone[i], base, theirs);
  merge_order (merged, base, theirs);
  if (g_strcmp0 (base != NULL ? base->others : NULL, mine->others) == 0)
    dem_stops_set_others (merged, theirs->others);
  return merged;
}
