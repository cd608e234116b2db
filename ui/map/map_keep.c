/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_keep.h"

#include <math.h>
#include <string.h>

static gboolean
is_of_the_same (const DemMapLayout *before, DemMapContent *content)
{
  return before != NULL && dem_map_content_get_world (before->content) == dem_map_content_get_world (content);
}

static const DemMapTie *
get_tie (DemMapContent *content, guint index)
{
  return &g_array_index (dem_map_content_get_ties (content), DemMapTie, index);
}

DemMapSide *
dem_map_keep_sides (const DemMapLayout *before, DemMapContent *content)
{
  GArray *posts = dem_map_content_get_posts (content);
  guint n_seats;

  if (!is_of_the_same (before, content))
    return NULL;
  dem_map_world_get_seats (dem_map_content_get_world (content), &n_seats);
  g_autofree DemMapSide *by_seat = g_new (DemMapSide, n_seats + 1);
  for (guint i = 0; i < n_seats; i++)
    by_seat[i] = DEM_N_SIDES;
  for (guint i = 0; i < before->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (before->plates, DemMapPlate, i);
      if (plate->name != NULL)
        by_seat[dem_map_layout_get_post (before, i)->seat] = plate->side;
    }
  DemMapSide *sides = g_new (DemMapSide, posts->len + 1);
  for (guint i = 0; i < posts->len; i++)
    sides[i] = by_seat[g_array_index (posts, DemMapPost, i).seat];
  return sides;
}

/* By pair of the dossier the index of the tie and 1, or 0. Ties stand in the order of pairs, but some are left out. */
static guint *
index_ties (DemMapContent *content)
{
  DemDossier *dossier = dem_map_content_get_time (content)->dossier;
  guint *index = g_new0 (guint, dem_dossier_count (dossier, DEM_KIND_PAIR) + 1);

  for (guint i = 0; i < dem_map_content_get_ties (content)->len; i++)
    index[get_tie (content, i)->pair] = i + 1;
  return index;
}

float *
dem_map_keep_bends (const DemMapLayout *before, DemMapContent *content)
{
  guint n = dem_map_content_get_ties (content)->len;
  float *bends = g_new (float, n + 1);

  for (guint i = 0; i < n; i++)
    bends[i] = NAN;
  if (!is_of_the_same (before, content))
    return bends;
  g_autofree guint *index = index_ties (before->content);
  for (guint i = 0; i < n; i++)
    if (index[get_tie (content, i)->pair] > 0)
      bends[i] = before->bends[index[get_tie (content, i)->pair] - 1];
  return bends;
}

guint8 *
dem_map_keep_slots (const DemMapLayout *before, DemMapContent *content)
{
  guint n = dem_map_content_get_ties (content)->len;
  guint8 *slots = g_new (guint8, n + 1);

  memset (slots, DEM_MAP_NO_SLOT, n + 1);
  if (!is_of_the_same (before, content))
    return slots;
  g_autofree guint *index = index_ties (content);
  for (guint i = 0; i < before->labels->len; i++)
    {
      const DemMapLabel *label = &g_array_index (before->labels, DemMapLabel, i);
      guint32 pair
          = dem_map_layout_get_tie (before, &g_array_index (before->arcs, DemMapArc, label->arc))->pair;
      if (index[pair] > 0)
        slots[index[pair] - 1] = label->slot;
    }
  return slots;
}
