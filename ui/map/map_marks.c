/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_marks.h"

#define LEAST_TARGET 24.0 /* of a mark, pixels in either direction */

static graphene_rect_t
get_target (double x, double y)
{
  return GRAPHENE_RECT_INIT ((float) (x - LEAST_TARGET / 2), (float) (y - LEAST_TARGET / 2), (float) LEAST_TARGET,
                             (float) LEAST_TARGET);
}

static void
add_mark (GArray *marks, DemRef ref, graphene_rect_t bounds)
{
  DemMark mark = { ref, bounds };
  g_array_append_val (marks, mark);
}

/* ---- Actors ---- */

static void
add_states (GArray *marks, const DemMapLayout *layout)
{
  for (guint i = 0; i < layout->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (layout->spots, DemMapSpot, i);
      guint32 state = dem_map_layout_get_post (layout, i)->state;
      if (state != DEM_NO_INDEX && spot->host == i)
        add_mark (marks, DEM_REF (ACTOR, state), get_target (spot->x, spot->y));
    }
}

const DemMapFan *
dem_map_layout_find_fan (const DemMapLayout *layout, guint spot)
{
  for (guint i = 0; i < layout->fans->len; i++)
    if (g_array_index (layout->fans, DemMapFan, i).spot == spot)
      return &g_array_index (layout->fans, DemMapFan, i);
  return NULL;
}

static void
add_unfolded (GArray *marks, const DemMapFan *fan, const DemMapSpot *spot)
{
  for (guint j = 0; j < spot->heads->len; j++)
    {
      const DemMapHead *head = spot->heads->pdata[j];
      gboolean drawn = j < fan->rows->len;
      add_mark (marks, DEM_REF (ACTOR, head->actor),
                drawn ? g_array_index (fan->rows, DemMapFanRow, j).box.box : fan->more_box);
    }
}

/* Those that are drawn, and those that only a number or the marker stands for. */
static void
add_heads (GArray *marks, const DemMapLayout *layout)
{
  for (guint i = 0; i < layout->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (layout->plates, DemMapPlate, i);
      const DemMapSpot *spot = &g_array_index (layout->spots, DemMapSpot, i);
      const DemMapFan *fan = dem_map_layout_find_fan (layout, i);
      if (fan != NULL)
        {
          add_unfolded (marks, fan, spot);
          continue;
        }
      graphene_rect_t folded = plate->more != NULL ? plate->more_box : get_target (spot->x, spot->y);
      for (guint j = 0; j < spot->heads->len; j++)
        {
          const DemMapHead *head = spot->heads->pdata[j];
          gboolean drawn = j < plate->heads->len;
          add_mark (marks, DEM_REF (ACTOR, head->actor),
                    drawn ? g_array_index (plate->heads, DemMapHeadBox, j).box : folded);
        }
    }
}

static void
add_unplaced (GArray *marks, const DemMapLayout *layout)
{
  const graphene_rect_t *box = dem_map_legend_get_unplaced_box (layout->legend);
  GArray *unplaced = dem_map_content_get_unplaced (layout->content);

  for (guint i = 0; i < unplaced->len; i++)
    add_mark (marks, DEM_REF (ACTOR, g_array_index (unplaced, guint32, i)), *box);
}

/* ---- Pairs ---- */

static void
add_pair (GArray *marks, gboolean *added, guint32 pair, graphene_rect_t bounds)
{
  if (added[pair])
    return;
  added[pair] = TRUE;
  add_mark (marks, DEM_REF (PAIR, pair), bounds);
}

/* Lines first, then shades; a pair may have both. */
static void
add_drawn (GArray *marks, const DemMapLayout *layout, gboolean *added)
{
  for (guint i = 0; i < layout->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (layout->arcs, DemMapArc, i);
      const graphene_point_t *middle = &arc->points[DEM_MAP_ARC_POINTS / 2];
      add_pair (marks, added, dem_map_layout_get_tie (layout, arc)->pair, get_target (middle->x, middle->y));
    }
  for (guint i = 0; i < layout->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (layout->plates, DemMapPlate, i);
      if (plate->standing != NULL)
        add_pair (marks, added, plate->pair, plate->standing_box);
    }
}

/* In a perspective the relations of all others are out of the picture. */
static gboolean
is_in_picture (const DemMapTime *time, const DemPair *pair)
{
  return time->perspective == DEM_NO_INDEX || pair->a == time->perspective || pair->b == time->perspective;
}

/* Those who have no line from afar, sit at the same seat, have no place, or are no more: told all the same. */
static void
add_undrawn (GArray *marks, const DemMapLayout *layout, gboolean *added)
{
  const DemMapTime *time = dem_map_content_get_time (layout->content);
  guint n_actors = dem_dossier_count (time->dossier, DEM_KIND_ACTOR);
  g_autofree guint *mark_of = g_new0 (guint, n_actors + 1); /* by actor: its mark and one, or nought */

  for (guint i = 0; i < marks->len; i++)
    {
      DemRef ref = g_array_index (marks, DemMark, i).ref;
      if (ref.kind == DEM_KIND_ACTOR)
        mark_of[ref.index] = i + 1;
    }
  for (guint32 i = 0; i < dem_dossier_count (time->dossier, DEM_KIND_PAIR); i++)
    {
      const DemPair *pair = dem_dossier_pair (time->dossier, i);
      if (!added[i] && is_in_picture (time, pair) && mark_of[pair->a] > 0 && mark_of[pair->b] > 0
          && dem_map_content_tells_of (layout->content, i))
        add_pair (marks, added, i, g_array_index (marks, DemMark, mark_of[pair->a] - 1).bounds);
    }
}

static void
add_pairs (GArray *marks, const DemMapLayout *layout)
{
  DemDossier *dossier = dem_map_content_get_time (layout->content)->dossier;
  g_autofree gboolean *added = g_new0 (gboolean, dem_dossier_count (dossier, DEM_KIND_PAIR) + 1);

  add_drawn (marks, layout, added);
  add_undrawn (marks, layout, added);
}

gboolean
dem_map_marks_draw_pair (const DemMapLayout *layout, guint32 pair)
{
  for (guint i = 0; i < layout->arcs->len; i++)
    if (dem_map_layout_get_tie (layout, &g_array_index (layout->arcs, DemMapArc, i))->pair == pair)
      return TRUE;
  for (guint i = 0; i < layout->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (layout->plates, DemMapPlate, i);
      if (plate->standing != NULL && plate->pair == pair)
        return TRUE;
    }
  return FALSE;
}

GArray *
dem_map_marks_new (const DemMapLayout *layout)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (DemMark));

  add_states (marks, layout);
  add_heads (marks, layout);
  add_unplaced (marks, layout);
  add_pairs (marks, layout);
  return marks;
}
