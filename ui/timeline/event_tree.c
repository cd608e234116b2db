/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_tree.h"

#define FAN 16
#define MOST_LEVELS 8 /* of 16 each: enough for 32 bits */

/* What is known of a run of entries. */
typedef struct
{
  DemDay latest_end;
  float importance;
} Node;

/* An entry is a place among the tree's own events. A node of level 0 is of FAN entries, of level 1 of FAN nodes… */
struct _DemEventTree
{
  const DemTimelineEvent *events;
  guint32 *positions; /* of the entries, NULL when they are all */
  guint n;
  guint n_levels;
  guint n_nodes[MOST_LEVELS];
  Node *levels[MOST_LEVELS];
};

static guint32
get_position (const DemEventTree *self, guint entry)
{
  return self->positions != NULL ? self->positions[entry] : entry;
}

static const DemTimelineEvent *
get_event (const DemEventTree *self, guint entry)
{
  return &self->events[get_position (self, entry)];
}

/* ---- Life ---- */

static void
add_level (DemEventTree *self, guint n_below)
{
  guint level = self->n_levels++, n = (n_below + FAN - 1) / FAN;
  Node *nodes = g_new (Node, n);

  for (guint i = 0; i < n; i++)
    {
      Node node = { DEM_DAY_BEFORE_ALL, -G_MAXFLOAT };

      for (guint j = i * FAN; j < MIN ((i + 1) * FAN, n_below); j++)
        {
          Node below = level > 0 ? self->levels[level - 1][j]
                                 : (Node){ get_event (self, j)->end, get_event (self, j)->importance };

          node.latest_end = MAX (node.latest_end, below.latest_end);
          node.importance = MAX (node.importance, below.importance);
        }
      nodes[i] = node;
    }
  self->levels[level] = nodes;
  self->n_nodes[level] = n;
}

DemEventTree *
dem_event_tree_new (const DemTimelineEvent *events, guint32 *positions, guint n)
{
  DemEventTree *self = g_new0 (DemEventTree, 1);

  self->events = events;
  self->positions = positions;
  self->n = n;
  for (guint n_below = n; n_below > 0 && (self->n_levels == 0 || n_below > 1);
       n_below = self->n_nodes[self->n_levels - 1])
    add_level (self, n_below);
  return self;
}

void
dem_event_tree_free (DemEventTree *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    g_free (self->levels[i]);
  g_free (self->positions);
  g_free (self);
}

guint
dem_event_tree_count_before (const DemEventTree *self, guint32 position)
{
  guint low = 0, high = self->n;

  if (self->positions == NULL)
    return MIN (position, self->n);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->positions[middle] < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* ---- The best ---- */

typedef struct
{
  const DemEventTree *tree;
  guint first, last; /* entries */
  DemDay end;
  guint32 *best; /* entries, the best first */
  guint n_best;
  guint most;
} Search;

static float
get_importance (const Search *search, guint i)
{
  return get_event (search->tree, search->best[i])->importance;
}

/* Whether something of an importance, that stands nowhere before an entry, is better than one of the found. */
static gboolean
is_better (const Search *search, float importance, guint entry, guint i)
{
  float other = get_importance (search, i);

  return importance > other || (importance >= other && entry < search->best[i]);
}

static gboolean
may_enter (const Search *search, float importance, guint entry)
{
  return search->n_best < search->most || is_better (search, importance, entry, search->most - 1);
}

static void
enter (Search *search, guint entry)
{
  float importance = get_event (search->tree, entry)->importance;
  guint at = search->n_best < search->most ? search->n_best++ : search->most - 1;

  for (; at > 0 && is_better (search, importance, entry, at - 1); at--)
    search->best[at] = search->best[at - 1];
  search->best[at] = entry;
}

static void
search_entries (Search *search, guint from, guint to)
{
  for (guint i = MAX (from, search->first); i < MIN (to, search->last); i++)
    {
      const DemTimelineEvent *event = get_event (search->tree, i);

      if (event->end >= search->end && may_enter (search, event->importance, i))
        enter (search, i);
    }
}

/* Nodes by importance, the earlier first among equals. */
static guint
sort_nodes (const Node *nodes, guint from, guint to, guint *sorted)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    {
      guint at = n++;

      for (; at > 0 && nodes[i].importance > nodes[sorted[at - 1]].importance; at--)
        sorted[at] = sorted[at - 1];
      sorted[at] = i;
    }
  return n;
}

/* Looks into the nodes of a level that hold wanted entries and may hold better ones than those found. */
static void
search_nodes (Search *search, guint level, guint from, guint to)
{
  const Node *nodes = search->tree->levels[level];
  guint64 entries = G_GUINT64_CONSTANT (1) << (4 * (level + 1)); /* of a node: FAN to the power of level + 1 */
  guint sorted[FAN], n;

  from = MAX (from, (guint) (search->first / entries));
  to = MIN (to, (guint) ((search->last - 1) / entries) + 1);
  n = sort_nodes (nodes, from, to, sorted);
  for (guint i = 0; i < n; i++)
    {
      guint node = sorted[i];

      if (nodes[node].latest_end < search->end
          || !may_enter (search, nodes[node].importance, MAX ((guint) (node * entries), search->first)))
        continue;
      if (level == 0)
        search_entries (search, node * FAN, (node + 1) * FAN);
      else
        search_nodes (search, level - 1, node * FAN, (node + 1) * FAN);
    }
}

guint
dem_event_tree_find_best (const DemEventTree *self, guint32 first, guint32 last, DemDay end, guint32 *best,
                          guint most)
{
  Search search = { .tree = self,
                    .first = dem_event_tree_count_before (self, first),
                    .last = dem_event_tree_count_before (self, last),
                    .end = end,
                    .best = best,
                    .most = most };

  if (search.first >= search.last || most == 0)
    return 0;
  search_nodes (&search, self->n_levels - 1, 0, self->n_nodes[self->n_levels - 1]);
  for (guint i = 0; i < search.n_best; i++)
    best[i] = get_position (self, best[i]);
  return search.n_best;
}

/* ---- Those that last ---- */

static void
append_lasting (const DemEventTree *self, guint level, guint node, guint before, DemDay end, GArray *positions)
{
  guint64 entries = G_GUINT64_CONSTANT (1) << (4 * level); /* of each that the node is made of */

  if (self->levels[level][node].latest_end < end)
    return;
  for (guint i = node * FAN; i < (node + 1) * FAN && i * entries < before; i++)
    if (level > 0)
      append_lasting (self, level - 1, i, before, end, positions);
    else if (get_event (self, i)->end >= end)
      {
        guint32 position = get_position (self, i);

        g_array_append_val (positions, position);
      }
}

void
dem_event_tree_append_lasting (const DemEventTree *self, guint32 before, DemDay end, GArray *positions)
{
  guint entry = dem_event_tree_count_before (self, before);

  if (entry > 0)
    append_lasting (self, self->n_levels - 1, 0, entry, end, positions);
}
