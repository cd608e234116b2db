/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/pins.h"

#include <string.h>

struct _DemPins
{
  GHashTable *table; /* id → DemPin */
};

DemPins *
dem_pins_new (void)
{
  DemPins *self = g_new0 (DemPins, 1);

  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

DemPins *
dem_pins_copy (const DemPins *self)
{
  DemPins *copy = dem_pins_new ();
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->table);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_insert (copy->table, g_strdup (id), g_memdup2 (value, sizeof (DemPin)));
  return copy;
}

void
dem_pins_free (DemPins *self)
{
  g_hash_table_unref (self->table);
  g_free (self);
}

guint
dem_pins_count (const DemPins *self)
{
  return g_hash_table_size (self->table);
}

const DemPin *
dem_pins_get (const DemPins *self, const char *actor)
{
  g_return_val_if_fail (actor != NULL, NULL);

  return g_hash_table_lookup (self->table, actor);
}

gboolean
dem_pins_equal (const DemPins *a, const DemPins *b)
{
  GHashTableIter iter;
  gpointer id, value;

  if (g_hash_table_size (a->table) != g_hash_table_size (b->table))
    return FALSE;
  g_hash_table_iter_init (&iter, a->table);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const DemPin *here = value, *there = dem_pins_get (b, id);

      if (there == NULL || there->x != here->x || there->y != here->y)
        return FALSE;
    }
  return TRUE;
}

gboolean
dem_pins_set (DemPins *self, const char *actor, const DemPin *pin)
{
  const DemPin *before = dem_pins_get (self, actor);

  if (pin == NULL)
    return g_hash_table_remove (self->table, actor);
  if (before != NULL && before->x == pin->x && before->y == pin->y)
    return FALSE;
  g_hash_table_replace (self->table, g_strdup (actor), g_memdup2 (pin, sizeof *pin));
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
dem_pins_list (const DemPins *self)
{
  guint n;
  const char **ids = (const char **) g_hash_table_get_keys_as_array (self->table, &n);

  qsort (ids, n, sizeof *ids, compare_ids);
  return ids;
}
