/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_labels.h"

#include <math.h>

#define LABEL_POINTS 9.0
#define NAME_GAP 2.0
#define SIDE_GAP 5.0
#define DISTANCE 6.0
#define STRIP_GAP 1.0
#define HALO_GAP 4.0f
#define LEAST_LENGTH 1.15 /* of a line, in widths of its label */
#define ARC_COST 8.0
#define EDGE_COST 60.0
#define COUNT_COST 30.0
#define FULL 100.0
#define MOST_NAMED 200 /* names that are looked for in one picture */

/* Two names in a row read as one without it: rather elsewhere, but rather so than not at all. */
#define WORD_GAP 4
#define NEAR_COST 3.0

/* Where along a line its label may stand, best first. */
static const double shares[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74 };

typedef struct
{
  DemNetworkPicture *picture;
  GArray *taken; /* graphene_rect_t */
} Room;

static gboolean
comes_near (const graphene_rect_t *a, const graphene_rect_t *b, float gap)
{
  return a->origin.x < b->origin.x + b->size.width + gap && b->origin.x < a->origin.x + a->size.width + gap
         && a->origin.y < b->origin.y + b->size.height && b->origin.y < a->origin.y + a->size.height;
}

static gboolean
touches (const graphene_rect_t *a, const graphene_rect_t *b)
{
  return comes_near (a, b, 0);
}

static gboolean
is_off (const DemNetworkPicture *self, const graphene_rect_t *rect)
{
  return rect->origin.x < 2 || rect->origin.y < 2 || rect->origin.x + rect->size.width > self->width - 2
         || rect->origin.y + rect->size.height > self->height - 2;
}

/* FULL and more where it must not stand; ARC_COST for each line that it crosses, but for its own, which it
 * must not. */
static double
get_cost (const Room *room, const graphene_rect_t *rect, guint own_arc)
{
  double cost = is_off (room->picture, rect) ? EDGE_COST : 0;

  for (guint i = 0; i < room->taken->len; i++)
    if (touches (&g_array_index (room->taken, graphene_rect_t, i), rect))
      return FULL;
    else if (comes_near (&g_array_index (room->taken, graphene_rect_t, i), rect, WORD_GAP))
      cost += NEAR_COST;
  for (guint i = 0; i < room->picture->folds->len; i++)
    if (touches (&g_array_index (room->picture->folds, DemNetworkFold, i).box, rect))
      cost += COUNT_COST;
  for (guint i = 0; i < room->picture->arcs->len; i++)
    if (dem_map_arc_crosses (&g_array_index (room->picture->arcs, DemMapArc, i), rect))
      cost += i == own_arc ? FULL : ARC_COST;
  return cost;
}

/* ---- Names ---- */

static DemNetworkSign *
get_sign (const Room *room, guint index)
{
  return &g_array_index (room->picture->signs, DemNetworkSign, index);
}

static void
put_name (Room *room, guint index, float x, float y, double width, double height, gboolean with_years)
{
  DemNetworkSign *sign = get_sign (room, index);

  sign->name = dem_network_content_get_name (room->picture->content, index);
  sign->years = with_years ? dem_network_content_get_years (room->picture->content, index) : NULL;
  sign->bounds = GRAPHENE_RECT_INIT (x, y, (float) width, (float) height);
  g_array_append_val (room->taken, sign->bounds);
}

static void
measure_name (const Room *room, guint index, gboolean with_years, double *width, double *height)
{
  PangoLayout *years = with_years ? dem_network_content_get_years (room->picture->content, index) : NULL;
  double years_width = 0, years_height = 0;

  dem_paint_measure (dem_network_content_get_name (room->picture->content, index), width, height);
  if (years != NULL)
    dem_paint_measure (years, &years_width, &years_height);
  *width = MAX (*width, years_width);
  *height += years_height;
}

/* Beside the head, on whichever side less is in the way, without years; FULL when nothing is to be had there.
 */
static double
find_beside (const Room *room, guint index, graphene_rect_t *best)
{
  const DemNetworkSign *sign = get_sign (room, index);
  double width, height, least = FULL;

  measure_name (room, index, FALSE, &width, &height);
  for (int side = 1; side >= -1; side -= 2)
    {
      double away = DEM_NETWORK_HEAD + SIDE_GAP + width / 2;
      graphene_rect_t rect
          = GRAPHENE_RECT_INIT ((float) round (sign->x + side * away - width / 2),
                                (float) round (sign->y - height / 2), (float) width, (float) height);
      double cost = get_cost (room, &rect, G_MAXUINT);
      if (cost >= least)
        continue;
      least = cost;
      *best = rect;
    }
  return least;
}

/* Below the head, where the layout has left room for it, unless less is in the way beside it; from afar there
 * is less room: then without its years. */
static void
place_below (Room *room, guint index, gboolean surely, gboolean with_years)
{
  const DemNetworkSign *sign = get_sign (room, index);
  graphene_rect_t below, beside = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  double width, height, cost, aside;

  measure_name (room, index, with_years, &width, &height);
  below = GRAPHENE_RECT_INIT ((float) (sign->x - width / 2), (float) (sign->y + DEM_NETWORK_HEAD + NAME_GAP),
                              (float) width, (float) height);
  cost = get_cost (room, &below, G_MAXUINT);
  aside = cost > 0 ? find_beside (room, index, &beside) : FULL;
  if (aside < MIN (cost, EDGE_COST))
    put_name (room, index, beside.origin.x, beside.origin.y, beside.size.width, beside.size.height, FALSE);
  else if (surely || cost < EDGE_COST)
    put_name (room, index, below.origin.x, below.origin.y, width, height, with_years);
  else if (with_years && dem_network_picture_get_actor (room->picture, index)->past)
    place_below (room, index, FALSE, FALSE);
}

/* The line of years under a name that stands beside its head, at the same edge. */
static graphene_rect_t
get_rect_with_years (const Room *room, guint index)
{
  const DemNetworkSign *sign = get_sign (room, index);
  graphene_rect_t rect = sign->bounds;
  double width, height;

  measure_name (room, index, TRUE, &width, &height);
  rect.size = GRAPHENE_SIZE_INIT ((float) width, (float) height);
  if (sign->bounds.origin.x < sign->x)
    rect.origin.x += sign->bounds.size.width - (float) width;
  return rect;
}

/* Who is no more tells his years, once all names have their places, where these take nothing from anybody. */
static void
add_years (Room *room, guint index)
{
  DemNetworkSign *sign = get_sign (room, index);
  graphene_rect_t rect;

  if (sign->name == NULL || sign->years != NULL
      || dem_network_content_get_years (room->picture->content, index) == NULL)
    return;
  rect = get_rect_with_years (room, index);
  if (is_off (room->picture, &rect))
    return;
  for (guint i = 0; i < room->taken->len; i++)
    {
      const graphene_rect_t *taken = &g_array_index (room->taken, graphene_rect_t, i);

      if (!graphene_rect_equal (taken, &sign->bounds) && touches (taken, &rect))
        return;
    }
  for (guint i = 0; i < room->picture->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (room->picture->arcs, DemMapArc, i);

      if (dem_map_arc_crosses (arc, &rect) && !dem_map_arc_crosses (arc, &sign->bounds))
        return;
    }
  put_name (room, index, rect.origin.x, rect.origin.y, rect.size.width, rect.size.height, TRUE);
}

/* One of eight places around the mark. */
static void
place_around (Room *room, guint index)
{
  static const int sides[][2]
      = { { 0, -1 }, { 1, 0 }, { -1, 0 }, { 0, 1 }, { 1, -1 }, { -1, -1 }, { 1, 1 }, { -1, 1 } };
  const DemNetworkSign *sign = get_sign (room, index);
  double width, height, least = FULL, away = DEM_NETWORK_RING + SIDE_GAP;
  graphene_rect_t best = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  measure_name (room, index, TRUE, &width, &height);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      int dx = sides[i][0], dy = sides[i][1];
      /* Aslant it may come nearer. */
      double near = dx != 0 && dy != 0 ? 0.55 * away : away;
      double x = sign->x + dx * (near + width / 2), y = sign->y + dy * (near + height / 2);
      graphene_rect_t rect = GRAPHENE_RECT_INIT (
          (float) round (x - width / 2), (float) round (y - height / 2), (float) width, (float) height);
      double cost = get_cost (room, &rect, G_MAXUINT) + i * 0.5;
      if (cost < least)
        {
          least = cost;
          best = rect;
        }
    }
  if (least < FULL)
    put_name (room, index, best.origin.x, best.origin.y, width, height, TRUE);
}

/* Those whose marks are in the picture, the most important first. */
static GArray *
list_visible (Room *room)
{
  GArray *visible = g_array_new (FALSE, FALSE, sizeof (guint));
  const DemNetworkPicture *self = room->picture;
  const guint *order = dem_network_content_get_actor_order (self->content);

  for (guint i = 0; i < self->signs->len && visible->len < MOST_NAMED; i++)
    {
      const DemNetworkSign *sign = get_sign (room, order[i]);
      if (sign->fold == DEM_NETWORK_NO_NODE && sign->x > -60 && sign->y > -40 && sign->x < self->width + 60
          && sign->y < self->height + 20)
        g_array_append_val (visible, order[i]);
    }
  return visible;
}

/* At full size the layout has seen to it that names below heads don't meet, but for what was pinned. */
static void
place_names (Room *room, double scale)
{
  g_autoptr (GArray) visible = list_visible (room);
  gboolean roomy = scale >= 1;

  for (guint i = 0; i < visible->len; i++)
    {
      guint index = g_array_index (visible, guint, i);
      graphene_rect_t box = dem_network_picture_get_head_box (room->picture, index);
      graphene_rect_t pin = dem_network_picture_get_pin_box (room->picture, index);
      g_array_append_val (room->taken, box);
      if (dem_network_picture_get_actor (room->picture, index)->pinned)
        g_array_append_val (room->taken, pin);
    }
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < visible->len; i++)
      {
        guint index = g_array_index (visible, guint, i);
        const DemNetworkActor *actor = dem_network_picture_get_actor (room->picture, index);
        gboolean surely = roomy && actor->within != DEM_NETWORK_NO_NODE && !actor->pinned;
        if (surely != (pass == 0))
          continue;
        if (actor->within == DEM_NETWORK_NO_NODE)
          place_around (room, index);
        else
          place_below (room, index, surely, TRUE);
      }
  for (guint i = 0; i < visible->len; i++)
    add_years (room, g_array_index (visible, guint, i));
}

static gboolean
is_free (const Room *room, const graphene_rect_t *rect)
{
  for (guint i = 0; i < room->taken->len; i++)
    if (touches (&g_array_index (room->taken, graphene_rect_t, i), rect))
      return FALSE;
  return TRUE;
}

/* A number gives way to a name, up or down. */
static void
place_counts (Room *room)
{
  static const double steps[] = { 0, -1, 1, -2, 2 };

  for (guint i = 0; i < room->picture->folds->len; i++)
    {
      DemNetworkFold *fold = &g_array_index (room->picture->folds, DemNetworkFold, i);
      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          graphene_rect_t moved = fold->box;
          graphene_rect_offset (&moved, 0, (float) (steps[j] * fold->box.size.height));
          if (!is_free (room, &moved))
            continue;
          fold->box = moved;
          break;
        }
      g_array_append_val (room->taken, fold->box);
    }
}

/* ---- What stands at lines ---- */

static graphene_rect_t
get_rect (const DemMapArc *arc, double share, gboolean outside, double width, double height)
{
  double x, y, nx, ny, away;

  dem_map_arc_point (arc, share, &x, &y, &nx, &ny);
  away = (fabs (nx) * width + fabs (ny) * height) / 2 + DISTANCE;
  if (!outside)
    away = -away;
  return GRAPHENE_RECT_INIT ((float) round (x + nx * away - width / 2),
                             (float) round (y + ny * away - height / 2), (float) width, (float) height);
}

/* The cheapest place; a label that is not selected may cross nothing. */
static gboolean
choose_rect (const Room *room, guint index, gboolean selected, graphene_rect_t *rect)
{
  const DemMapArc *arc = &g_array_index (room->picture->arcs, DemMapArc, index);
  double width = rect->size.width, height = rect->size.height, least = selected ? EDGE_COST : ARC_COST;
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    for (int outside = 1; outside >= 0; outside--)
      {
        graphene_rect_t candidate = get_rect (arc, shares[i], outside, width, height);
        graphene_rect_t with_halo;
        double cost;
        graphene_rect_inset_r (&candidate, -HALO_GAP, 0, &with_halo);
        cost = get_cost (room, &with_halo, index) + i + (outside ? 0.0 : 1.5);
        if (cost >= least)
          continue;
        least = cost;
        *rect = candidate;
        found = TRUE;
      }
  return found;
}

static void
place_label (Room *room, guint index)
{
  const DemMapArc *arc = &g_array_index (room->picture->arcs, DemMapArc, index);
  const DemNetworkTie *tie = dem_network_picture_get_tie (room->picture, arc);
  DemNetworkLabel label = { .arc = index };
  double text_width, text_height, width, height;

  label.layout
      = dem_network_content_get_layout (room->picture->content, tie->label, LABEL_POINTS, DEM_TEXT_NORMAL, 0);
  dem_paint_measure (label.layout, &text_width, &text_height);
  label.spells = dem_map_spells_new (dem_network_content_get_time (room->picture->content), tie->pair);
  width = label.spells != NULL ? MAX (text_width, DEM_MAP_STRIP_WIDTH) : text_width;
  height = text_height + (label.spells != NULL ? STRIP_GAP + DEM_MAP_STRIP_HEIGHT : 0.0);
  label.bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  if ((!tie->selected && hypot (arc->x1 - arc->x0, arc->y1 - arc->y0) < width * LEAST_LENGTH)
      || !choose_rect (room, index, tie->selected, &label.bounds))
    {
      g_clear_pointer (&label.spells, g_array_unref);
      return;
    }
  label.text_at
      = GRAPHENE_POINT_INIT (label.bounds.origin.x + (float) (width - text_width) / 2, label.bounds.origin.y);
  label.strip = GRAPHENE_RECT_INIT (label.bounds.origin.x + (float) (width - DEM_MAP_STRIP_WIDTH) / 2,
                                    label.bounds.origin.y + (float) (text_height + STRIP_GAP),
                                    (float) DEM_MAP_STRIP_WIDTH, (float) DEM_MAP_STRIP_HEIGHT);
  g_array_append_val (room->taken, label.bounds);
  g_array_append_val (room->picture->labels, label);
}

static int
compare_arcs (gconstpointer a, gconstpointer b, gpointer data)
{
  DemNetworkPicture *self = data;
  const DemNetworkTie *x
      = dem_network_picture_get_tie (self, &g_array_index (self->arcs, DemMapArc, *(const guint *) a));
  const DemNetworkTie *y
      = dem_network_picture_get_tie (self, &g_array_index (self->arcs, DemMapArc, *(const guint *) b));

  if (x->selected != y->selected)
    return x->selected ? -1 : 1;
  if (x->degree != y->degree)
    return x->degree > y->degree ? -1 : 1;
  return x->pair < y->pair ? -1 : 1;
}

/* Lines that tell of closeness and are in the picture; what is dimmed or past keeps silent unless it is
 * selected. */
static GArray *
list_speaking (Room *room)
{
  const DemMapViewport view = { .width = room->picture->width, .height = room->picture->height };
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < room->picture->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (room->picture->arcs, DemMapArc, i);
      const DemNetworkTie *tie = dem_network_picture_get_tie (room->picture, arc);
      gboolean speaks = tie->stance != DEM_STANCE_NONE && !tie->dimmed && !tie->past;
      if (tie->label != NULL && (speaks || tie->selected) && dem_map_arc_is_in_view (arc, &view))
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_arcs, room->picture);
  if (order->len > MOST_NAMED)
    g_array_set_size (order, MOST_NAMED);
  return order;
}

static void
place_labels (Room *room)
{
  g_autoptr (GArray) order = list_speaking (room);
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i), n = room->picture->labels->len;
      const DemMapArc *arc = &g_array_index (room->picture->arcs, DemMapArc, index);
      const char *text = dem_network_picture_get_tie (room->picture, arc)->label;
      /* The same words stand once. */
      if (g_hash_table_contains (said, text))
        continue;
      place_label (room, index);
      if (room->picture->labels->len > n)
        g_hash_table_add (said, (gpointer) text);
    }
}

/* ---- All of it ---- */

void
dem_network_labels_place (DemNetworkPicture *picture, double scale)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  Room room = { picture, taken };

  g_array_append_val (taken, *dem_map_legend_get_bounds (picture->legend));
  if (dem_map_legend_get_buttons (picture->legend)->size.width > 0)
    g_array_append_val (taken, *dem_map_legend_get_buttons (picture->legend));
  place_names (&room, scale);
  place_counts (&room);
  place_labels (&room);
}
