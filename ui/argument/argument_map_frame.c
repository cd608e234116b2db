/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/paint.h"
#include "ui/common/sign.h"
#include "ui/common/value_bar.h"

#define MARGIN 14.0
#define SAMPLE 34.0 /* width of a sample of a line */
#define GAP 7.0     /* from a sample to its word */
#define ENTRY_GAP 20.0
#define TEXT 9.0
#define BUTTONS 190.0 /* kept free at the end for the buttons */
#define LEAST_WIDTH 480.0
#define LEAST_HEIGHT 240.0

typedef enum
{
  ENTRY_SUPPORT,
  ENTRY_ATTACK,
  ENTRY_UNDERCUT,
  ENTRY_LINKED,
  ENTRY_CHANGED,
  ENTRY_ASSUMED,
  N_ENTRIES
} Entry;

static const char *
get_word (Entry entry)
{
  static const char *const words[N_ENTRIES] = {
    [ENTRY_SUPPORT] = N_ ("supports"),           [ENTRY_ATTACK] = N_ ("attacks"),
    [ENTRY_UNDERCUT] = N_ ("breaks a link"),     [ENTRY_LINKED] = N_ ("only together"),
    [ENTRY_CHANGED] = N_ ("now; tick: before"), [ENTRY_ASSUMED] = N_ ("assumed"),
  };

  return _ (words[entry]);
}

static void
draw_line_sample (DemArgumentMapScene *self, GtkSnapshot *snapshot, DemSign sign, double x, double y)
{
  double scale = self->sizes.scale, width = SAMPLE * scale;
  cairo_t *cr = dem_paint_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) (y - 10 * scale), (float) width, (float) (20 * scale)));

  cairo_translate (cr, self->rtl ? x + width : x, y);
  cairo_scale (cr, self->rtl ? -scale : scale, scale);
  gdk_cairo_set_source_rgba (cr, dem_sign_get_color (sign, self->palette));
  cairo_move_to (cr, DEM_ARGUMENT_ARROW, 0);
  cairo_line_to (cr, SAMPLE, 0);
  dem_argument_map_set_line (cr, sign, FALSE);
  cairo_stroke (cr);
  dem_argument_map_trace_end (cr, sign);
  cairo_destroy (cr);
  if (sign == DEM_SIGN_UNDERCUT)
    dem_argument_map_paint_disc (self, snapshot, DEM_DISC_BREAK, self->rtl ? x + width - 9 * scale : x + 9 * scale, y,
                                scale, dem_sign_get_color (sign, self->palette));
}

static double
get_sample_width (DemArgumentMapScene *self, Entry entry)
{
  return (entry == ENTRY_LINKED || entry == ENTRY_ASSUMED ? 20 : SAMPLE) * self->sizes.scale;
}

static void
draw_sample (DemArgumentMapScene *self, GtkSnapshot *snapshot, Entry entry, double x, double y)
{
  static const DemSign signs[] = { DEM_SIGN_FOR, DEM_SIGN_AGAINST, DEM_SIGN_UNDERCUT };
  double scale = self->sizes.scale, middle = x + get_sample_width (self, entry) / 2;

  if (entry <= ENTRY_UNDERCUT)
    draw_line_sample (self, snapshot, signs[entry], x, y);
  else if (entry == ENTRY_LINKED)
    dem_argument_map_paint_disc (self, snapshot, DEM_DISC_JOINT, middle, y, scale, &self->palette->dim);
  else if (entry == ENTRY_CHANGED)
    dem_value_bar_paint (snapshot, x, y - DEM_VALUE_BAR_HEIGHT * scale / 2, SAMPLE * scale, DEM_VALUE_BAR_HEIGHT * scale,
                         0.35, 0.7, self->rtl, self->palette);
  else
    dem_argument_map_paint_badge (self, snapshot, middle, y, scale * 0.85, 0);
}

double
dem_argument_map_get_frame (PangoContext *pango)
{
  return dem_paint_line_height (pango, TEXT) + MARGIN;
}

/* In one line, as far as there is room; the words for what is seldom come last. */
static void
draw_legend (DemArgumentMapScene *self, GtkSnapshot *snapshot)
{
  double line = dem_paint_line_height (self->pango, TEXT), scale = self->sizes.scale;
  /* The view's buttons stand at the right, whichever way one reads. */
  double x = self->rtl ? BUTTONS : MARGIN, end_of_room = self->width - (self->rtl ? MARGIN : BUTTONS);
  double y = self->height - MARGIN / 2 - line / 2;
  gboolean changed = self->now != NULL && self->before != NULL && self->now != self->before;

  dem_paint_rect (snapshot, 0, self->height - dem_argument_map_get_frame (self->pango), self->width,
                  dem_argument_map_get_frame (self->pango), &self->palette->view);
  for (Entry entry = 0; entry < N_ENTRIES; entry++)
    {
      g_autoptr (PangoLayout) word = dem_paint_layout (self->pango, get_word (entry), TEXT, DEM_TEXT_NORMAL);
      double sample = get_sample_width (self, entry), width, height, end;

      dem_paint_measure (word, &width, &height);
      end = x + sample + GAP * scale + width;
      if (end > end_of_room || (entry >= ENTRY_CHANGED && !changed))
        break;
      draw_sample (self, snapshot, entry, self->rtl ? self->width - x - sample : x, y);
      x += sample + GAP * scale;
      dem_paint_text (snapshot, word, self->rtl ? self->width - x - width : x, y - height / 2, &self->palette->dim);
      x = end + ENTRY_GAP * scale;
    }
}

static void
draw_notices (DemArgumentMapScene *self, GtkSnapshot *snapshot)
{
  g_autoptr (GPtrArray) notices = dem_argument_map_dup_notices (self->map);
  double y = MARGIN / 2;

  for (guint i = 0; i < notices->len; i++)
    {
      g_autoptr (PangoLayout) layout
          = dem_paint_layout (self->pango, g_ptr_array_index (notices, i), TEXT, DEM_TEXT_NORMAL);
      double width, height;

      pango_layout_set_width (layout, (int) (MAX (self->width - 2 * MARGIN, 1) * PANGO_SCALE));
      dem_paint_measure (layout, &width, &height);
      dem_paint_rounded (snapshot, self->rtl ? self->width - MARGIN - width - 6 : MARGIN - 6, y - 2, MIN (width + 12, self->width), height + 4, 6, &self->palette->side);
      dem_paint_text (snapshot, layout, MARGIN, y, &self->palette->ink);
      y += height + 6;
    }
}

void
dem_argument_map_draw_frame (DemArgumentMapScene *self, GtkSnapshot *snapshot)
{
  if (self->width >= LEAST_WIDTH && self->height >= LEAST_HEIGHT)
    draw_legend (self, snapshot);
  draw_notices (self, snapshot);
}
