/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/stance.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BARB_PITCH 9.0
#define BARB_HALF 4.0

static const struct
{
  double width;
  double dash[4];
  int n_dash;
  cairo_line_cap_t cap;
  const char *word;
  const char *sign;
} styles[] = {
  [DEM_STANCE_HOSTILE] = { 2.2, { 0 }, 0, CAIRO_LINE_CAP_BUTT, N_("Hostile"), "− −" },
  [DEM_STANCE_STRAINED] = { 2.6, { 9, 5 }, 2, CAIRO_LINE_CAP_BUTT, N_("Strained"), "−" },
  [DEM_STANCE_TRANSACTIONAL] = { 2.6, { 0, 5.4 }, 2, CAIRO_LINE_CAP_ROUND, N_("Transactional"), "0" },
  [DEM_STANCE_FRIENDLY] = { 2.6, { 0 }, 0, CAIRO_LINE_CAP_BUTT, N_("Friendly"), "+" },
  [DEM_STANCE_ALLIED] = { 4.6, { 0 }, 0, CAIRO_LINE_CAP_BUTT, N_("Allied"), "++" },
  [DEM_STANCE_HYPOTHETICAL] = { 1.8, { 10, 4, 2, 4 }, 4, CAIRO_LINE_CAP_BUTT, N_("If …"), "?" },
  [DEM_STANCE_NONE] = { 1.2, { 0 }, 0, CAIRO_LINE_CAP_BUTT, N_("Not told"), "" },
};

DemStance
dem_stance_classify (double stance)
{
  if (isnan (stance))
    return DEM_STANCE_NONE;
  if (stance < -0.6)
    return DEM_STANCE_HOSTILE;
  if (stance < -0.2)
    return DEM_STANCE_STRAINED;
  if (stance <= 0.2)
    return DEM_STANCE_TRANSACTIONAL;
  return stance <= 0.6 ? DEM_STANCE_FRIENDLY : DEM_STANCE_ALLIED;
}

const char *
dem_stance_get_word (DemStance stance)
{
  return _(styles[stance].word);
}

const char *
dem_stance_get_sign (DemStance stance)
{
  return styles[stance].sign;
}

const GdkRGBA *
dem_stance_get_color (DemStance stance, const DemPalette *palette)
{
  if (stance == DEM_STANCE_HYPOTHETICAL)
    return &palette->scenario;
  return stance == DEM_STANCE_NONE ? &palette->dim : &palette->stance[stance];
}

static void
stroke_barb (cairo_t *cr, double x, double y, double direction_x, double direction_y, double scale)
{
  double half = BARB_HALF * scale;

  cairo_move_to (cr, x - direction_y * half, y + direction_x * half);
  cairo_line_to (cr, x + direction_y * half, y - direction_x * half);
}

/* Walks the flattened path and puts a barb every BARB_PITCH, the first half a pitch in so that a short line has one. */
static void
stroke_barbs (cairo_t *cr, const cairo_path_t *path, double scale)
{
  double x = 0, y = 0, until_next = BARB_PITCH * scale / 2;

  cairo_new_path (cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      if (data->header.type == CAIRO_PATH_LINE_TO)
        {
          double dx = data[1].point.x - x, dy = data[1].point.y - y, length = hypot (dx, dy), at;

          for (at = until_next; at <= length; at += BARB_PITCH * scale)
            stroke_barb (cr, x + dx * at / length, y + dy * at / length, dx / length, dy / length, scale);
          until_next = at - length;
        }
      if (data->header.type == CAIRO_PATH_LINE_TO || data->header.type == CAIRO_PATH_MOVE_TO)
        {
          x = data[1].point.x;
          y = data[1].point.y;
        }
    }
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.7 * scale);
  cairo_stroke (cr);
}

static void
set_color (cairo_t *cr, const GdkRGBA *color, double opacity)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * opacity);
}

void
dem_stance_stroke (cairo_t *cr,
                   DemStance stance,
                   const DemPalette *palette,
                   const GdkRGBA *background,
                   double opacity,
                   double scale)
{
  double dash[4];
  cairo_path_t *path = NULL;

  for (int i = 0; i < styles[stance].n_dash; i++)
    dash[i] = styles[stance].dash[i] * scale;
  if (stance == DEM_STANCE_HOSTILE)
    path = cairo_copy_path_flat (cr);

  cairo_save (cr);
  cairo_set_line_cap (cr, styles[stance].cap);
  cairo_set_dash (cr, dash, styles[stance].n_dash, 0);
  cairo_set_line_width (cr, styles[stance].width * scale);
  set_color (cr, dem_stance_get_color (stance, palette), opacity);
  cairo_stroke_preserve (cr);
  if (stance == DEM_STANCE_HOSTILE)
    stroke_barbs (cr, path, scale);
  else if (stance == DEM_STANCE_ALLIED)
    {
      cairo_set_line_width (cr, 1.5 * scale);
      set_color (cr, background, 1);
      cairo_stroke_preserve (cr);
    }
  cairo_restore (cr);
  cairo_new_path (cr);
  g_clear_pointer (&path, cairo_path_destroy);
}
