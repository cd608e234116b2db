/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/labels.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LABEL_POINTS 9.0
#define DISTANCE 6.0 /* between arc and label */
#define STRIP_GAP 1.0
#define LEAST_LENGTH 1.15 /* of an arc, in widths of its label */
#define CHANGE_COST 6.0   /* of another place than in the picture before */
#define MOST_LABELS 60    /* for which room is looked for: the most important */

/* Where along an arc a label may stand, best first. */
static const double shares[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74 };

static void
clear_label (gpointer data)
{
  g_clear_pointer (&((DemMapLabel *) data)->spells, g_array_unref);
}

/* ---- Placing ---- */

/* The rectangle beside the arc at a share of it, outside its bend or inside. */
static graphene_rect_t
get_rect (const DemMapArc *arc, double share, gboolean outside, double width, double height)
{
  double x, y, nx, ny;
  dem_map_arc_point (arc, share, &x, &y, &nx, &ny);
  double away = (fabs (nx) * width + fabs (ny) * height) / 2 + DISTANCE;
  if (!outside)
    away = -away;
  return GRAPHENE_RECT_INIT ((float) round (x + nx * away - width / 2),
                             (float) round (y + ny * away - height / 2), (float) width, (float) height);
}

/* The cheapest slot (twice the index of a share, and 1 inside the bend); a label that is not selected may cross nothing.
 */
static gboolean
choose_slot (const DemMapRoom *room, DemMapLabel *label, double width, double height, gboolean selected, guint8 before)
{
  const DemMapArc *arc = &g_array_index (room->arcs, DemMapArc, label->arc);
  double least = INFINITY;

  for (guint8 slot = 0; slot < 2 * G_N_ELEMENTS (shares); slot++)
    {
      graphene_rect_t candidate = get_rect (arc, shares[slot / 2], slot % 2 == 0, width, height);
      double cost
          = dem_map_room_get_cost (room, &candidate, DEM_MAP_NOBODY, label->arc) + slot / 2 + (slot % 2) * 1.5;
      if (cost >= (selected ? DEM_MAP_FULL : 8.0))
        continue;
      if (before != DEM_MAP_NO_SLOT && before != slot)
        cost += CHANGE_COST;
      if (cost >= least)
        continue;
      least = cost;
      label->bounds = candidate;
      label->slot = slot;
    }
  return least < INFINITY;
}

static double
get_length (const DemMapArc *arc)
{
  return hypot (arc->x1 - arc->x0, arc->y1 - arc->y0);
}

static void
place_phase (DemMapRoom *room, GArray *labels, guint index, guint8 before)
{
  const DemMapArc *arc = &g_array_index (room->arcs, DemMapArc, index);
  const DemMapTie *tie = &g_array_index (dem_map_content_get_ties (room->content), DemMapTie, arc->tie);
  DemMapLabel label = { .arc = index, .slot = DEM_MAP_NO_SLOT };
  double text_width, text_height;

  if (tie->label == NULL)
    return;
  label.layout = dem_map_content_get_layout (room->content, tie->label, LABEL_POINTS, DEM_TEXT_NORMAL);
  dem_paint_measure (label.layout, &text_width, &text_height);
  label.spells = dem_map_spells_new (dem_map_content_get_time (room->content), tie->pair);
  double width = label.spells != NULL ? MAX (text_width, DEM_MAP_STRIP_WIDTH) : text_width;
  double height = text_height + (label.spells != NULL ? STRIP_GAP + DEM_MAP_STRIP_HEIGHT : 0.0);
  if ((!tie->selected && get_length (arc) < width * LEAST_LENGTH)
      || !choose_slot (room, &label, width, height, tie->selected, before))
    {
      clear_label (&label);
      return;
    }
  label.text_at
      = GRAPHENE_POINT_INIT (label.bounds.origin.x + (float) (width - text_width) / 2, label.bounds.origin.y);
  label.strip = GRAPHENE_RECT_INIT (label.bounds.origin.x + (float) (width - DEM_MAP_STRIP_WIDTH) / 2,
                                    label.bounds.origin.y + (float) (text_height + STRIP_GAP),
                                    (float) DEM_MAP_STRIP_WIDTH, (float) DEM_MAP_STRIP_HEIGHT);
  g_array_append_val (room->taken, label.bounds);
  g_array_append_val (labels, label);
}

/* "to Washington" where an arc leaves the picture. */
static void
place_direction (DemMapRoom *room, GArray *labels, guint index)
{
  const DemMapArc *arc = &g_array_index (room->arcs, DemMapArc, index);
  guint end = arc->cut == 1 ? arc->to : arc->from;
  const DemMapPost *post = &g_array_index (dem_map_content_get_posts (room->content), DemMapPost, end);
  /* Translators: at the edge of the map, where a line goes on to an actor who is off the picture. */
  g_autofree char *text = g_strdup_printf (_("to %s"), post->name);
  DemMapLabel label = { .arc = index, .slot = DEM_MAP_NO_SLOT };
  double width, height, x = arc->cut == 1 ? arc->x1 : arc->x0, y = arc->cut == 1 ? arc->y1 : arc->y0;

  label.layout = dem_map_content_get_layout (room->content, text, LABEL_POINTS, DEM_TEXT_NORMAL);
  dem_paint_measure (label.layout, &width, &height);
  double left = CLAMP (x - width / 2, 8.0, MAX (room->viewport->width - width - 8.0, 8.0));
  for (int below = 0; below < 2; below++)
    {
      double top = below ? y + DISTANCE + 2.0 : y - height - DISTANCE;
      label.bounds
          = GRAPHENE_RECT_INIT ((float) round (left), (float) round (top), (float) width, (float) height);
      if (dem_map_room_get_cost (room, &label.bounds, DEM_MAP_NOBODY, DEM_MAP_NOBODY) >= DEM_MAP_FULL)
        continue;
      label.text_at = label.bounds.origin;
      g_array_append_val (room->taken, label.bounds);
      g_array_append_val (labels, label);
      return;
    }
}

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer data)
{
  DemMapRoom *room = data;
  GArray *ties = dem_map_content_get_ties (room->content);
  const DemMapTie *x
      = &g_array_index (ties, DemMapTie, g_array_index (room->arcs, DemMapArc, *(const guint *) a).tie);
  const DemMapTie *y
      = &g_array_index (ties, DemMapTie, g_array_index (room->arcs, DemMapArc, *(const guint *) b).tie);
  if (x->selected != y->selected)
    return x->selected ? -1 : 1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return x->pair < y->pair ? -1 : 1;
}

/* The same words stand once: three "distant friends" beside each other tell no more than one. */
static gboolean
is_said (GArray *labels, const DemMapRoom *room, const DemMapTie *tie)
{
  for (guint i = 0; i < labels->len; i++)
    {
      guint arc = g_array_index (labels, DemMapLabel, i).arc;
      guint other = g_array_index (room->arcs, DemMapArc, arc).tie;
      if (g_strcmp0 (g_array_index (dem_map_content_get_ties (room->content), DemMapTie, other).label,
                     tie->label)
          == 0)
        return TRUE;
    }
  return FALSE;
}

GArray *
dem_map_labels_new (DemMapRoom *room, const guint8 *slots_before)
{
  GArray *ties = dem_map_content_get_ties (room->content);
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (DemMapLabel));
  g_array_set_clear_func (labels, clear_label);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < room->arcs->len; i++)
    if (dem_map_arc_is_in_view (&g_array_index (room->arcs, DemMapArc, i), room->viewport))
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_importance, room);
  for (guint i = 0; i < MIN (order->len, MOST_LABELS); i++)
    {
      guint index = g_array_index (order, guint, i);
      const DemMapArc *arc = &g_array_index (room->arcs, DemMapArc, index);
      const DemMapTie *tie = &g_array_index (ties, DemMapTie, arc->tie);
      if (arc->cut >= 0)
        place_direction (room, labels, index);
      else if (!tie->dimmed && !is_said (labels, room, tie))
        place_phase (room, labels, index, slots_before[arc->tie]);
    }
  return labels;
}
