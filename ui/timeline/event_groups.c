/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_groups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ui/timeline/event_kinds.h"

#define FEW_EVENTS 2 /* have room in one row */
#define SOME_EVENTS 12

/* ---- Names ---- */

static const char *const names[DEM_N_GROUPINGS] = { "none", "actor", "kind" };

const char *
dem_event_grouping_to_name (DemEventGrouping grouping)
{
  g_return_val_if_fail (grouping < DEM_N_GROUPINGS, names[DEM_GROUPING_NONE]);

  return names[grouping];
}

gboolean
dem_event_grouping_from_name (const char *name, DemEventGrouping *grouping)
{
  for (guint i = 0; i < DEM_N_GROUPINGS; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *grouping = (DemEventGrouping) i;
        return TRUE;
      }
  return FALSE;
}

/* ---- Sorting into groups ---- */

/* A group while it is filled. */
typedef struct
{
  char *name;
  GArray *events; /* DemTimelineEvent */
  gboolean is_rest;
} Heap;

typedef struct
{
  DemEventGroups *self;
  GArray *heaps;          /* Heap */
  GHashTable *by_word;    /* kind in words → heap + 1 */
  GHashTable *by_kind;    /* kind as it is written → heap + 1 */
  guint32 *by_actor;      /* heap + 1 */
  guint rest;             /* heap + 1 */
} Sorting;

/* Returns the new heap + 1. */
static guint
add_heap (Sorting *sorting, char *name, gboolean is_rest)
{
  Heap heap = { .name = name, .events = g_array_new (FALSE, FALSE, sizeof (DemTimelineEvent)), .is_rest = is_rest };

  g_array_append_val (sorting->heaps, heap);
  return sorting->heaps->len;
}

static guint
get_rest (Sorting *sorting)
{
  if (sorting->rest == 0)
    /* Translators: heading of the events that name no actor, or of those of no kind */
    sorting->rest = add_heap (sorting, g_strdup (sorting->self->grouping == DEM_GROUPING_ACTOR ? _ ("No actor") : _ ("Other")),
                              TRUE);
  return sorting->rest;
}

static guint
find_by_actor (Sorting *sorting, const DemEvent *event)
{
  guint32 *heap;

  if (event->n_actors == 0)
    return get_rest (sorting);
  heap = &sorting->by_actor[event->actors[0]];
  if (*heap == 0)
    *heap = add_heap (sorting, dem_dossier_dup_label (sorting->self->whole->dossier, DEM_REF (ACTOR, event->actors[0])),
                      FALSE);
  return *heap;
}

/* Kinds that are the same in words are the same. */
static guint
find_by_kind (Sorting *sorting, const DemEvent *event)
{
  g_autofree char *word = NULL;
  guint heap;

  if (event->kind == NULL || event->kind[0] == '\0')
    return get_rest (sorting);
  heap = GPOINTER_TO_UINT (g_hash_table_lookup (sorting->by_kind, event->kind));
  if (heap > 0)
    return heap;
  word = dem_event_kind_dup_word (event->kind);
  heap = GPOINTER_TO_UINT (g_hash_table_lookup (sorting->by_word, word));
  if (heap == 0)
    heap = add_heap (sorting, g_strdup (word), FALSE);
  g_hash_table_insert (sorting->by_kind, (gpointer) event->kind, GUINT_TO_POINTER (heap));
  g_hash_table_insert (sorting->by_word, g_steal_pointer (&word), GUINT_TO_POINTER (heap));
  return heap;
}

static void
sort_events (Sorting *sorting)
{
  DemEventGroups *self = sorting->self;
  DemDossier *dossier = self->whole->dossier;

  for (guint i = 0; i < self->whole->events->len; i++)
    {
      const DemTimelineEvent *entry = &g_array_index (self->whole->events, DemTimelineEvent, i);
      const DemEvent *event = dem_dossier_event (dossier, entry->event);
      guint heap = self->grouping == DEM_GROUPING_ACTOR ? find_by_actor (sorting, event) : find_by_kind (sorting, event);
      GArray *events = g_array_index (sorting->heaps, Heap, heap - 1).events;

      g_array_index (self->positions, guint32, entry->event) = events->len;
      g_array_append_vals (events, entry, 1);
    }
}

static int
compare_heaps (gconstpointer a, gconstpointer b)
{
  const Heap *x = a, *y = b;

  if (x->is_rest != y->is_rest)
    return x->is_rest ? 1 : -1;
  if (x->events->len != y->events->len)
    return x->events->len > y->events->len ? -1 : 1;
  return g_utf8_collate (x->name, y->name);
}

static void
take_heap (DemEventGroups *self, Heap *heap)
{
  DemEventGroup *group = g_new (DemEventGroup, 1);

  for (guint i = 0; i < heap->events->len; i++)
    self->group_of[g_array_index (heap->events, DemTimelineEvent, i).event] = self->groups->len;
  *group = (DemEventGroup){ .name = heap->name,
                            .index = dem_timeline_index_new_part (self->whole, heap->events, self->positions) };
  g_ptr_array_add (self->groups, group);
}

static void
fill_groups (DemEventGroups *self)
{
  DemDossier *dossier = self->whole->dossier;
  Sorting sorting = { .self = self, .heaps = g_array_new (FALSE, FALSE, sizeof (Heap)) };

  sorting.by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sorting.by_kind = g_hash_table_new (g_str_hash, g_str_equal);
  sorting.by_actor = g_new0 (guint32, dem_dossier_count (dossier, DEM_KIND_ACTOR) + 1);
  sort_events (&sorting);
  g_array_sort (sorting.heaps, compare_heaps);
  for (guint i = 0; i < sorting.heaps->len; i++)
    take_heap (self, &g_array_index (sorting.heaps, Heap, i));
  g_array_unref (sorting.heaps);
  g_hash_table_unref (sorting.by_word);
  g_hash_table_unref (sorting.by_kind);
  g_free (sorting.by_actor);
}

/* ---- Life ---- */

static void
group_free (gpointer data)
{
  DemEventGroup *group = data;

  g_free (group->name);
  dem_timeline_index_unref (group->index);
  g_free (group);
}

DemEventGroups *
dem_event_groups_new (DemTimelineIndex *index, DemEventGrouping grouping)
{
  DemEventGroups *self;
  guint n;

  g_return_val_if_fail (index != NULL && grouping < DEM_N_GROUPINGS, NULL);

  if (grouping == DEM_GROUPING_NONE)
    return NULL;
  n = dem_dossier_count (index->dossier, DEM_KIND_EVENT);
  self = g_new0 (DemEventGroups, 1);
  g_atomic_ref_count_init (&self->references);
  self->grouping = grouping;
  self->whole = dem_timeline_index_ref (index);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->positions = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n + 1);
  g_array_set_size (self->positions, n);
  self->group_of = g_new (guint32, n + 1);
  memset (self->positions->data, 0xff, n * sizeof (guint32));
  memset (self->group_of, 0xff, n * sizeof (guint32));
  fill_groups (self);
  return self;
}

DemEventGroups *
dem_event_groups_ref (DemEventGroups *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
dem_event_groups_unref (DemEventGroups *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->groups);
  g_array_unref (self->positions);
  g_free (self->group_of);
  dem_timeline_index_unref (self->whole);
  g_free (self);
}

const DemEventGroup *
dem_event_groups_get (DemEventGroups *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, i);
}

int
dem_event_groups_find (DemEventGroups *self, guint32 event)
{
  g_return_val_if_fail (self != NULL, -1);

  return event < self->positions->len ? (int) self->group_of[event] : -1;
}

guint
dem_event_group_get_rows (const DemEventGroup *group)
{
  guint n = group->index->events->len;

  return n <= FEW_EVENTS ? 1 : n <= SOME_EVENTS ? 2 : 3;
}
