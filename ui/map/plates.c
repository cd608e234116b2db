/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/plates.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/map/basemap.h"

#define NAME_POINTS 10.0
#define MORE_POINTS 9.2
#define DISTANCE 13.0 /* from the marker's middle */
#define MOST_HEADS 4
#define HEAD_OVERLAP 0.14
#define HEAD_GAP 2.0 /* between name and heads */
#define MORE_GAP 4.0
#define LARGE_TEXT 1.5 /* from which numbers stand for heads */
#define IMPROVEMENTS 2
#define MOST_MAKING_WAY 40 /* plates in a picture in which neighbours step aside */
#define WAY 220.0          /* pixels: how far a name may reach */
#define BOX_PADDING_X 6.0 /* of a plate with a ground */
#define BOX_PADDING_Y 2.0

#define ABROAD_COST 4.0
#define CHANGE_COST 6.0

/* How much a plate says. */
typedef enum
{
  HEADS,
  NUMBER,  /* of the heads, behind the name */
  NO_WORDS /* nor how a state stands to the one whose relations are shown: its shade says it as well */
} Detail;

/* How a plate is made up. Width and height are with padding. */
typedef struct
{
  double width, height;
  double name_width, name_height;
  double line_width; /* name and number */
  double row_width;
  double padding_x, padding_y;
  PangoLayout *standing; /* nullable */
  guint n_heads;
  gboolean compact;
} Shape;

static char *
format_more (guint n)
{
  /* Translators: how many more actors sit at a place than there is room for. */
  return g_strdup_printf (_("+%u"), n);
}

static double
measure_more (DemMapContent *content, guint n)
{
  g_autofree char *text = format_more (n);
  double width;
  dem_paint_measure (dem_map_content_get_layout (content, text, MORE_POINTS, DEM_TEXT_NORMAL), &width, NULL);
  return width;
}

static PangoLayout *
get_name (DemMapContent *content, const DemMapSpot *spot)
{
  const DemMapPost *post = &g_array_index (dem_map_content_get_posts (content), DemMapPost, spot->post);
  return dem_map_content_get_layout (content, post->name, NAME_POINTS,
                                     spot->has_state ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL);
}

static double
measure_heads (DemMapContent *content, const DemMapSpot *spot, guint n)
{
  double width = 0.0;
  for (guint i = 0; i < n; i++)
    {
      double head = dem_map_head_get_width (((const DemMapHead *) spot->heads->pdata[i])->kind);
      width += i + 1 < n ? head * (1.0 - HEAD_OVERLAP) : head;
    }
  if (spot->heads->len > n)
    width += MORE_GAP + measure_more (content, spot->heads->len - n);
  return width;
}

static const DemMapPost *
get_post (DemMapContent *content, const DemMapSpot *spot)
{
  return &g_array_index (dem_map_content_get_posts (content), DemMapPost, spot->post);
}

static gboolean
is_boxed (DemMapContent *content)
{
  return dem_map_content_get_time (content)->perspective != DEM_NO_INDEX;
}

/* The name of the phase in which a state stands to the one whose relations are shown, or NULL. */
static PangoLayout *
get_standing (DemMapContent *content, const DemMapSpot *spot)
{
  DemDossier *dossier = dem_map_content_get_time (content)->dossier;
  guint32 state = get_post (content, spot)->state;
  const DemStanding *standing
      = state != DEM_NO_INDEX ? dem_map_content_get_standing (content, state) : NULL;

  if (standing == NULL)
    return NULL;
  const char *label = dem_dossier_relation (dossier, standing->relation)->item.label;
  return dem_map_content_get_layout (content, label != NULL ? label : dem_stance_get_word (standing->stance),
                                     MORE_POINTS, DEM_TEXT_NORMAL);
}

static void
add_heads_to_shape (DemMapContent *content, const DemMapSpot *spot, Shape *shape)
{
  if (spot->heads->len == 0 || spot->unfolded)
    return;
  if (shape->compact)
    {
      shape->line_width += MORE_GAP + measure_more (content, spot->heads->len);
      shape->width = shape->line_width;
      return;
    }
  shape->n_heads = MIN (spot->heads->len, MOST_HEADS);
  shape->row_width = measure_heads (content, spot, shape->n_heads);
  shape->width = MAX (shape->width, shape->row_width);
  shape->height += HEAD_GAP + DEM_MAP_HEADS_HEIGHT;
}

static Shape
get_shape (DemMapContent *content, const DemMapSpot *spot, Detail detail)
{
  gboolean boxed = is_boxed (content);
  Shape shape = { .compact = detail >= NUMBER || boxed };

  dem_paint_measure (get_name (content, spot), &shape.name_width, &shape.name_height);
  shape.width = shape.line_width = shape.name_width;
  shape.height = shape.name_height;
  add_heads_to_shape (content, spot, &shape);
  if (!boxed)
    return shape;
  shape.standing = detail < NO_WORDS ? get_standing (content, spot) : NULL;
  if (shape.standing != NULL)
    {
      double width, height;
      dem_paint_measure (shape.standing, &width, &height);
      shape.width = MAX (shape.width, width);
      shape.height += height;
    }
  shape.padding_x = BOX_PADDING_X;
  shape.padding_y = BOX_PADDING_Y;
  shape.width += 2 * shape.padding_x;
  shape.height += 2 * shape.padding_y;
  return shape;
}

/* -1, 0 or 1: which way a side lies. */
static int
get_east (DemMapSide side)
{
  static const int east[] = { 1, -1, 1, 1, -1, -1, 0, 0 };
  return east[side];
}

static int
get_south (DemMapSide side)
{
  static const int south[] = { 0, 0, -1, 1, -1, 1, -1, 1 };
  return south[side];
}

static graphene_rect_t
get_rect (const DemMapSpot *spot, const Shape *shape, DemMapSide side)
{
  int east = get_east (side), south = get_south (side);
  double distance = east != 0 && south != 0 ? DISTANCE * 0.76 : DISTANCE;
  double x = spot->x + east * distance + (east - 1) * shape->width / 2;
  double y = spot->y + south * distance + (south - 1) * shape->height / 2;
  return GRAPHENE_RECT_INIT ((float) round (x), (float) round (y), (float) shape->width,
                             (float) shape->height);
}

/* A name that lies in the country of another actor seems to be that one's. */
static double
get_abroad_cost (const DemMapRoom *room, const DemMapSpot *spot, const graphene_rect_t *rect)
{
  DemMapWorld *world = dem_map_content_get_world (room->content);
  DemProjection *projection = dem_map_world_get_projection (world);
  const DemMapPost *post = &g_array_index (dem_map_content_get_posts (room->content), DemMapPost, spot->post);
  guint n_seats;
  const char *home = dem_map_world_get_seats (world, &n_seats)[post->seat].country;
  double x = rect->origin.x + rect->size.width / 2, y = rect->origin.y + rect->size.height / 2;
  double longitude = dem_projection_longitude (projection, (x - room->viewport->dx) / room->viewport->scale);
  double latitude = dem_projection_latitude (projection, (y - room->viewport->dy) / room->viewport->scale);
  const char *code = dem_basemap_country_at (longitude, latitude);

  if (code == NULL || g_strcmp0 (code, home) == 0)
    return 0.0;
  DemLandStyle *style = dem_map_content_get_land_style (room->content);
  return dem_land_style_get_shade (style, code) == DEM_SHADE_PLAIN
                 && dem_land_style_get_stance (style, code) == DEM_STANCE_NONE
             ? 0.0
             : ABROAD_COST;
}

/* The cheapest side, and its cost. */
static double
choose_side (const DemMapRoom *room,
             const DemMapSpot *spot,
             guint index,
             const Shape *shape,
             DemMapSide before,
             DemMapSide *side)
{
  double least = INFINITY;

  /* The side of the picture before stays when nothing can be cheaper than a change: most do, in most frames. */
  if (before != DEM_N_SIDES)
    {
      graphene_rect_t rect = get_rect (spot, shape, before);
      if (dem_map_room_get_cost (room, &rect, index, DEM_MAP_NOBODY) + 0.1 * before < CHANGE_COST - ABROAD_COST)
        {
          *side = before;
          return 0.0;
        }
    }
  for (DemMapSide i = 0; i < DEM_N_SIDES; i++)
    {
      graphene_rect_t rect = get_rect (spot, shape, i);
      double cost = dem_map_room_get_cost (room, &rect, index, DEM_MAP_NOBODY) + 0.1 * i;
      if (cost >= least)
        continue;
      cost += get_abroad_cost (room, spot, &rect);
      if (before != DEM_N_SIDES && before != i)
        cost += CHANGE_COST;
      if (cost < least)
        {
          least = cost;
          *side = i;
        }
    }
  return least;
}

static void
lay_heads (DemMapContent *content,
           const DemMapSpot *spot,
           DemMapPlate *plate,
           const Shape *shape,
           double x,
           double y)
{
  for (guint i = 0; i < shape->n_heads; i++)
    {
      DemMapHeadBox box = { .head = spot->heads->pdata[i] };
      double width = dem_map_head_get_width (box.head->kind), height = dem_map_head_get_height (box.head->kind);
      graphene_rect_init (&box.box, (float) x, (float) (y + (DEM_MAP_HEADS_HEIGHT - height) / 2), (float) width,
                          (float) height);
      g_array_append_val (plate->heads, box);
      x += i + 1 < shape->n_heads ? width * (1.0 - HEAD_OVERLAP) : width;
    }
}

/* Where something that is narrower than the plate begins: on the marker's side, or in the middle above and below it. */
static double
align (const DemMapPlate *plate, const Shape *shape, double width)
{
  double room = shape->width - 2 * shape->padding_x - width;
  return plate->bounds.origin.x + shape->padding_x + room * (1 - get_east (plate->side)) / 2.0;
}

static void
fill_standing (DemMapContent *content, const DemMapSpot *spot, DemMapPlate *plate, const Shape *shape)
{
  const DemStanding *standing = dem_map_content_get_standing (content, get_post (content, spot)->state);
  double width, height;

  dem_paint_measure (shape->standing, &width, &height);
  plate->standing = shape->standing;
  plate->pair = standing->pair;
  graphene_rect_init (&plate->standing_box, (float) align (plate, shape, width),
                      (float) (plate->bounds.origin.y + shape->height - shape->padding_y - height), (float) width,
                      (float) height);
}

static void
fill_plate (DemMapContent *content, const DemMapSpot *spot, DemMapPlate *plate, const Shape *shape)
{
  double left = align (plate, shape, shape->line_width), top = plate->bounds.origin.y + shape->padding_y;

  plate->name = get_name (content, spot);
  plate->name_at = GRAPHENE_POINT_INIT ((float) left, (float) top);
  plate->boxed = is_boxed (content);
  if (shape->standing != NULL)
    fill_standing (content, spot, plate, shape);
  plate->n_folded = spot->unfolded ? 0 : spot->heads->len - shape->n_heads;
  double row = align (plate, shape, shape->row_width), row_top = top + shape->name_height + HEAD_GAP;
  lay_heads (content, spot, plate, shape, row, row_top);
  if (plate->n_folded == 0)
    return;

  g_autofree char *text = format_more (plate->n_folded);
  double width, height;
  plate->more = dem_map_content_get_layout (content, text, MORE_POINTS, DEM_TEXT_NORMAL);
  dem_paint_measure (plate->more, &width, &height);
  double x = shape->compact ? left + shape->name_width + MORE_GAP : row + shape->row_width - width;
  double y = shape->compact ? top + (shape->name_height - height) / 2 : row_top + (DEM_MAP_HEADS_HEIGHT - height) / 2;
  graphene_rect_init (&plate->more_box, (float) x, (float) y, (float) width, (float) height);
}

/* ---- All of them ---- */

static void
clear_plate (gpointer data)
{
  g_array_unref (((DemMapPlate *) data)->heads);
}

/* With as much as there is room for; the plate stays empty when there is none for the least either. */
static void
place_plate (DemMapRoom *room, DemMapPlate *plate, guint index, Shape *shape, DemMapSide before)
{
  const DemMapSpot *spot = &g_array_index (room->spots, DemMapSpot, index);
  graphene_rect_t *taken = &g_array_index (room->taken, graphene_rect_t, index);
  gboolean boxed = is_boxed (room->content);
  gboolean large = boxed || dem_map_content_get_text_scale (room->content) >= LARGE_TEXT;

  *taken = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  for (Detail detail = large ? NUMBER : HEADS; detail <= (boxed ? NO_WORDS : NUMBER); detail++)
    {
      *shape = get_shape (room->content, spot, detail);
      if (choose_side (room, spot, index, shape, before, &plate->side) < DEM_MAP_FULL)
        {
          *taken = get_rect (spot, shape, plate->side);
          return;
        }
    }
}

static DemMapSide
get_before (const DemMapSide *sides_before, guint index)
{
  return sides_before != NULL ? sides_before[index] : DEM_N_SIDES;
}

/* Whether a plate may be in the way of another's. */
static gboolean
is_near (const graphene_rect_t *plate, const DemMapSpot *spot)
{
  return spot->x > plate->origin.x - WAY && spot->x < plate->origin.x + plate->size.width + WAY
         && spot->y > plate->origin.y - WAY && spot->y < plate->origin.y + plate->size.height + WAY;
}

/* One neighbour steps aside, or folds its heads, for a name that has no room: a free place that only that one takes. */
static gboolean
make_way (DemMapRoom *room, GArray *plates, guint index, guint neighbour, Shape *shapes, const DemMapSide *sides_before)
{
  DemMapPlate *plate = &g_array_index (plates, DemMapPlate, index);
  DemMapPlate *other = &g_array_index (plates, DemMapPlate, neighbour);
  graphene_rect_t *mine = &g_array_index (room->taken, graphene_rect_t, index);
  graphene_rect_t *theirs = &g_array_index (room->taken, graphene_rect_t, neighbour);
  graphene_rect_t rect = *theirs;
  DemMapSide side = other->side;
  Shape shape = shapes[neighbour];

  *theirs = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  place_plate (room, plate, index, &shapes[index], get_before (sides_before, index));
  if (mine->size.width > 0)
    place_plate (room, other, neighbour, &shapes[neighbour], get_before (sides_before, neighbour));
  if (mine->size.width > 0 && theirs->size.width > 0)
    return TRUE;
  *mine = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  *theirs = rect;
  other->side = side;
  shapes[neighbour] = shape;
  return FALSE;
}

/* For those that are left without a name, in pictures that are no crowd. */
static void
make_room (DemMapRoom *room, GArray *plates, GArray *order, Shape *shapes, const DemMapSide *sides_before)
{
  if (order->len > MOST_MAKING_WAY)
    return;
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      const DemMapSpot *spot = &g_array_index (room->spots, DemMapSpot, index);
      for (guint j = 0; j < order->len && g_array_index (room->taken, graphene_rect_t, index).size.width <= 0; j++)
        {
          guint neighbour = g_array_index (order, guint, j);
          const graphene_rect_t *theirs = &g_array_index (room->taken, graphene_rect_t, neighbour);
          if (neighbour != index && theirs->size.width > 0 && is_near (theirs, spot))
            make_way (room, plates, index, neighbour, shapes, sides_before);
        }
    }
}

GArray *
dem_map_plates_new (DemMapRoom *room, const DemMapSide *sides_before)
{
  GArray *plates = g_array_new (FALSE, TRUE, sizeof (DemMapPlate));
  g_array_set_clear_func (plates, clear_plate);
  g_array_set_size (plates, room->spots->len);
  g_array_set_size (room->taken, room->spots->len);
  g_autofree Shape *shapes = g_new0 (Shape, room->spots->len + 1);
  g_autoptr (GArray) order = dem_map_room_sort_spots (room);

  room->named = g_array_ref (order);
  for (guint i = 0; i < plates->len; i++)
    {
      DemMapPlate *plate = &g_array_index (plates, DemMapPlate, i);
      plate->spot = i;
      plate->side = DEM_N_SIDES;
      plate->heads = g_array_new (FALSE, FALSE, sizeof (DemMapHeadBox));
      const DemMapSpot *spot = &g_array_index (room->spots, DemMapSpot, i);
      plate->n_folded = spot->unfolded ? 0 : spot->heads->len;
      g_array_index (room->taken, graphene_rect_t, i) = GRAPHENE_RECT_INIT (0, 0, 0, 0);
    }
  for (guint round = 0; round <= IMPROVEMENTS; round++)
    for (guint i = 0; i < order->len; i++)
      {
        guint index = g_array_index (order, guint, i);
        place_plate (room, &g_array_index (plates, DemMapPlate, index), index, &shapes[index],
                     get_before (sides_before, index));
      }
  make_room (room, plates, order, shapes, sides_before);
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      DemMapPlate *plate = &g_array_index (plates, DemMapPlate, index);
      plate->bounds = g_array_index (room->taken, graphene_rect_t, index);
      if (plate->bounds.size.width > 0)
        fill_plate (room->content, &g_array_index (room->spots, DemMapSpot, index), plate, &shapes[index]);
    }
  return plates;
}
