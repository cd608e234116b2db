/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/step_chart.h"

#include <math.h>

#define LEVELS 4        /* from the lowest stance to the highest */
#define LINE_HALF 5.0   /* of the widest line, barbs included */
#define MIDDLE_INK 0.14
#define LABEL_INSET 2.0
#define LABEL_GAP 5.0   /* between two labels on a line */
#define MOST_LABELS 48  /* more could not be told apart */
#define RING_LEAST 10.0 /* height of what is pointed at */

typedef struct
{
  guint piece;
  const DemLabel *label;
  graphene_rect_t bounds;
} Placed;

struct _DemStepChart
{
  const DemTimelineContext *context;
  const DemPhasePiece *pieces;
  guint n;
  double middle;
  double pitch;   /* between levels */
  GArray *labels; /* Placed */
};

/* ---- Heights ---- */

/* -2 to 2; how a pair would stand in a scenario is at the height of that stance, in the scenario's own line. */
static int
get_level (DemStepChart *self, guint i)
{
  const DemTimelineStretch *stretch = dem_phase_get_stretch (self->context, &self->pieces[i]);

  return (int) dem_stance_classify (dem_dossier_relation (self->context->dossier, stretch->relation)->stance)
         - (int) DEM_STANCE_TRANSACTIONAL;
}

static DemPhasePlace
get_place (DemStepChart *self, guint i)
{
  double y = self->middle - get_level (self, i) * self->pitch;

  return (DemPhasePlace){ MIN (y, self->middle), MAX (y, self->middle), y };
}

graphene_rect_t
dem_step_chart_get_bounds (DemStepChart *self, guint piece)
{
  const DemTimelineLayout *layout = &self->context->layout;
  DemPhasePlace place = get_place (self, piece);
  double x0 = MAX (self->pieces[piece].x0, layout->left), x1 = MIN (self->pieces[piece].x1, layout->right);
  double missing = MAX (0, RING_LEAST - (place.bottom - place.top)) / 2;

  return GRAPHENE_RECT_INIT ((float) x0, (float) (place.top - missing), (float) MAX (x1 - x0, 1),
                             (float) (place.bottom - place.top + 2 * missing));
}

double
dem_step_chart_get_middle (DemStepChart *self)
{
  return self->middle;
}

/* ---- Labels ---- */

static gboolean
meets (const graphene_rect_t *bounds, double x0, double y0, double x1, double y1)
{
  return bounds->origin.x < x1 && bounds->origin.x + bounds->size.width > x0 && bounds->origin.y < y1
         && bounds->origin.y + bounds->size.height > y0;
}

/* Whether a label would stand on another, or on the line or in the tint of another phase. */
static gboolean
is_free (DemStepChart *self, guint piece, const graphene_rect_t *bounds)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const graphene_rect_t *other = &g_array_index (self->labels, Placed, i).bounds;

      if (meets (bounds, other->origin.x - LABEL_GAP, other->origin.y, other->origin.x + other->size.width + LABEL_GAP,
                 other->origin.y + other->size.height))
        return FALSE;
    }
  for (guint i = 0; i < self->n; i++)
    {
      DemPhasePlace place = get_place (self, i);

      if (i != piece
          && meets (bounds, self->pieces[i].x0, place.top - LINE_HALF + 1, self->pieces[i].x1,
                    place.bottom + LINE_HALF - 1))
        return FALSE;
    }
  return TRUE;
}

/* From its beginning, else up to its end; on one side of today, as all labels are. */
static gboolean
try_place (DemStepChart *self, guint i, const DemLabel *label, double y)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double today = dem_phase_today_x (self->context);
  double x0 = MAX (self->pieces[i].x0, layout->left) + LABEL_INSET;
  double x1 = MIN (self->pieces[i].x1, layout->right) - LABEL_INSET;
  double left = x0 >= today ? MAX (layout->left, today) : layout->left;
  double right = x0 < today ? MIN (layout->right, today - 3) : layout->right;
  const double starts[] = { x0, MIN (x1, right) - label->width, (x0 + x1 - label->width) / 2 };

  for (guint j = 0; j < G_N_ELEMENTS (starts); j++)
    {
      Placed placed = { i, label,
                        GRAPHENE_RECT_INIT ((float) starts[j], (float) y, (float) label->width,
                                            (float) label->height) };

      if (starts[j] < left || starts[j] + label->width > right || !is_free (self, i, &placed.bounds))
        continue;
      g_array_append_val (self->labels, placed);
      return TRUE;
    }
  return FALSE;
}

/* Over the line of what is friendly or neither, under that of what is not; the other side if there is no room. */
static void
place_label (DemStepChart *self, guint i)
{
  const DemTimelineContext *context = self->context;
  g_autofree char *text = dem_phase_dup_text (context, &self->pieces[i]);
  DemTextStyle style = dem_relevance_is_selected (context->relevance, dem_phase_get_ref (context, &self->pieces[i]))
                           ? DEM_TEXT_BOLD
                           : DEM_TEXT_NORMAL;
  const DemLabel *label = dem_label_cache_get (context->labels, text, DEM_TIMELINE_BAND_TEXT, style, 0);
  DemPhasePlace place = get_place (self, i);
  double over = place.line_y - LINE_HALF + 1 - label->height, under = place.line_y + LINE_HALF - 1;
  int level = get_level (self, i);

  if (!try_place (self, i, label, level >= 0 ? over : under) && level == 0)
    try_place (self, i, label, under);
}

static int
compare_widths (gconstpointer a, gconstpointer b, gpointer data)
{
  const DemPhasePiece *pieces = data;
  const DemPhasePiece *x = &pieces[*(const guint *) a], *y = &pieces[*(const guint *) b];

  if (x->x1 - x->x0 != y->x1 - y->x0)
    return x->x1 - x->x0 > y->x1 - y->x0 ? -1 : 1;
  return x < y ? -1 : 1;
}

/* The longest first: a short one has the choice of what is left beside it. */
static void
place_labels (DemStepChart *self)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_widths, (gpointer) self->pieces);
  for (guint i = 0; i < MIN (order->len, MOST_LABELS); i++)
    place_label (self, g_array_index (order, guint, i));
}

gboolean
dem_step_chart_get_label (DemStepChart *self, guint piece, graphene_rect_t *bounds)
{
  for (guint i = 0; i < self->labels->len; i++)
    if (g_array_index (self->labels, Placed, i).piece == piece)
      {
        *bounds = g_array_index (self->labels, Placed, i).bounds;
        return TRUE;
      }
  return FALSE;
}

/* ---- Drawing ---- */

static void
draw_selection (DemStepChart *self, const DemTimelinePainter *painter, guint i)
{
  graphene_rect_t bounds = dem_step_chart_get_bounds (self, i);

  dem_timeline_ink (painter, &self->context->palette->selection, 1);
  cairo_set_line_width (painter->cr, 2);
  cairo_rectangle (painter->cr, bounds.origin.x + 1, bounds.origin.y - 3, MAX (bounds.size.width - 3, 1),
                   bounds.size.height + 6);
  cairo_stroke (painter->cr);
}

void
dem_step_chart_draw_shapes (DemStepChart *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context->layout;

  dem_timeline_ink (painter, &self->context->palette->ink, MIDDLE_INK);
  cairo_rectangle (painter->cr, layout->left, round (self->middle), layout->right - layout->left, 1);
  cairo_fill (painter->cr);
  for (guint i = 0; i < self->n; i++)
    {
      DemPhasePlace place = get_place (self, i);

      dem_phase_draw (painter, &self->pieces[i], &place);
      if (dem_relevance_is_selected (self->context->relevance, dem_phase_get_ref (self->context, &self->pieces[i])))
        draw_selection (self, painter, i);
    }
}

void
dem_step_chart_draw_texts (DemStepChart *self, const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = self->context;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Placed *placed = &g_array_index (self->labels, Placed, i);
      DemRef ref = dem_phase_get_ref (context, &self->pieces[placed->piece]);

      dem_timeline_text (painter, placed->label, placed->bounds.origin.x, placed->bounds.origin.y,
                         &context->palette->ink, dem_timeline_presence (context, ref, context->palette->dim_text));
    }
}

/* ---- Life ---- */

DemStepChart *
dem_step_chart_new (
    const DemTimelineContext *context, const DemPhasePiece *pieces, guint n, double top, double height)
{
  DemStepChart *self = g_new0 (DemStepChart, 1);
  double text = dem_label_cache_get (context->labels, "Ág", DEM_TIMELINE_BAND_TEXT, DEM_TEXT_NORMAL, 0)->height;

  self->context = context;
  self->pieces = pieces;
  self->n = n;
  self->middle = top + height / 2;
  self->pitch = MAX ((height - 2 * (text + LINE_HALF - 1)) / LEVELS, 2 * LINE_HALF);
  self->labels = g_array_new (FALSE, FALSE, sizeof (Placed));
  place_labels (self);
  return self;
}

void
dem_step_chart_free (DemStepChart *self)
{
  g_array_unref (self->labels);
  g_free (self);
}
