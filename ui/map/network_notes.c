/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_notes.h"

#include "ui/common/note_room.h"

static gboolean
is_drawn (DemNetworkPicture *picture, guint actor)
{
  const DemNetworkSign *sign = dem_network_picture_get_sign (picture, actor);

  return sign->fold == DEM_NETWORK_NO_NODE && sign->x >= 0 && sign->y >= 0 && sign->x <= picture->width
         && sign->y <= picture->height;
}

static void
take_actor (DemNetworkPicture *picture, DemNoteRoom *room, guint actor)
{
  const DemNetworkSign *sign = dem_network_picture_get_sign (picture, actor);
  graphene_rect_t head = dem_network_picture_get_head_box (picture, actor);
  graphene_rect_t pin = dem_network_picture_get_pin_box (picture, actor);

  dem_note_room_take (room, &head);
  if (sign->name != NULL)
    dem_note_room_take (room, &sign->bounds);
  if (dem_network_picture_get_actor (picture, actor)->pinned)
    dem_note_room_take (room, &pin);
}

static void
take_everything (DemNetworkPicture *picture, DemNoteRoom *room)
{
  for (guint i = 0; i < picture->signs->len; i++)
    if (is_drawn (picture, i))
      take_actor (picture, room, i);
  for (guint i = 0; i < picture->folds->len; i++)
    dem_note_room_take (room, &g_array_index (picture->folds, DemNetworkFold, i).box);
  for (guint i = 0; i < picture->labels->len; i++)
    dem_note_room_take (room, &g_array_index (picture->labels, DemNetworkLabel, i).bounds);
  dem_note_room_take (room, dem_map_legend_get_bounds (picture->legend));
}

static void
place_actors (DemNetworkPicture *picture, DemNoteRoom *room)
{
  for (guint i = 0; i < picture->signs->len; i++)
    {
      const DemNetworkSign *sign = dem_network_picture_get_sign (picture, i);
      graphene_rect_t head;

      if (!is_drawn (picture, i)
          || !dem_note_room_begin (room, DEM_REF (ACTOR, dem_network_picture_get_actor (picture, i)->head.actor)))
        continue;
      head = dem_network_picture_get_head_box (picture, i);
      if ((sign->name == NULL || !dem_note_room_try_beside (room, &sign->bounds)) && !dem_note_room_try_beside (room, &head))
        dem_note_room_put (room, head.origin.x + head.size.width, head.origin.y);
    }
}

static void
place_pairs (DemNetworkPicture *picture, DemNoteRoom *room)
{
  static const double shares[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74 };

  for (guint i = 0; i < picture->labels->len; i++)
    {
      const DemNetworkLabel *label = &g_array_index (picture->labels, DemNetworkLabel, i);
      const DemMapArc *arc = &g_array_index (picture->arcs, DemMapArc, label->arc);

      if (dem_note_room_begin (room, DEM_REF (PAIR, dem_network_picture_get_tie (picture, arc)->pair)))
        dem_note_room_try_beside (room, &label->bounds);
    }
  for (guint i = 0; i < picture->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (picture->arcs, DemMapArc, i);
      double x, y, nx, ny;

      if (!dem_note_room_begin (room, DEM_REF (PAIR, dem_network_picture_get_tie (picture, arc)->pair)))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (shares); j++)
        {
          dem_map_arc_point (arc, shares[j], &x, &y, &nx, &ny);
          if (dem_note_room_try (room, x, y))
            break;
        }
    }
}

void
dem_network_notes_place (DemNetworkPicture *picture, DemNoteMarks *marks, PangoContext *pango, GArray *spots)
{
  g_autoptr (DemNoteRoom) room = dem_note_room_new (
      marks, dem_network_content_get_time (picture->content)->dossier, pango,
      &GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height), spots);

  take_everything (picture, room);
  place_actors (picture, room);
  place_pairs (picture, room);
}
