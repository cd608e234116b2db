/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/grid.h"

#include <string.h>

#define SQUARE 48.0

struct _DemMapGrid
{
  int n_columns, n_rows;
  guint n_words; /* for each square */
  guint64 *bits;
  guint64 *found;
};

DemMapGrid *
dem_map_grid_new (double width, double height, guint n_things)
{
  DemMapGrid *self = g_new0 (DemMapGrid, 1);

  self->n_columns = (int) (MAX (width, 1.0) / SQUARE) + 1;
  self->n_rows = (int) (MAX (height, 1.0) / SQUARE) + 1;
  self->n_words = n_things / 64 + 1;
  self->bits = g_new0 (guint64, (gsize) self->n_columns * (gsize) self->n_rows * self->n_words);
  self->found = g_new0 (guint64, self->n_words);
  return self;
}

void
dem_map_grid_free (DemMapGrid *self)
{
  g_free (self->bits);
  g_free (self->found);
  g_free (self);
}

/* The squares that a rectangle reaches into. */
typedef struct
{
  int left, right, top, bottom;
} Span;

static int
get_index (double at, int n)
{
  return (int) CLAMP (at / SQUARE, 0.0, n - 1.0);
}

static Span
get_span (const DemMapGrid *self, const graphene_rect_t *rect)
{
  return (Span){ get_index (rect->origin.x, self->n_columns),
                 get_index (rect->origin.x + rect->size.width, self->n_columns),
                 get_index (rect->origin.y, self->n_rows),
                 get_index (rect->origin.y + rect->size.height, self->n_rows) };
}

static guint64 *
get_square (const DemMapGrid *self, int column, int row)
{
  return self->bits + ((gsize) row * (gsize) self->n_columns + (gsize) column) * self->n_words;
}

void
dem_map_grid_add (DemMapGrid *self, const graphene_rect_t *rect, guint thing)
{
  Span span = get_span (self, rect);

  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++)
      get_square (self, column, row)[thing / 64] |= (guint64) 1 << (thing % 64);
}

void
dem_map_grid_find (DemMapGrid *self, const graphene_rect_t *rect)
{
  Span span = get_span (self, rect);

  memset (self->found, 0, self->n_words * sizeof (guint64));
  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++)
      for (guint i = 0; i < self->n_words; i++)
        self->found[i] |= get_square (self, column, row)[i];
}

guint
dem_map_grid_next (const DemMapGrid *self, guint from)
{
  for (guint i = from / 64; i < self->n_words; i++)
    {
      guint64 left = self->found[i];
      if (i == from / 64)
        left &= G_MAXUINT64 << (from % 64);
      if (left != 0)
        return i * 64 + (guint) __builtin_ctzll (left);
    }
  return G_MAXUINT;
}
