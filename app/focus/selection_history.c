/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/focus/selection_history.h"

#include "app/dossier/remap.h"

#define MOST_ENTRIES 200

struct _DemSelectionHistory
{
  GPtrArray *entries; /* of GArray of DemRef; never empty, the first is often the empty selection */
  guint at;
};

static GArray *
entry_new (const DemRef *refs, guint n)
{
  GArray *entry = g_array_sized_new (FALSE, FALSE, sizeof (DemRef), n);

  if (n > 0)
    g_array_append_vals (entry, refs, n);
  return entry;
}

static gboolean
entry_equal (const GArray *entry, const DemRef *refs, guint n)
{
  if (entry->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!dem_ref_equal (g_array_index (entry, DemRef, i), refs[i]))
      return FALSE;
  return TRUE;
}

static GArray *
get_entry (const DemSelectionHistory *self, guint i)
{
  return g_ptr_array_index (self->entries, i);
}

DemSelectionHistory *
dem_selection_history_new (void)
{
  DemSelectionHistory *self = g_new0 (DemSelectionHistory, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (self->entries, entry_new (NULL, 0));
  return self;
}

DemSelectionHistory *
dem_selection_history_copy (const DemSelectionHistory *self)
{
  DemSelectionHistory *copy = g_new0 (DemSelectionHistory, 1);

  copy->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (copy->entries, g_array_copy (get_entry (self, i)));
  copy->at = self->at;
  return copy;
}

void
dem_selection_history_free (DemSelectionHistory *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

gboolean
dem_selection_history_equal (const DemSelectionHistory *a, const DemSelectionHistory *b)
{
  if (a->at != b->at || a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    if (!entry_equal (get_entry (a, i), (const DemRef *) (gconstpointer) get_entry (b, i)->data, get_entry (b, i)->len))
      return FALSE;
  return TRUE;
}

const DemRef *
dem_selection_history_get (const DemSelectionHistory *self, guint *n)
{
  GArray *entry = get_entry (self, self->at);

  *n = entry->len;
  return entry->len > 0 ? (const DemRef *) (gconstpointer) entry->data : NULL;
}

gboolean
dem_selection_history_push (DemSelectionHistory *self, const DemRef *refs, guint n)
{
  if (entry_equal (get_entry (self, self->at), refs, n))
    return FALSE;
  g_ptr_array_set_size (self->entries, (int) self->at + 1);
  g_ptr_array_add (self->entries, entry_new (refs, n));
  if (self->entries->len > MOST_ENTRIES)
    g_ptr_array_remove_index (self->entries, 0);
  self->at = self->entries->len - 1;
  return TRUE;
}

gboolean
dem_selection_history_can_step (const DemSelectionHistory *self, int by)
{
  return by < 0 ? self->at > 0 : self->at + 1 < self->entries->len;
}

gboolean
dem_selection_history_step (DemSelectionHistory *self, int by)
{
  if (!dem_selection_history_can_step (self, by))
    return FALSE;
  self->at = by < 0 ? self->at - 1 : self->at + 1;
  return TRUE;
}

static void
remap_entry (GArray *entry, DemDossier *from, DemDossier *to)
{
  guint kept = 0;

  for (guint i = 0; i < entry->len; i++)
    {
      DemRef ref = dem_ref_remap (g_array_index (entry, DemRef, i), from, to);

      if (!dem_ref_is_none (ref))
        g_array_index (entry, DemRef, kept++) = ref;
    }
  g_array_set_size (entry, kept);
}

/* Entries that have become like their neighbour would make "back" do nothing: one of the two goes. */
void
dem_selection_history_remap (DemSelectionHistory *self, DemDossier *from, DemDossier *to)
{
  for (guint i = 0; i < self->entries->len; i++)
    remap_entry (get_entry (self, i), from, to);
  for (guint i = self->entries->len - 1; i > 0; i--)
    {
      GArray *entry = get_entry (self, i);

      if (!entry_equal (get_entry (self, i - 1), (const DemRef *) (gconstpointer) entry->data, entry->len))
        continue;
      g_ptr_array_remove_index (self->entries, i);
      if (self->at >= i)
        self->at--;
    }
}
