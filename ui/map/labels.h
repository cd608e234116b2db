/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/room.h"
#include "ui/map/spells.h"

G_BEGIN_DECLS

#define DEM_MAP_NO_SLOT G_MAXUINT8

/**
 * DemMapLabel:
 * @arc: index of the arc that it names
 * @bounds: all of it
 * @spells: (nullable) (element-type DemMapSpell): the pair's history in the period, drawn as a strip under
 * the text when it has two phases or more
 * @slot: where along its arc it stands, DEM_MAP_NO_SLOT at the edge of the picture
 *
 * What stands at an arc: its phase, or, where the arc leaves the picture, where it goes to. The layout is the
 * content's.
 */
typedef struct
{
  guint arc;
  graphene_rect_t bounds;
  PangoLayout *layout;
  graphene_point_t text_at;
  GArray *spells;
  graphene_rect_t strip;
  guint8 slot;
} DemMapLabel;

/* (transfer full) (element-type DemMapLabel): as many as there is room for, after the plates have theirs. Slots (by
 * tie) are those of the picture before, in which labels stay where they can. */
GArray *dem_map_labels_new (DemMapRoom *room, const guint8 *slots_before);

G_END_DECLS
