/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "ui/map/head.h"

G_BEGIN_DECLS

/* DemMapHeadBox: where a head is drawn. */
typedef struct
{
  const DemMapHead *head;
  graphene_rect_t box;
} DemMapHeadBox;

/* The height of the tallest head beside a marker; others are measured against it. */
#define DEM_MAP_HEADS_HEIGHT 19.0

/* Sizes in pixels, by kind: person ⌀ 19, organisation 17.5 square, group hexagon 21 wide. */
static inline double
dem_map_head_get_width (DemActorKind kind)
{
  return kind == DEM_ACTOR_ORGANISATION ? 17.5 : kind == DEM_ACTOR_GROUP ? 21.0 : DEM_MAP_HEADS_HEIGHT;
}

static inline double
dem_map_head_get_height (DemActorKind kind)
{
  return kind == DEM_ACTOR_ORGANISATION ? 17.5 : DEM_MAP_HEADS_HEIGHT;
}

G_END_DECLS
