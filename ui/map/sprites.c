/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/sprites.h"

#include <math.h>

#define MARGIN 8.0 /* around a mark, for its selection */

/* What a sprite shows: all that a mark's look depends on. */
typedef struct
{
  const DemPalette *palette;
  int scale_factor;
  int kind; /* a DemActorKind, or what follows */
  gboolean selected, dimmed, hypothetical;
} Look;

enum
{
  MARKER_OF_STATE = 100,
  MARKER_OF_PLACE,
};

static guint
hash_look (gconstpointer data)
{
  const Look *look = data;
  guint flags = (guint) look->selected << 2 | (guint) look->dimmed << 1 | (guint) look->hypothetical;

  return g_direct_hash (look->palette) ^ (guint) look->scale_factor << 12 ^ (guint) look->kind << 4 ^ flags;
}

static gboolean
equal_look (gconstpointer a, gconstpointer b)
{
  const Look *x = a, *y = b;

  return x->palette == y->palette && x->scale_factor == y->scale_factor && x->kind == y->kind
         && x->selected == y->selected && x->dimmed == y->dimmed && x->hypothetical == y->hypothetical;
}

static void
draw_mark (cairo_t *cr, const Look *look, double width, double height)
{
  DemMapSpot spot = { .x = MARGIN + width / 2, .y = MARGIN + height / 2, .has_state = look->kind == MARKER_OF_STATE };
  DemMapPost post = { .selected = look->selected, .dimmed = look->dimmed, .hypothetical = look->hypothetical };
  DemMapHead head = { .kind = (DemActorKind) look->kind,
                      .selected = look->selected,
                      .dimmed = look->dimmed,
                      .hypothetical = look->hypothetical };
  DemMapHeadBox box
      = { &head, GRAPHENE_RECT_INIT ((float) MARGIN, (float) MARGIN, (float) width, (float) height) };

  if (look->kind >= MARKER_OF_STATE)
    dem_map_draw_marker (cr, &spot, &post, look->palette);
  else
    dem_map_draw_head (cr, &box, look->palette);
}

/* There are few looks: they are kept. */
static cairo_surface_t *
get_sprite (const Look *look, double width, double height)
{
  static GHashTable *sprites;
  cairo_surface_t *sprite;

  if (sprites == NULL)
    sprites = g_hash_table_new_full (hash_look, equal_look, g_free, (GDestroyNotify) cairo_surface_destroy);
  sprite = g_hash_table_lookup (sprites, look);
  if (sprite != NULL)
    return sprite;
  sprite = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width + 2 * MARGIN) * look->scale_factor,
                                       (int) ceil (height + 2 * MARGIN) * look->scale_factor);
  cairo_surface_set_device_scale (sprite, look->scale_factor, look->scale_factor);
  cairo_t *cr = cairo_create (sprite);
  draw_mark (cr, look, width, height);
  cairo_destroy (cr);
  g_hash_table_insert (sprites, g_memdup2 (look, sizeof *look), sprite);
  return sprite;
}

static void
paint (cairo_t *cr, const Look *look, double x, double y, double width, double height)
{
  double left = round ((x - MARGIN) * look->scale_factor) / look->scale_factor;
  double top = round ((y - MARGIN) * look->scale_factor) / look->scale_factor;

  cairo_set_source_surface (cr, get_sprite (look, width, height), left, top);
  cairo_paint (cr);
}

void
dem_map_sprites_draw_marker (
    cairo_t *cr, const DemMapSpot *spot, const DemMapPost *post, const DemPalette *palette, int scale_factor)
{
  double radius = dem_map_spot_get_radius (spot);
  Look look = { .palette = palette,
                .scale_factor = scale_factor,
                .kind = spot->has_state ? MARKER_OF_STATE : MARKER_OF_PLACE,
                .selected = post->selected,
                .dimmed = post->dimmed,
                .hypothetical = post->hypothetical };

  if (scale_factor == 0)
    dem_map_draw_marker (cr, spot, post, palette);
  else
    paint (cr, &look, spot->x - radius, spot->y - radius, 2 * radius, 2 * radius);
}

void
dem_map_sprites_draw_head (cairo_t *cr, const DemMapHeadBox *box, const DemPalette *palette, int scale_factor)
{
  const DemMapHead *head = box->head;
  Look look = { .palette = palette,
                .scale_factor = scale_factor,
                .kind = (int) head->kind,
                .selected = head->selected,
                .dimmed = head->dimmed,
                .hypothetical = head->hypothetical };

  if (scale_factor == 0)
    dem_map_draw_head (cr, box, palette);
  else
    paint (cr, &look, box->box.origin.x, box->box.origin.y, box->box.size.width, box->box.size.height);
}
