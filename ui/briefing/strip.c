/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/strip.h"

#include <math.h>

#include "ui/briefing/slide_text.h"
#include "ui/common/stance.h"
#include "ui/timeline/axis.h"

/* Sizes in units of the slide. */
#define LABEL 28.0
#define YEAR 24.0
#define ROW 40.0
#define N_ROWS 3
#define TOP 12.0
#define BAND_GAP 34.0
#define BAND_TINT 16.0
#define DOT 9.0
#define LABEL_GAP 8.0
#define AXIS_GAP 26.0
#define TODAY_REACH 46.0
#define HATCH 10.0
#define LINE_SCALE 1.7

#define MOST_BANDS 2
#define MOST_LABELS 7
#define MOST_EVENTS 200 /* more are not looked at: nobody sees them in a room */

typedef struct
{
  PangoLayout *layout; /* nullable: a dot only */
  double x;            /* of the dot */
  double label_x;
  double width;
  guint row;
  double importance;
  gboolean selected;
  DemTimelineEvent event;
  guint32 order;
} Item;

typedef struct
{
  guint32 pair;
  double y;
} Band;

struct _DemStrip
{
  DemDossier *dossier;
  DemTimelineIndex *index;
  const DemPalette *palette;
  PangoContext *pango;
  double width, height, unit;
  gboolean mirrored;
  DemAxis axis;
  GArray *ticks;
  GArray *items; /* Item */
  Band bands[MOST_BANDS];
  guint n_bands;
  double line_y; /* on which events stand */
  double axis_y;
  double today_x;
  PangoLayout *today;
};

/* Where a piece of the picture is that was laid out from left to right. */
static double
place (DemStrip *self, double x, double width)
{
  return self->mirrored ? self->width - x - width : x;
}

static double
measure_year (const char *text, gpointer data)
{
  DemStrip *self = data;
  g_autoptr (PangoLayout) layout = dem_slide_layout (self->pango, text, YEAR * self->unit, PANGO_WEIGHT_NORMAL);
  double width;

  dem_paint_measure (layout, &width, NULL);
  return width + LABEL * self->unit;
}

static void
clear_item (gpointer data)
{
  g_clear_object (&((Item *) data)->layout);
}

/* ---- What there is to show ---- */

static void
add_band (DemStrip *self, guint32 pair)
{
  for (guint i = 0; i < self->n_bands; i++)
    if (self->bands[i].pair == pair)
      return;
  if (self->n_bands < MOST_BANDS)
    self->bands[self->n_bands++].pair = pair;
}

static void
find_bands (DemStrip *self, DemFocus *focus)
{
  guint n;
  const DemRef *selection = dem_focus_get_selection (focus, &n);

  for (guint i = 0; i < n; i++)
    if (selection[i].kind == DEM_KIND_PAIR)
      add_band (self, selection[i].index);
    else if (selection[i].kind == DEM_KIND_RELATION)
      add_band (self, dem_dossier_relation (self->dossier, selection[i].index)->pair);
}

/* What is selected, then what matters most, then what came first. */
static int
compare_items (gconstpointer first, gconstpointer second)
{
  const Item *a = first, *b = second;

  if (a->selected != b->selected)
    return a->selected ? -1 : 1;
  if (a->importance != b->importance)
    return a->importance > b->importance ? -1 : 1;
  return a->order < b->order ? -1 : 1;
}

static void
find_events (DemStrip *self, const DemSceneInput *input)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean chooses = dem_relevance_has_selection (input->relevance);

  dem_timeline_index_query (self->index, dem_focus_get_period (input->focus), positions);
  for (guint i = 0; i < positions->len; i++)
    {
      DemTimelineEvent event
          = g_array_index (self->index->events, DemTimelineEvent, g_array_index (positions, guint32, i));
      DemRef ref = DEM_REF (EVENT, event.event);
      Item item = { .event = event, .order = i, .importance = event.importance };

      if (chooses && !dem_relevance_contains (input->relevance, ref))
        continue;
      item.selected = dem_relevance_is_selected (input->relevance, ref);
      item.x = dem_axis_day_begin (&self->axis, event.start);
      if (item.x < self->axis.left)
        item.x = (self->axis.left
                  + MIN (dem_axis_day_end (&self->axis, event.end), self->axis.left + self->axis.width))
                 / 2;
      if (item.x <= self->axis.left + self->axis.width)
        g_array_append_val (self->items, item);
    }
  g_array_sort (self->items, compare_items);
  if (self->items->len > MOST_EVENTS)
    g_array_set_size (self->items, MOST_EVENTS);
}

/* ---- Where it stands ---- */

/* Whether a label, or the line from it down to its dot, meets nothing that has a place already. */
static gboolean
is_free (DemStrip *self, guint n, guint row, const Item *item)
{
  double gap = 12 * self->unit;

  for (guint i = 0; i < n; i++)
    {
      const Item *other = &g_array_index (self->items, Item, i);

      if (other->layout == NULL)
        continue;
      if (other->row == row && item->label_x < other->label_x + other->width + gap
          && other->label_x < item->label_x + item->width + gap)
        return FALSE;
      if (other->row < row && item->x > other->label_x - gap && item->x < other->label_x + other->width + gap)
        return FALSE;
      if (other->row > row && other->x > item->label_x - gap && other->x < item->label_x + item->width + gap)
        return FALSE;
    }
  return TRUE;
}

static gboolean
place_label (DemStrip *self, guint n, Item *item, PangoLayout *layout)
{
  double right = self->axis.left + self->axis.width;

  dem_paint_measure (layout, &item->width, NULL);
  item->label_x = item->x + LABEL_GAP * self->unit;
  if (item->label_x + item->width > right)
    item->label_x = item->x - LABEL_GAP * self->unit - item->width;
  if (item->label_x < self->axis.left)
    return FALSE;
  for (guint row = 0; row < N_ROWS; row++)
    if (is_free (self, n, row, item))
      {
        item->row = row;
        item->layout = g_object_ref (layout);
        return TRUE;
      }
  return FALSE;
}

static void
place_labels (DemStrip *self)
{
  guint n_labels = 0;

  for (guint i = 0; i < self->items->len && n_labels < MOST_LABELS; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);
      g_autofree char *label = dem_dossier_dup_label (self->dossier, DEM_REF (EVENT, item->event.event));
      g_autoptr (PangoLayout) layout
          = dem_slide_layout (self->pango, label, LABEL * self->unit,
                              item->selected ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

      if (place_label (self, i, item, layout))
        n_labels++;
    }
}

static void
lay_out (DemStrip *self, DemFocus *focus)
{
  double y = (TOP + N_ROWS * ROW + 22) * self->unit;
  DemDay today = dem_dossier_get_today (self->dossier);
  g_autofree char *text = dem_day_format (today);

  self->line_y = y;
  for (guint i = 0; i < self->n_bands; i++, y += BAND_GAP * self->unit)
    self->bands[i].y = y;
  self->axis_y = MAX (y - (self->n_bands > 0 ? BAND_GAP * self->unit : 0), self->line_y) + AXIS_GAP * self->unit;
  self->today_x = dem_axis_day_end (&self->axis, today);
  if (self->today_x > self->axis.left && self->today_x < self->axis.left + self->axis.width)
    self->today = dem_slide_layout (self->pango, text, LABEL * self->unit, PANGO_WEIGHT_BOLD);
}

DemStrip *
dem_strip_new (const DemSceneInput *input, DemTimelineIndex *index, double unit, double margin)
{
  DemStrip *self = g_new0 (DemStrip, 1);

  self->dossier = g_object_ref (input->dossier);
  self->index = dem_timeline_index_ref (index);
  self->palette = input->palette;
  self->pango = g_object_ref (input->pango);
  self->width = input->width;
  self->height = input->height;
  self->unit = unit;
  self->mirrored = pango_context_get_base_dir (input->pango) == PANGO_DIRECTION_RTL;
  self->axis = dem_axis_new (dem_focus_get_period (input->focus), margin, MAX (input->width - 2 * margin, 1));
  self->ticks = dem_axis_ticks (&self->axis, measure_year, self);
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  find_bands (self, input->focus);
  find_events (self, input);
  lay_out (self, input->focus);
  place_labels (self);
  return self;
}

void
dem_strip_free (DemStrip *self)
{
  g_object_unref (self->dossier);
  dem_timeline_index_unref (self->index);
  g_object_unref (self->pango);
  g_array_unref (self->ticks);
  g_array_unref (self->items);
  g_clear_object (&self->today);
  g_free (self);
}

/* ---- Drawing ---- */

static void
draw_stretch (DemStrip *self, cairo_t *cr, const Band *band, const DemTimelineStretch *stretch)
{
  double left = self->axis.left, right = left + self->axis.width;
  double x0 = MAX (dem_axis_day_begin (&self->axis, stretch->start), left);
  double x1 = MIN (dem_axis_day_end (&self->axis, stretch->end), MIN (right, MAX (self->today_x, left)));
  const DemRelation *relation = dem_dossier_relation (self->dossier, stretch->relation);
  DemStance stance
      = stretch->form.conditional ? DEM_STANCE_HYPOTHETICAL : dem_stance_classify (relation->stance);
  GdkRGBA tint = dem_paint_fade (dem_stance_get_color (stance, self->palette), 0.2);
  double half = BAND_TINT / 2 * self->unit;

  if (stretch->form.conditional)
    x1 = MIN (dem_axis_day_end (&self->axis, stretch->end), right);
  if (x1 <= x0)
    return;
  gdk_cairo_set_source_rgba (cr, &tint);
  cairo_rectangle (cr, x0, band->y - half, x1 - x0, 2 * half);
  cairo_fill (cr);
  cairo_move_to (cr, x0, band->y);
  cairo_line_to (cr, x1, band->y);
  dem_stance_stroke (cr, stance, self->palette, &self->palette->view, 1, LINE_SCALE * self->unit);
}

static void
draw_bands (DemStrip *self, cairo_t *cr)
{
  for (guint i = 0; i < self->n_bands; i++)
    for (guint j = 0; j < self->index->pairs->len; j++)
      {
        const DemTimelinePair *pair = &g_array_index (self->index->pairs, DemTimelinePair, j);

        for (guint k = 0; pair->pair == self->bands[i].pair && k < pair->n; k++)
          draw_stretch (self, cr, &self->bands[i],
                        &g_array_index (self->index->stretches, DemTimelineStretch, pair->first + k));
      }
}

/* A line of time where no pair's history is one, ticks, and the future. */
static void
draw_axis (DemStrip *self, cairo_t *cr)
{
  GdkRGBA hair = dem_paint_fade (&self->palette->ink, 0.25);
  double right = self->axis.left + self->axis.width, pitch = HATCH * self->unit;

  gdk_cairo_set_source_rgba (cr, &hair);
  cairo_set_line_width (cr, MAX (2 * self->unit, 1));
  if (self->n_bands == 0)
    {
      cairo_move_to (cr, self->axis.left, self->line_y);
      cairo_line_to (cr, right, self->line_y);
    }
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const DemTick *tick = &g_array_index (self->ticks, DemTick, i);

      if (!tick->line)
        continue;
      cairo_move_to (cr, tick->x, self->line_y + BAND_TINT * self->unit);
      cairo_line_to (cr, tick->x, self->axis_y + 12 * self->unit);
    }
  cairo_stroke (cr);
  if (self->today == NULL)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, self->today_x, self->line_y - TODAY_REACH * self->unit, right - self->today_x,
                   2 * TODAY_REACH * self->unit);
  cairo_clip (cr);
  hair = dem_paint_fade (&self->palette->ink, 0.14);
  gdk_cairo_set_source_rgba (cr, &hair);
  for (double x = self->today_x - 2 * TODAY_REACH * self->unit; x < right; x += pitch)
    {
      cairo_move_to (cr, x, self->line_y + TODAY_REACH * self->unit);
      cairo_line_to (cr, x + 2 * TODAY_REACH * self->unit, self->line_y - TODAY_REACH * self->unit);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
  gdk_cairo_set_source_rgba (cr, &self->palette->accent);
  cairo_set_line_width (cr, 3 * self->unit);
  cairo_move_to (cr, self->today_x, self->line_y - TODAY_REACH * self->unit);
  cairo_line_to (cr, self->today_x, self->line_y + TODAY_REACH * self->unit);
  cairo_stroke (cr);
}

static double
row_y (DemStrip *self, guint row)
{
  return (TOP + (N_ROWS - 1 - row) * ROW) * self->unit;
}

static void
draw_item (DemStrip *self, cairo_t *cr, const Item *item)
{
  double radius = (item->layout != NULL ? DOT : DOT * 0.6) * self->unit;
  double end = MIN (dem_axis_day_end (&self->axis, item->event.end), self->axis.left + self->axis.width);
  const GdkRGBA *ink = item->selected ? &self->palette->selection : &self->palette->head;
  GdkRGBA faint = dem_paint_fade (&self->palette->ink, 0.45);

  if (item->layout != NULL)
    {
      gdk_cairo_set_source_rgba (cr, &faint);
      cairo_set_line_width (cr, MAX (1.6 * self->unit, 1));
      cairo_move_to (cr, item->x, row_y (self, item->row) + 6 * self->unit);
      cairo_line_to (cr, item->x, self->line_y);
      cairo_stroke (cr);
    }
  if (end - item->x > 3 * radius)
    {
      faint = dem_paint_fade (ink, 0.55);
      gdk_cairo_set_source_rgba (cr, &faint);
      /* A pair's history is not to be covered. */
      cairo_rectangle (cr, item->x, self->line_y + (self->n_bands > 0 ? -16 : -3) * self->unit, end - item->x,
                       (self->n_bands > 0 ? 4 : 6) * self->unit);
      cairo_fill (cr);
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, item->x, self->line_y, radius + 2.5 * self->unit, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &self->palette->view);
  cairo_fill (cr);
  cairo_arc (cr, item->x, self->line_y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_fill (cr);
}

static void
draw_text (DemStrip *self, GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *color)
{
  double width;

  dem_paint_measure (layout, &width, NULL);
  dem_paint_text (snapshot, layout, place (self, x, width), y, color);
}

/* The date stands beside its line, where a year gives way to it. Far away without one. */
static double
get_today_label_x (DemStrip *self)
{
  double width;

  if (self->today == NULL)
    return INFINITY;
  dem_paint_measure (self->today, &width, NULL);
  return MAX (self->today_x - width - LABEL_GAP * self->unit, self->axis.left);
}

static void
draw_texts (DemStrip *self, GtkSnapshot *snapshot)
{
  double width, today_x = get_today_label_x (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->layout != NULL)
        draw_text (self, snapshot, item->layout, item->label_x, row_y (self, item->row), &self->palette->ink);
    }
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const DemTick *tick = &g_array_index (self->ticks, DemTick, i);
      g_autoptr (PangoLayout) layout = NULL;

      if (tick->label == NULL)
        continue;
      layout = dem_slide_layout (self->pango, tick->label, YEAR * self->unit, PANGO_WEIGHT_NORMAL);
      dem_paint_measure (layout, &width, NULL);
      if (tick->x + width / 2 + YEAR * self->unit > today_x && tick->x - width / 2 < self->today_x)
        continue;
      draw_text (self, snapshot, layout, tick->line ? MAX (tick->x - width / 2, self->axis.left) : tick->label_x,
                 self->axis_y + 14 * self->unit, &self->palette->dim);
    }
  if (self->today != NULL)
    draw_text (self, snapshot, self->today, today_x, self->axis_y + 14 * self->unit, &self->palette->accent);
}

void
dem_strip_draw (DemStrip *self, GtkSnapshot *snapshot)
{
  cairo_t *cr = dem_paint_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));

  if (self->mirrored)
    {
      cairo_translate (cr, self->width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw_axis (self, cr);
  draw_bands (self, cr);
  for (guint i = self->items->len; i > 0; i--)
    draw_item (self, cr, &g_array_index (self->items, Item, i - 1));
  cairo_destroy (cr);
  draw_texts (self, snapshot);
}

static guint
count (DemStrip *self, gboolean labels)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += (g_array_index (self->items, Item, i).layout != NULL) == labels;
  return n;
}

guint
dem_strip_count_labels (DemStrip *self)
{
  return count (self, TRUE);
}

guint
dem_strip_count_dots (DemStrip *self)
{
  return count (self, FALSE);
}
