/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/land.h"

#include <gdk/gdk.h>
#include <math.h>

#include "ui/map/choropleth.h"

#define BORDER_WIDTH 0.7
#define N_CODES (26 * 26)

/* From so many pixels to the unit on, the fine outlines are worth their time. */
#define FINE_SCALE 1.4
#define FINEST_SCALE 8.0

/* Outlines that lie beyond an edge of the picture are cut short so far outside it. */
#define OUTSIDE 8.0

/* Points nearer than this to the last one, and islands smaller, cannot be seen. */
#define LEAST_STEP 0.7

/* Countries that are shown together: so many slots of the style's list, from an index on. */
typedef struct
{
  guint first;
  guint n;
  DemStance stance;
} Area;

struct _DemLandStyle
{
  const DemPalette *palette;
  guint8 shades[N_CODES];
  guint8 filled[N_CODES]; /* 0, or a stance and 1 */
  GArray *areas;          /* Area */
  GArray *slots;          /* int */
};

DemLandStyle *
dem_land_style_new (const DemPalette *palette)
{
  DemLandStyle *self = g_atomic_rc_box_new0 (DemLandStyle);
  self->palette = palette;
  self->areas = g_array_new (FALSE, TRUE, sizeof (Area));
  self->slots = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

DemLandStyle *
dem_land_style_ref (DemLandStyle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
free_style (gpointer data)
{
  DemLandStyle *self = data;
  g_array_unref (self->areas);
  g_array_unref (self->slots);
}

void
dem_land_style_unref (DemLandStyle *self)
{
  g_atomic_rc_box_release_full (self, free_style);
}

/* -1 for what is no code of two capital letters. */
static int
get_slot (const char *code)
{
  if (code == NULL || !g_ascii_isupper (code[0]) || !g_ascii_isupper (code[1]) || code[2] != '\0')
    return -1;
  return (code[0] - 'A') * 26 + code[1] - 'A';
}

void
dem_land_style_shade (DemLandStyle *self, const char *code, DemShade shade)
{
  int slot = get_slot (code);
  if (slot >= 0)
    self->shades[slot] = MAX (self->shades[slot], shade);
}

DemShade
dem_land_style_get_shade (const DemLandStyle *self, const char *code)
{
  int slot = get_slot (code);
  return slot >= 0 ? (DemShade) self->shades[slot] : DEM_SHADE_PLAIN;
}

void
dem_land_style_add_area (DemLandStyle *self, const char *const *codes, guint n, DemStance stance)
{
  Area area = { .first = self->slots->len, .stance = stance };

  for (guint i = 0; i < n; i++)
    {
      int slot = get_slot (codes[i]);
      if (slot < 0 || (stance < DEM_STANCE_HYPOTHETICAL && self->filled[slot] != 0))
        continue;
      if (stance < DEM_STANCE_HYPOTHETICAL)
        self->filled[slot] = (guint8) (stance + 1);
      g_array_append_val (self->slots, slot);
    }
  area.n = self->slots->len - area.first;
  if (area.n > 0)
    g_array_append_val (self->areas, area);
}

DemStance
dem_land_style_get_stance (const DemLandStyle *self, const char *code)
{
  int slot = get_slot (code);
  return slot >= 0 && self->filled[slot] > 0 ? (DemStance) (self->filled[slot] - 1) : DEM_STANCE_NONE;
}

const GdkRGBA *
dem_land_style_get_sea (const DemLandStyle *self)
{
  return &self->palette->sea;
}

static gboolean
has_same_bytes (GArray *a, GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * g_array_get_element_size (a)) == 0);
}

gboolean
dem_land_style_equal (const DemLandStyle *a, const DemLandStyle *b)
{
  return a->palette == b->palette && memcmp (a->shades, b->shades, sizeof a->shades) == 0
         && has_same_bytes (a->areas, b->areas) && has_same_bytes (a->slots, b->slots);
}

/* Beyond which edges of the picture a point lies, a bit for each. */
static guint
get_sides (const DemMapViewport *viewport, double x, double y)
{
  return (x < -OUTSIDE ? 1 : 0) | (x > viewport->width + OUTSIDE ? 2 : 0) | (y < -OUTSIDE ? 4 : 0)
         | (y > viewport->height + OUTSIDE ? 8 : 0);
}

/* Of a coast that runs along beyond one edge only the ends are traced: most of a large country on a close map. */
static void
trace_ring (cairo_t *cr,
            const DemProjection *projection,
            const DemMapViewport *viewport,
            const DemRing *ring,
            double shift)
{
  double last_x = 0, last_y = 0, left_x = 0, left_y = 0;
  guint last_sides = 0;
  gboolean has_left = FALSE; /* a point was left out since the last that was traced */

  for (guint i = 0; i < ring->n_points; i++)
    {
      double x = dem_projection_x (projection, ring->points[2 * i]) * viewport->scale + viewport->dx + shift;
      double y = dem_projection_y (projection, ring->points[2 * i + 1]) * viewport->scale + viewport->dy;
      guint sides = get_sides (viewport, x, y);
      if (i > 0 && fabs (x - last_x) < LEAST_STEP && fabs (y - last_y) < LEAST_STEP)
        continue;
      if (i > 0 && (sides & last_sides) != 0)
        {
          left_x = x;
          left_y = y;
          has_left = TRUE;
          continue;
        }
      if (has_left)
        cairo_line_to (cr, left_x, left_y);
      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
      has_left = FALSE;
      last_x = x;
      last_y = y;
      last_sides = sides;
    }
  if (has_left)
    cairo_line_to (cr, left_x, left_y);
  cairo_close_path (cr);
}

/* The world goes around: a ring appears wherever one of its turns touches the viewport. */
static void
trace_turns (cairo_t *cr,
             const DemProjection *projection,
             const DemMapViewport *viewport,
             const DemRing *ring)
{
  double top = dem_projection_y (projection, ring->north) * viewport->scale + viewport->dy;
  double bottom = dem_projection_y (projection, ring->south) * viewport->scale + viewport->dy;
  double left = dem_projection_x (projection, ring->west) * viewport->scale + viewport->dx;
  double right = dem_projection_x (projection, ring->east) * viewport->scale + viewport->dx;
  if (bottom < 0 || top > viewport->height || (right - left < LEAST_STEP && bottom - top < LEAST_STEP))
    return;

  double world = dem_projection_get_width (projection) * viewport->scale;
  for (double turn = ceil (-right / world); left + turn * world <= viewport->width; turn += 1.0)
    trace_ring (cr, projection, viewport, ring, turn * world);
}

/* Country by country: a single path of the whole world would take cairo more than twice as long. */
static void
draw_country (cairo_t *cr,
              const DemProjection *projection,
              const DemMapViewport *viewport,
              const DemCountry *country,
              const GdkRGBA *color,
              const GdkRGBA *border)
{
  for (guint i = 0; i < country->n_rings; i++)
    trace_turns (cr, projection, viewport, &country->rings[i]);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, border);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_stroke (cr);
}

/* Shade by shade, so that the border of what stands out is whole. */
static void
draw_countries (cairo_t *cr,
                const DemProjection *projection,
                const DemMapViewport *viewport,
                const DemLandStyle *style,
                const DemBasemap *map)
{
  const GdkRGBA *colors[DEM_N_SHADES]
      = { &style->palette->land, &style->palette->land_actor, &style->palette->land_selected };

  for (DemShade shade = DEM_SHADE_PLAIN; shade < DEM_N_SHADES; shade++)
    for (guint i = 0; i < map->n_countries; i++)
      if (dem_land_style_get_shade (style, map->countries[i].code) == shade)
        draw_country (cr, projection, viewport, &map->countries[i], colors[shade], &style->palette->border);
}

static void
trace_area (cairo_t *cr,
            const DemProjection *projection,
            const DemMapViewport *viewport,
            const DemLandStyle *style,
            const Area *area,
            const DemBasemap *map)
{
  for (guint i = 0; i < map->n_countries; i++)
    {
      const DemCountry *country = &map->countries[i];
      int slot = get_slot (country->code);
      gboolean belongs = FALSE;
      for (guint j = 0; slot >= 0 && j < area->n; j++)
        belongs = belongs || g_array_index (style->slots, int, area->first + j) == slot;
      for (guint j = 0; belongs && j < country->n_rings; j++)
        trace_turns (cr, projection, viewport, &country->rings[j]);
    }
}

/* What is outlined only lies above what is filled. */
static void
draw_areas (cairo_t *cr,
            const DemProjection *projection,
            const DemMapViewport *viewport,
            const DemLandStyle *style,
            const DemBasemap *map)
{
  for (int hypothetical = 0; hypothetical < 2; hypothetical++)
    for (guint i = 0; i < style->areas->len; i++)
      {
        const Area *area = &g_array_index (style->areas, Area, i);
        if ((area->stance == DEM_STANCE_HYPOTHETICAL) != (hypothetical == 1))
          continue;
        trace_area (cr, projection, viewport, style, area, map);
        dem_choropleth_paint (cr, area->stance, style->palette);
      }
}

void
dem_land_draw (cairo_t *cr,
               const DemProjection *projection,
               const DemMapViewport *viewport,
               const DemLandStyle *style,
               DemBasemapLevel finest)
{
  const DemPalette *palette = style->palette;
  DemBasemapLevel level = viewport->scale < FINE_SCALE     ? DEM_BASEMAP_COARSE
                          : viewport->scale < FINEST_SCALE ? DEM_BASEMAP_FINE
                                                           : DEM_BASEMAP_FINEST;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, viewport->width, viewport->height);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, &palette->sea);
  cairo_paint (cr);
  /* A world that is narrower than the picture is there once: actors are, too. */
  cairo_rectangle (cr, viewport->dx, 0, dem_projection_get_width (projection) * viewport->scale, viewport->height);
  cairo_clip (cr);
  cairo_set_line_width (cr, BORDER_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  draw_countries (cr, projection, viewport, style, dem_basemap_get (MIN (level, finest)));
  draw_areas (cr, projection, viewport, style, dem_basemap_get (MIN (level, finest)));
  cairo_restore (cr);
}
