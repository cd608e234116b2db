/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/lattice.h"

#include <math.h>

#define COLUMN_GAP 12.0
#define ROW_GAP 7.0
#define FEW 8            /* as many stand in two columns */
#define CELL_ASPECT 1.8  /* usual width of a cell by its height */
#define MOST_ARRANGED 40 /* beyond that nobody would see the difference */
#define ARRANGE_ROUNDS 8

typedef struct
{
  DemLatticeItem *items;
  guint n;
  const DemLatticeLink *links;
  guint n_links;
  guint columns;
} Lattice;

/* ---- Who stands where ---- */

static guint
choose_columns (guint n, guint before)
{
  guint columns = n == 1 ? 1 : n <= FEW ? 2 : (guint) ceil (sqrt (n / CELL_ASPECT));

  /* What people know by sight is not folded anew before it has become much too high. */
  if (before >= 2 && n <= before * before * 6)
    return before;
  return columns;
}

/* How far from each other two slots are, and what a straight line between them would run over. */
static double
get_cost (const Lattice *self, guint slot, guint other)
{
  double dx = fabs ((double) (slot % self->columns) - (double) (other % self->columns));
  double dy = fabs ((double) (slot / self->columns) - (double) (other / self->columns));

  if (dx == 0)
    return dy <= 1 ? dy : 4 * dy; /* others stand between */
  if (dy == 0)
    return dx <= 1 ? dx : 4 * dx;
  return dx + 1.5 * dy;
}

static double
get_cost_of (const Lattice *self, guint item)
{
  double cost = 0;

  for (guint i = 0; i < self->n_links; i++)
    {
      const DemLatticeLink *link = &self->links[i];
      if (link->a != item && link->b != item)
        continue;
      guint from = self->items[link->a].slot, to = self->items[link->b].slot;
      if (from != DEM_NO_SLOT && to != DEM_NO_SLOT)
        cost += get_cost (self, from, to);
    }
  return cost;
}

static void
swap (Lattice *self, guint a, guint b)
{
  guint slot = self->items[a].slot;

  self->items[a].slot = self->items[b].slot;
  self->items[b].slot = slot;
}

/* Exchanges any two as long as that brings linked ones together. */
static void
arrange (Lattice *self)
{
  gboolean better = TRUE;

  for (guint round = 0; better && round < ARRANGE_ROUNDS; round++)
    {
      better = FALSE;
      for (guint a = 0; a < self->n; a++)
        for (guint b = a + 1; b < self->n; b++)
          {
            double before = get_cost_of (self, a) + get_cost_of (self, b);
            swap (self, a, b);
            if (get_cost_of (self, a) + get_cost_of (self, b) < before - 1e-9)
              better = TRUE;
            else
              swap (self, a, b);
          }
    }
}

/* Gives each newcomer the next free slot. TRUE when all are newcomers. */
static gboolean
fill (Lattice *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_direct_hash, g_direct_equal);
  gboolean fresh = TRUE;
  guint next = 0;

  for (guint i = 0; i < self->n; i++)
    if (self->items[i].slot != DEM_NO_SLOT)
      {
        fresh = FALSE;
        if (!g_hash_table_add (taken, GUINT_TO_POINTER (self->items[i].slot)))
          self->items[i].slot = DEM_NO_SLOT; /* two in one slot: the second moves */
      }
  for (guint i = 0; i < self->n; i++)
    if (self->items[i].slot == DEM_NO_SLOT)
      {
        while (g_hash_table_contains (taken, GUINT_TO_POINTER (next)))
          next++;
        self->items[i].slot = next++;
      }
  return fresh;
}

/* ---- Where that is ---- */

static void
set_positions (Lattice *self, guint rows)
{
  g_autofree double *widths = g_new0 (double, self->columns);
  g_autofree double *above = g_new0 (double, rows);
  g_autofree double *below = g_new0 (double, rows);
  double total = 0, y = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const DemLatticeItem *item = &self->items[i];
      guint column = item->slot % self->columns, row = item->slot / self->columns;
      widths[column] = MAX (widths[column], item->width);
      above[row] = MAX (above[row], item->above);
      below[row] = MAX (below[row], item->below);
    }
  for (guint i = 0; i < self->columns; i++)
    total += widths[i] + (i > 0 ? COLUMN_GAP : 0);

  /* Widths and heights become the middles of columns and rows. */
  for (guint i = 0, n = self->columns; i < n; i++)
    {
      double width = widths[i];
      widths[i] = (i == 0 ? -total / 2 : y) + width / 2;
      y = widths[i] + width / 2 + COLUMN_GAP;
    }
  y = 0;
  for (guint i = 0; i < rows; i++)
    {
      double height = above[i] + below[i];
      above[i] += y;
      y += height + ROW_GAP;
    }
  for (guint i = 0; i < self->n; i++)
    {
      self->items[i].x = widths[self->items[i].slot % self->columns];
      self->items[i].y = above[self->items[i].slot / self->columns];
    }
}

guint
dem_lattice_place (DemLatticeItem *items, guint n, const DemLatticeLink *links, guint n_links, guint columns)
{
  Lattice self = { items, n, links, n_links, choose_columns (n, columns) };
  guint last = 0;

  g_return_val_if_fail (n > 0 && items != NULL, 0);

  if (self.columns != columns)
    for (guint i = 0; i < n; i++)
      items[i].slot = DEM_NO_SLOT;
  for (guint i = 0; i < n; i++)
    if (items[i].slot != DEM_NO_SLOT && items[i].slot >= 4 * n + 8)
      items[i].slot = DEM_NO_SLOT; /* so many have left that the rest moves together */
  if (fill (&self) && n <= MOST_ARRANGED)
    arrange (&self);
  for (guint i = 0; i < n; i++)
    last = MAX (last, items[i].slot);
  set_positions (&self, last / self.columns + 1);
  return self.columns;
}
