/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/slide_text.h"

#include <math.h>

/* Sizes in units of the slide. */
#define KICKER 28.0
#define HEADLINE 66.0
#define SENTENCE 36.0
#define LEAST 24.0 /* nothing is smaller */
#define SENTENCE_GAP 34.0
#define SHRINK 0.92
#define SHRINK_MOST 0.4

enum
{
  PART_KICKER,
  PART_HEADLINE,
  PART_SENTENCE,
  N_PARTS
};

struct _DemSlideText
{
  PangoLayout *parts[N_PARTS]; /* each nullable */
  double y[N_PARTS];
  double height;
  gboolean is_cut;
};

PangoLayout *
dem_slide_layout (PangoContext *pango, const char *text, double pixels, PangoWeight weight)
{
  PangoLayout *layout = dem_paint_layout (pango, text, 1, DEM_TEXT_NORMAL);
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_absolute_size (font, MAX (pixels, 1) * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

static PangoLayout *
make_part (PangoContext *pango, DemTalkStop *stop, DemStopText which, double pixels, double width)
{
  const char *text = dem_talk_stop_get_text (stop, which);
  PangoLayout *layout;

  if (text == NULL)
    return NULL;
  layout = dem_slide_layout (pango, text, pixels,
                             which == DEM_STOP_HEADLINE ? PANGO_WEIGHT_ULTRABOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static void
clear (DemSlideText *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_object (&self->parts[i]);
}

/* Puts one part under the other. */
static void
stack (DemSlideText *self, double unit)
{
  double y = 0, height;

  for (guint i = 0; i < N_PARTS; i++)
    {
      self->y[i] = y;
      if (self->parts[i] == NULL)
        continue;
      dem_paint_measure (self->parts[i], NULL, &height);
      y += height + (i == PART_HEADLINE ? SENTENCE_GAP * unit : 0);
    }
  self->height = y;
}

static void
make_parts (DemSlideText *self, PangoContext *pango, DemTalkStop *stop, double width, double unit, double share)
{
  double least = LEAST * unit;

  clear (self);
  self->parts[PART_KICKER] = make_part (pango, stop, DEM_STOP_KICKER, MAX (KICKER * share * unit, least), width);
  self->parts[PART_HEADLINE] = make_part (pango, stop, DEM_STOP_HEADLINE, MAX (HEADLINE * share * unit, least), width);
  self->parts[PART_SENTENCE] = make_part (pango, stop, DEM_STOP_TEXT, MAX (SENTENCE * share * unit, least), width);
  if (self->parts[PART_HEADLINE] != NULL)
    pango_layout_set_line_spacing (self->parts[PART_HEADLINE], 0.92f);
  if (self->parts[PART_SENTENCE] != NULL)
    pango_layout_set_spacing (self->parts[PART_SENTENCE], (int) (4 * unit * PANGO_SCALE));
  stack (self, unit);
}

/* What is still too much ends in an ellipsis. */
static void
cut (DemSlideText *self, double height, double unit)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      double left = height - self->y[i], own;

      if (self->parts[i] == NULL)
        continue;
      dem_paint_measure (self->parts[i], NULL, &own);
      if (own <= left)
        continue;
      pango_layout_set_ellipsize (self->parts[i], PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->parts[i], (int) (MAX (left, 1) * PANGO_SCALE));
      stack (self, unit);
    }
  self->is_cut = TRUE;
}

DemSlideText *
dem_slide_text_new (PangoContext *pango, DemTalkStop *stop, double width, double height, double unit)
{
  DemSlideText *self = g_new0 (DemSlideText, 1);

  for (double share = 1; share >= SHRINK_MOST; share *= SHRINK)
    {
      make_parts (self, pango, stop, MAX (width, 1), unit, share);
      if (self->height <= height)
        return self;
    }
  cut (self, height, unit);
  return self;
}

void
dem_slide_text_free (DemSlideText *self)
{
  clear (self);
  g_free (self);
}

void
dem_slide_text_draw (DemSlideText *self, GtkSnapshot *snapshot, double x, double y, const DemPalette *palette)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (self->parts[i] != NULL)
      dem_paint_text (snapshot, self->parts[i], x, y + self->y[i], i == PART_KICKER ? &palette->dim : &palette->ink);
}

double
dem_slide_text_get_height (DemSlideText *self)
{
  return self->height;
}

gboolean
dem_slide_text_is_cut (DemSlideText *self)
{
  return self->is_cut;
}
