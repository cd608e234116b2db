/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/fans.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEAD_SIZE 28.0
#define PITCH 34.0
#define NAME_POINTS 10.0
#define MORE_POINTS 9.2
#define NAME_GAP 8.0
#define EDGE 10.0 /* between a column and the edge of the picture */
#define SPOKE 1.0
#define LEAST_ROWS 2
#define MARKER_COST 25.0 /* for a marker between a column and its seat */
#define MOST_FANS 12 /* at a time; more would be a list, not a map */

/* How far from the marker a column may begin, best first. */
static const double distances[] = { 72.0, 104.0, 48.0, 150.0, 210.0 };

/* Where a column's middle may stand, in shares of half its height below the marker. */
static const double shifts[] = { 0.0, -0.5, 0.5, -1.0, 1.0 };

DemMapUnfold
dem_map_unfold_at_rest (double zoom, guint32 seat)
{
  return (DemMapUnfold){ zoom >= DEM_MAP_NEAR_ZOOM ? 1.0 : 0.0, seat, seat != DEM_NO_INDEX ? 1.0 : 0.0 };
}

static void
clear_fan (gpointer data)
{
  g_array_unref (((DemMapFan *) data)->rows);
}

/* ---- A column ---- */

static double
get_head_scale (void)
{
  return HEAD_SIZE / DEM_MAP_HEADS_HEIGHT;
}

static double
get_pitch (DemMapContent *content)
{
  return PITCH * MAX (1.0, dem_map_content_get_text_scale (content) * 0.75);
}

static PangoLayout *
get_name (DemMapContent *content, const DemMapHead *head)
{
  g_autofree char *name
      = dem_dossier_dup_name (dem_map_content_get_time (content)->dossier, DEM_REF (ACTOR, head->actor));
  return dem_map_content_get_layout (content, name, NAME_POINTS, head->selected ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL);
}

static PangoLayout *
get_more (DemMapContent *content, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  return dem_map_content_get_layout (content, text, MORE_POINTS, DEM_TEXT_NORMAL);
}

/* The size of a column of so many rows. */
static graphene_size_t
measure (DemMapContent *content, const DemMapSpot *spot, guint n_rows)
{
  double widest = 0.0, width;
  double pitch = get_pitch (content);

  for (guint i = 0; i < n_rows; i++)
    {
      dem_paint_measure (get_name (content, spot->heads->pdata[i]), &width, NULL);
      widest = MAX (widest, width);
    }
  if (n_rows < spot->heads->len)
    {
      dem_paint_measure (get_more (content, spot->heads->len - n_rows), &width, NULL);
      widest = MAX (widest, width);
    }
  guint n_lines = n_rows + (n_rows < spot->heads->len);
  return GRAPHENE_SIZE_INIT ((float) (HEAD_SIZE * 1.15 + NAME_GAP + widest), (float) (n_lines * pitch));
}

/* ---- Where it stands ---- */

/* The part of the map that the spokes cross. */
static graphene_rect_t
get_spoke_rect (const DemMapSpot *spot, const graphene_rect_t *column)
{
  double left = column->origin.x > spot->x ? spot->x + DEM_MAP_RING : column->origin.x + column->size.width;
  double right = column->origin.x > spot->x ? column->origin.x : spot->x - DEM_MAP_RING;
  double top = MIN (column->origin.y, spot->y), bottom = MAX (column->origin.y + column->size.height, spot->y);
  return GRAPHENE_RECT_INIT ((float) left, (float) top, (float) MAX (right - left, 0), (float) (bottom - top));
}

/* Other markers among the spokes: their names would have no room. */
static guint
count_markers (const DemMapRoom *room, const DemMapSpot *spot, const graphene_rect_t *rect)
{
  guint n = 0;
  for (guint i = 0; i < room->spots->len; i++)
    {
      const DemMapSpot *other = &g_array_index (room->spots, DemMapSpot, i);
      n += other != spot && other->host == i
           && graphene_rect_contains_point (rect, &GRAPHENE_POINT_INIT ((float) other->x, (float) other->y));
    }
  return n;
}

/* The cheapest place for a column of that size; FALSE when there is none. */
static gboolean
choose_rect (const DemMapRoom *room, const DemMapSpot *spot, graphene_size_t size, graphene_rect_t *rect)
{
  double least = DEM_MAP_FULL;
  double highest = EDGE, lowest = room->viewport->height - EDGE - size.height;

  if (lowest < highest)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    for (int east = 1; east >= 0; east--)
      for (guint j = 0; j < G_N_ELEMENTS (shifts); j++)
        {
          double x = east ? spot->x + distances[i] : spot->x - distances[i] - size.width;
          double y = CLAMP (spot->y + (shifts[j] - 1) * size.height / 2, highest, lowest);
          graphene_rect_t candidate
              = GRAPHENE_RECT_INIT ((float) round (x), (float) round (y), size.width, size.height);
          graphene_rect_t spokes = get_spoke_rect (spot, &candidate);
          double crossed = dem_map_room_get_cost (room, &candidate, DEM_MAP_NOBODY, DEM_MAP_NOBODY);
          double cost = crossed / 2 + 3.0 * i + 2.0 * j + (east ? 0.0 : 1.5);
          if (crossed >= DEM_MAP_FULL || cost >= least || dem_map_room_is_reserved (room, &spokes))
            continue;
          cost += MARKER_COST * count_markers (room, spot, &spokes);
          if (cost < least)
            {
              least = cost;
              *rect = candidate;
            }
        }
  return least < DEM_MAP_FULL;
}

static void
fill (DemMapFan *fan, DemMapContent *content, const DemMapSpot *spot, guint n_rows)
{
  double pitch = get_pitch (content), scale = get_head_scale ();
  gboolean is_east = fan->bounds.origin.x > spot->x;
  /* Heads are on the marker's side, so that no spoke runs through a name. */
  double middle = is_east ? fan->bounds.origin.x + HEAD_SIZE * 0.575
                          : fan->bounds.origin.x + fan->bounds.size.width - HEAD_SIZE * 0.575;
  double near = is_east ? middle + HEAD_SIZE * 0.575 + NAME_GAP : middle - HEAD_SIZE * 0.575 - NAME_GAP;
  double width, height;

  for (guint i = 0; i < n_rows; i++)
    {
      DemMapFanRow row = { .box.head = spot->heads->pdata[i] };
      double y = fan->bounds.origin.y + (i + 0.5) * pitch;
      double head_width = dem_map_head_get_width (row.box.head->kind) * scale;
      double head_height = dem_map_head_get_height (row.box.head->kind) * scale;

      row.name = get_name (content, row.box.head);
      dem_paint_measure (row.name, &width, &height);
      row.name_at = GRAPHENE_POINT_INIT ((float) round (is_east ? near : near - width), (float) round (y - height / 2));
      graphene_rect_init (&row.box.box, (float) (middle - head_width / 2), (float) (y - head_height / 2),
                          (float) head_width, (float) head_height);
      graphene_rect_t name = GRAPHENE_RECT_INIT (row.name_at.x, row.name_at.y, (float) width, (float) height);
      graphene_rect_union (&row.box.box, &name, &row.bounds);
      g_array_append_val (fan->rows, row);
    }
  fan->n_folded = spot->heads->len - n_rows;
  if (fan->n_folded == 0)
    return;
  double y = fan->bounds.origin.y + (n_rows + 0.5) * pitch;
  fan->more = get_more (content, fan->n_folded);
  dem_paint_measure (fan->more, &width, &height);
  graphene_rect_init (&fan->more_box, (float) round (is_east ? near : near - width), (float) round (y - height / 2),
                      (float) width, (float) height);
}

/* ---- All of them ---- */

static double
get_share (const DemMapRoom *room, const DemMapSpot *spot, const DemMapUnfold *unfold)
{
  guint32 seat = g_array_index (dem_map_content_get_posts (room->content), DemMapPost, spot->post).seat;
  return seat == unfold->seat ? MAX (unfold->opened, unfold->near) : unfold->near;
}

/* With all its rows, or as many as fit: a column that is too tall for its neighbourhood gets shorter. */
static void
unfold_spot (DemMapRoom *room, guint index, double share, GArray *fans)
{
  DemMapSpot *spot = &g_array_index (room->spots, DemMapSpot, index);
  guint most = (guint) MAX ((room->viewport->height - 2 * EDGE) / get_pitch (room->content), 0);
  guint n_rows = spot->heads->len <= most ? spot->heads->len : most > 0 ? most - 1 : 0;

  for (; n_rows >= LEAST_ROWS || (n_rows > 0 && n_rows == spot->heads->len); n_rows = n_rows * 2 / 3)
    {
      DemMapFan fan = { .spot = index, .share = share };
      if (!choose_rect (room, spot, measure (room->content, spot, n_rows), &fan.bounds))
        continue;
      graphene_rect_t spokes = get_spoke_rect (spot, &fan.bounds);
      fan.rows = g_array_new (FALSE, FALSE, sizeof (DemMapFanRow));
      fill (&fan, room->content, spot, n_rows);
      spot->unfolded = TRUE;
      g_array_append_val (room->reserved, fan.bounds);
      g_array_append_val (room->reserved, spokes);
      g_array_append_val (fans, fan);
      return;
    }
}

GArray *
dem_map_fans_new (DemMapRoom *room, const DemMapUnfold *unfold)
{
  GArray *fans = g_array_new (FALSE, TRUE, sizeof (DemMapFan));
  g_array_set_clear_func (fans, clear_fan);
  if (unfold->near <= 0 && (unfold->seat == DEM_NO_INDEX || unfold->opened <= 0))
    return fans;

  g_autoptr (GArray) order = dem_map_room_sort_spots (room);
  /* What somebody opened goes first. */
  for (int opened = 1; opened >= 0; opened--)
    for (guint i = 0; i < order->len && fans->len < MOST_FANS; i++)
      {
        guint index = g_array_index (order, guint, i);
        const DemMapSpot *spot = &g_array_index (room->spots, DemMapSpot, index);
        guint32 seat = g_array_index (dem_map_content_get_posts (room->content), DemMapPost, spot->post).seat;
        double share = get_share (room, spot, unfold);
        if ((seat == unfold->seat) == opened && share > 0 && spot->heads->len > 0)
          unfold_spot (room, index, share, fans);
      }
  return fans;
}

/* ---- Drawing ---- */

static double
mix (double from, double to, double share)
{
  return from + (to - from) * share;
}

graphene_rect_t
dem_map_fan_get_head (const DemMapFan *self, const DemMapFanRow *row, const DemMapSpot *spot)
{
  const graphene_rect_t *box = &row->box.box;
  double size = mix (1 / get_head_scale (), 1.0, self->share);
  double width = box->size.width * size, height = box->size.height * size;
  double x = mix (spot->x, box->origin.x + box->size.width / 2, self->share);
  double y = mix (spot->y, box->origin.y + box->size.height / 2, self->share);
  return GRAPHENE_RECT_INIT ((float) (x - width / 2), (float) (y - height / 2), (float) width, (float) height);
}

void
dem_map_fan_draw_spokes (const DemMapFan *self, cairo_t *cr, const DemMapSpot *spot, const DemPalette *palette)
{
  cairo_set_line_width (cr, SPOKE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const DemMapFanRow *row = &g_array_index (self->rows, DemMapFanRow, i);
      graphene_rect_t head = dem_map_fan_get_head (self, row, spot);
      double side = head.origin.x + head.size.width / 2 > spot->x ? 1.0 : -1.0;
      double x0 = spot->x + side * (DEM_MAP_RING + 1), x1 = side > 0 ? head.origin.x : head.origin.x + head.size.width;
      double y = head.origin.y + head.size.height / 2, middle = (x0 + x1) / 2;
      double opacity = row->box.head->dimmed ? palette->dim_text * 0.6 : 1.0;

      cairo_move_to (cr, x0, spot->y);
      cairo_curve_to (cr, middle, spot->y, middle, y, x1, y);
      cairo_set_source_rgba (cr, palette->head.red, palette->head.green, palette->head.blue,
                             palette->head.alpha * opacity * self->share);
      cairo_stroke (cr);
    }
}

/* ---- Arcs ---- */

/* The head of an actor in a column, or the marker of the spot. TRUE for a head. */
static gboolean
find_end (GArray *fans, GArray *spots, guint index, guint32 actor, DemMapEnd *end)
{
  const DemMapSpot *spot = &g_array_index (spots, DemMapSpot, index);

  *end = (DemMapEnd){ spot->x, spot->y, dem_map_spot_get_radius (spot) };
  for (guint i = 0; spot->unfolded && i < fans->len; i++)
    {
      const DemMapFan *fan = &g_array_index (fans, DemMapFan, i);
      for (guint j = 0; fan->spot == index && j < fan->rows->len; j++)
        {
          const DemMapFanRow *row = &g_array_index (fan->rows, DemMapFanRow, j);
          if (row->box.head->actor != actor)
            continue;
          graphene_rect_t head = dem_map_fan_get_head (fan, row, spot);
          *end = (DemMapEnd){ head.origin.x + head.size.width / 2, head.origin.y + head.size.height / 2,
                              MAX (head.size.width, head.size.height) / 2 };
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
dem_map_fans_lay_arcs (GArray *fans, const DemMapRoom *room, const float *bends)
{
  DemDossier *dossier = dem_map_content_get_time (room->content)->dossier;
  GArray *ties = dem_map_content_get_ties (room->content);
  gboolean found = FALSE;

  for (guint i = 0; fans->len > 0 && i < room->arcs->len; i++)
    {
      DemMapArc *arc = &g_array_index (room->arcs, DemMapArc, i);
      const DemPair *pair = dem_dossier_pair (dossier, g_array_index (ties, DemMapTie, arc->tie).pair);
      DemMapEnd a, b;
      gboolean at_a = find_end (fans, room->spots, arc->from, pair->a, &a);
      gboolean at_b = find_end (fans, room->spots, arc->to, pair->b, &b);
      if (!at_a && !at_b)
        continue;
      dem_map_arc_lay (arc, &a, &b, room->viewport, bends[arc->tie], 0);
      found = TRUE;
    }
  return found;
}
