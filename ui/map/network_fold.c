/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_fold.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FOLD_SCALE 0.45 /* below it heads would lie on one another */
#define CELL 28.0       /* pixels: no two marks are nearer than that */
#define COUNT_POINTS 10.0
#define MORE_POINTS 8.0

static DemNetworkSign *
get_sign (DemNetworkPicture *self, guint index)
{
  return &g_array_index (self->signs, DemNetworkSign, index);
}

static guint
add_fold (DemNetworkPicture *self, guint host)
{
  DemNetworkFold fold = { .host = host };

  g_array_append_val (self->folds, fold);
  return self->folds->len - 1;
}

static void
fold_into (DemNetworkPicture *self, guint index, guint fold)
{
  get_sign (self, index)->fold = fold;
  g_array_index (self->folds, DemNetworkFold, fold).n++;
}

/* ---- In hulls ---- */

static void
fold_members (DemNetworkPicture *self, guint *fold_of)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      const DemNetworkActor *actor = dem_network_picture_get_actor (self, i);
      if (actor->within == DEM_NETWORK_NO_NODE || actor->head.selected)
        continue;
      if (fold_of[actor->within] == DEM_NETWORK_NO_NODE)
        fold_of[actor->within] = add_fold (self, actor->within);
      fold_into (self, i, fold_of[actor->within]);
    }
}

/* ---- Beside others ---- */

static gint64
get_cell (const DemNetworkSign *sign, int dx, int dy)
{
  return (gint64) ((guint64) (guint32) ((int) floor (sign->x / CELL) + dx) << 32
                   | (guint32) ((int) floor (sign->y / CELL) + dy));
}

/* Whoever is drawn nearer than a cell's width, or DEM_NETWORK_NO_NODE. Cells hold the first who came, at index + 1.
 */
static guint
find_near (DemNetworkPicture *self, GHashTable *cells, const DemNetworkSign *sign)
{
  for (int dx = -1; dx <= 1; dx++)
    for (int dy = -1; dy <= 1; dy++)
      {
        gint64 cell = get_cell (sign, dx, dy);
        guint other = GPOINTER_TO_UINT (g_hash_table_lookup (cells, &cell));
        if (other > 0
            && hypot (get_sign (self, other - 1)->x - sign->x, get_sign (self, other - 1)->y - sign->y)
                   < CELL)
          return other - 1;
      }
  return DEM_NETWORK_NO_NODE;
}

/* The weightiest first, so that they are the ones who stay. */
static void
fold_neighbours (DemNetworkPicture *self, guint *fold_of)
{
  const guint *order = dem_network_content_get_actor_order (self->content);
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->signs->len; i++)
    {
      const DemNetworkSign *sign = get_sign (self, order[i]);
      gint64 cell = get_cell (sign, 0, 0);
      guint near = sign->fold == DEM_NETWORK_NO_NODE ? find_near (self, cells, sign) : DEM_NETWORK_NO_NODE;

      if (sign->fold != DEM_NETWORK_NO_NODE)
        continue;
      if (near == DEM_NETWORK_NO_NODE || dem_network_picture_get_actor (self, order[i])->head.selected)
        {
          g_hash_table_insert (cells, g_memdup2 (&cell, sizeof cell), GUINT_TO_POINTER (order[i] + 1));
          continue;
        }
      if (fold_of[near] == DEM_NETWORK_NO_NODE)
        fold_of[near] = add_fold (self, near);
      fold_into (self, order[i], fold_of[near]);
    }
}

/* ---- The numbers ---- */

static const DemNetworkHull *
find_hull (DemNetworkPicture *self, guint actor)
{
  for (guint i = 0; i < self->hulls->len; i++)
    if (g_array_index (self->hulls, DemNetworkHull, i).actor == actor)
      return &g_array_index (self->hulls, DemNetworkHull, i);
  return NULL;
}

static void
set_count (DemNetworkPicture *self, DemNetworkFold *fold)
{
  const DemNetworkHull *hull = find_hull (self, fold->host);
  g_autofree char *text = hull != NULL
                              ? g_strdup_printf (ngettext ("%u actor", "%u actors", fold->n), fold->n)
                              : g_strdup_printf ("+%u", fold->n);
  double x, y, width, height;

  fold->count = dem_network_content_get_layout (
      self->content, text, hull != NULL ? COUNT_POINTS : MORE_POINTS, DEM_TEXT_NORMAL, 0);
  dem_paint_measure (fold->count, &width, &height);
  x = hull != NULL ? hull->x - width / 2 : get_sign (self, fold->host)->x + DEM_NETWORK_HEAD - 2;
  y = hull != NULL ? hull->y - height / 2 : get_sign (self, fold->host)->y - DEM_NETWORK_HEAD - height / 2;
  fold->box = GRAPHENE_RECT_INIT ((float) round (x), (float) round (y), (float) width, (float) height);
}

void
dem_network_fold (DemNetworkPicture *self, double scale)
{
  g_autofree guint *fold_of = g_new (guint, self->signs->len + 1);

  if (scale >= FOLD_SCALE)
    return;
  for (guint i = 0; i < self->signs->len; i++)
    fold_of[i] = DEM_NETWORK_NO_NODE;
  fold_members (self, fold_of);
  fold_neighbours (self, fold_of);
  for (guint i = 0; i < self->folds->len; i++)
    set_count (self, &g_array_index (self->folds, DemNetworkFold, i));
}
