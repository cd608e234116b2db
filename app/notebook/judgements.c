/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/notebook/judgements.h"

#include <math.h>
#include <string.h>

struct _DemJudgements
{
  GHashTable *table; /* id → double */
};

DemJudgements *
dem_judgements_new (void)
{
  DemJudgements *self = g_new0 (DemJudgements, 1);

  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

DemJudgements *
dem_judgements_copy (const DemJudgements *self)
{
  DemJudgements *copy = dem_judgements_new ();
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->table);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_insert (copy->table, g_strdup (id), g_memdup2 (value, sizeof (double)));
  return copy;
}

void
dem_judgements_free (DemJudgements *self)
{
  g_hash_table_unref (self->table);
  g_free (self);
}

guint
dem_judgements_count (const DemJudgements *self)
{
  return g_hash_table_size (self->table);
}

double
dem_judgements_get (const DemJudgements *self, const char *claim)
{
  const double *value;

  g_return_val_if_fail (claim != NULL, NAN);

  value = g_hash_table_lookup (self->table, claim);
  return value != NULL ? *value : NAN;
}

gboolean
dem_judgements_equal (const DemJudgements *a, const DemJudgements *b)
{
  GHashTableIter iter;
  gpointer id, value;

  if (g_hash_table_size (a->table) != g_hash_table_size (b->table))
    return FALSE;
  g_hash_table_iter_init (&iter, a->table);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (dem_judgements_get (b, id) != *(double *) value) /* also when it has none, which is NAN */
      return FALSE;
  return TRUE;
}

gboolean
dem_judgements_set (DemJudgements *self, const char *claim, double value)
{
  if (isnan (value))
    return g_hash_table_remove (self->table, claim);
  if (dem_judgements_get (self, claim) == value)
    return FALSE;
  g_hash_table_replace (self->table, g_strdup (claim), g_memdup2 (&value, sizeof value));
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

const char **
dem_judgements_list (const DemJudgements *self)
{
  guint n;
  const char **ids = (const char **) g_hash_table_get_keys_as_array (self->table, &n);

  qsort (ids, n, sizeof *ids, compare_ids);
  return ids;
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const DemAssumption *first = a, *second = b;

  return (first->claim > second->claim) - (first->claim < second->claim);
}

GArray *
dem_judgements_resolve (const DemJudgements *self, DemDossier *dossier)
{
  GArray *resolved = g_array_new (FALSE, FALSE, sizeof (DemAssumption));
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->table);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      DemRef ref = dem_dossier_find (dossier, id);

      if (ref.kind == DEM_KIND_CLAIM)
        g_array_append_val (resolved, ((DemAssumption){ ref.index, *(double *) value }));
    }
  g_array_sort (resolved, compare_claims);
  return resolved;
}
