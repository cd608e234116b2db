/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_notes.h"

#include "ui/common/note_room.h"

#define DOT 5.0 /* pixels around a place that are its own */

static DemDossier *
get_dossier (const DemMapLayout *layout)
{
  return dem_map_content_get_time (layout->content)->dossier;
}

static graphene_rect_t
get_marker (const DemMapSpot *spot)
{
  float radius = (float) dem_map_spot_get_radius (spot);

  return GRAPHENE_RECT_INIT ((float) spot->x - radius, (float) spot->y - radius, 2 * radius, 2 * radius);
}

static graphene_rect_t
get_name (const DemMapPlate *plate)
{
  double width, height;

  dem_paint_measure (plate->name, &width, &height);
  return GRAPHENE_RECT_INIT (plate->name_at.x, plate->name_at.y, (float) width, (float) height);
}

/* ---- What stands already ---- */

static void
take_plate (DemNoteRoom *room, const DemMapPlate *plate)
{
  graphene_rect_t name;

  if (plate->name == NULL)
    return;
  name = get_name (plate);
  dem_note_room_take (room, &name);
  for (guint i = 0; i < plate->heads->len; i++)
    dem_note_room_take (room, &g_array_index (plate->heads, DemMapHeadBox, i).box);
  if (plate->more != NULL)
    dem_note_room_take (room, &plate->more_box);
  if (plate->standing != NULL)
    dem_note_room_take (room, &plate->standing_box);
}

static void
take_everything (const DemMapLayout *layout, DemNoteRoom *room)
{
  for (guint i = 0; i < layout->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (layout->spots, DemMapSpot, i);
      graphene_rect_t marker = get_marker (spot);

      if (spot->host == i)
        dem_note_room_take (room, &marker);
    }
  for (guint i = 0; i < layout->plates->len; i++)
    take_plate (room, &g_array_index (layout->plates, DemMapPlate, i));
  for (guint i = 0; i < layout->labels->len; i++)
    dem_note_room_take (room, &g_array_index (layout->labels, DemMapLabel, i).bounds);
  for (guint i = 0; i < layout->fans->len; i++)
    {
      GArray *rows = g_array_index (layout->fans, DemMapFan, i).rows;

      for (guint j = 0; j < rows->len; j++)
        dem_note_room_take (room, &g_array_index (rows, DemMapFanRow, j).bounds);
    }
  dem_note_room_take (room, dem_map_legend_get_bounds (layout->legend));
}

/* ---- Marks ---- */

static void
place_states (const DemMapLayout *layout, DemNoteRoom *room)
{
  for (guint i = 0; i < layout->plates->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (layout->spots, DemMapSpot, i);
      const DemMapPlate *plate = &g_array_index (layout->plates, DemMapPlate, i);
      guint32 state = dem_map_layout_get_post (layout, i)->state;
      graphene_rect_t marker = get_marker (spot), name;

      if (spot->host != i || state == DEM_NO_INDEX || !dem_note_room_begin (room, DEM_REF (ACTOR, state)))
        continue;
      name = plate->name != NULL ? get_name (plate) : marker;
      if (!dem_note_room_try_beside (room, &name))
        dem_note_room_try_beside (room, &marker);
    }
}

/* Below or above it, for heads stand close together; else on its corner. */
static void
place_head (DemNoteRoom *room, guint32 actor, const graphene_rect_t *box)
{
  double width, height, x = box->origin.x + box->size.width / 2, bottom = box->origin.y + box->size.height;

  if (!dem_note_room_begin (room, DEM_REF (ACTOR, actor)))
    return;
  dem_note_room_get_size (room, &width, &height);
  if (!dem_note_room_try (room, x, bottom + height / 2 + 2) && !dem_note_room_try (room, x, box->origin.y - height / 2 - 2))
    dem_note_room_put (room, x + box->size.width * 0.3, bottom);
}

static void
place_heads (const DemMapLayout *layout, DemNoteRoom *room)
{
  for (guint i = 0; i < layout->plates->len; i++)
    {
      GArray *heads = g_array_index (layout->plates, DemMapPlate, i).heads;

      for (guint j = 0; j < heads->len; j++)
        place_head (room, g_array_index (heads, DemMapHeadBox, j).head->actor, &g_array_index (heads, DemMapHeadBox, j).box);
    }
  for (guint i = 0; i < layout->fans->len; i++)
    {
      const DemMapFan *fan = &g_array_index (layout->fans, DemMapFan, i);

      for (guint j = 0; j < fan->rows->len && fan->share >= 1; j++)
        {
          const DemMapFanRow *row = &g_array_index (fan->rows, DemMapFanRow, j);

          if (dem_note_room_begin (room, DEM_REF (ACTOR, row->box.head->actor))
              && !dem_note_room_try_beside (room, &row->bounds))
            place_head (room, row->box.head->actor, &row->box.box);
        }
    }
}

static gboolean
try_along (DemNoteRoom *room, const DemMapArc *arc)
{
  static const double shares[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74 };
  double x, y, nx, ny;

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      dem_map_arc_point (arc, shares[i], &x, &y, &nx, &ny);
      if (dem_note_room_try (room, x, y))
        return TRUE;
    }
  return FALSE;
}

static void
place_pairs (const DemMapLayout *layout, DemNoteRoom *room)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const DemMapLabel *label = &g_array_index (layout->labels, DemMapLabel, i);
      const DemMapArc *arc = &g_array_index (layout->arcs, DemMapArc, label->arc);

      if (arc->cut < 0 && dem_note_room_begin (room, DEM_REF (PAIR, dem_map_layout_get_tie (layout, arc)->pair)))
        dem_note_room_try_beside (room, &label->bounds);
    }
  for (guint i = 0; i < layout->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (layout->arcs, DemMapArc, i);

      if (dem_map_arc_is_in_view (arc, &layout->viewport)
          && dem_note_room_begin (room, DEM_REF (PAIR, dem_map_layout_get_tie (layout, arc)->pair)))
        try_along (room, arc);
    }
}

static gboolean
locate (const DemMapLayout *layout, DemProjection *projection, const DemNoteTarget *target, graphene_point_t *at)
{
  const DemMapViewport *viewport = &layout->viewport;
  DemGeo geo;
  double x, y;

  if (!dem_note_target_get_place (target, &geo.latitude, &geo.longitude))
    return FALSE;
  dem_projection_place (projection, geo, &x, &y);
  *at = GRAPHENE_POINT_INIT ((float) (x * viewport->scale + viewport->dx), (float) (y * viewport->scale + viewport->dy));
  return at->x >= 0 && at->x <= viewport->width && at->y >= 0 && at->y <= viewport->height;
}

/* A place is where it is, whatever else is there. */
static void
place_places (const DemMapLayout *layout, DemNoteMarks *marks, DemNoteRoom *room)
{
  DemProjection *projection = dem_map_world_get_projection (dem_map_content_get_world (layout->content));
  GPtrArray *places = dem_note_marks_list (marks, DEM_TARGET_PLACE);

  for (guint i = 0; i < places->len; i++)
    {
      graphene_point_t at;
      graphene_rect_t dot;

      if (!locate (layout, projection, places->pdata[i], &at)
          || !dem_note_room_begin_target (room, places->pdata[i]))
        continue;
      dot = GRAPHENE_RECT_INIT (at.x - (float) DOT, at.y - (float) DOT, 2 * (float) DOT, 2 * (float) DOT);
      if (!dem_note_room_try_beside (room, &dot))
        dem_note_room_put (room, at.x, at.y);
    }
}

void
dem_map_notes_place (const DemMapLayout *layout, DemNoteMarks *marks, PangoContext *pango, GArray *spots)
{
  g_autoptr (DemNoteRoom) room
      = dem_note_room_new (marks, get_dossier (layout), pango,
                           &GRAPHENE_RECT_INIT (0, 0, (float) layout->viewport.width, (float) layout->viewport.height),
                           spots);

  take_everything (layout, room);
  place_states (layout, room);
  place_heads (layout, room);
  place_pairs (layout, room);
  place_places (layout, marks, room);
}
