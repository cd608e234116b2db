/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/bands.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/stance.h"
#include "ui/timeline/marks.h"
#include "ui/timeline/timeline_words.h"

#define TINT 0.17
#define BEYOND_TODAY 0.38
#define LINE_SCALE 0.78
#define LINE_ABOVE_BOTTOM 3.0
#define LINE_REACH 5.0 /* of its widest style, barbs included, to either side */
#define FADE_STEPS 4
#define FUTURE_REACH 55.0 /* how far what goes on is drawn beyond today */
#define GUTTER_LEFT 16.0
#define TEXT_INSET 6.0
#define NARROWEST_CUT 46.0 /* the beginning of a label helps only if it is a word or so */
#define TEXT_STEP 8        /* widths to which labels are cut, so that few are made */
#define BEYOND 20.0

/* A phase in view. */
typedef struct
{
  guint32 stretch; /* in the index */
  double x0, x1;
} Piece;

typedef struct
{
  guint32 pair; /* in the dossier */
  double y;
  guint first; /* in the pieces */
  guint n;
} Band;

struct _DemBands
{
  const DemTimelineContext *context;
  GArray *bands;  /* Band, from the top */
  GArray *pieces; /* Piece */
  guint hidden;
};

/* The line of a piece. */
typedef struct
{
  double x0, x1;
  double y;
  DemStance stance;
} Line;

/* A pair that could be shown, while they compete. */
typedef struct
{
  guint position; /* in the index */
  int rank;       /* selected 2, relevant 1 */
} Candidate;

/* ---- What is in view ---- */

static const DemTimelineStretch *
get_stretch (DemBands *self, guint i)
{
  return &g_array_index (self->context->index->stretches, DemTimelineStretch, i);
}

static double
today_x (const DemTimelineContext *context)
{
  return dem_axis_day_end (&context->layout.axis, context->today);
}

/* What goes on is drawn a little beyond today, and so is what begins later. */
static double
stretch_end (const DemTimelineContext *context, const DemTimelineStretch *stretch)
{
  double begin = dem_axis_day_begin (&context->layout.axis, stretch->start);

  if (stretch->end == DEM_DAY_AFTER_ALL)
    return MAX (begin, today_x (context)) + FUTURE_REACH;
  if (stretch->ends && stretch->form.end == DEM_END_UNKNOWN)
    return MAX (dem_axis_day_end (&context->layout.axis, stretch->end), begin + DEM_MARK_TAIL)
           + DEM_MARK_TAIL;
  return dem_axis_day_end (&context->layout.axis, stretch->end);
}

/* The first stretch of a pair that ends in view or after it. */
static guint
first_in_view (DemBands *self, const DemTimelinePair *pair)
{
  guint low = pair->first, high = pair->first + pair->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (stretch_end (self->context, get_stretch (self, middle)) <= self->context->layout.left)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_in_view (DemBands *self, const DemTimelinePair *pair)
{
  const DemTimelineLayout *layout = &self->context->layout;
  guint i = first_in_view (self, pair);

  return i < pair->first + pair->n
         && dem_axis_day_begin (&layout->axis, get_stretch (self, i)->start) < layout->right;
}

static gboolean
has_selected_phase (const DemTimelineContext *context, const DemTimelinePair *pair)
{
  for (guint i = pair->first; i < pair->first + pair->n; i++)
    if (dem_relevance_is_selected (
            context->relevance,
            DEM_REF (RELATION, g_array_index (context->index->stretches, DemTimelineStretch, i).relation)))
      return TRUE;
  return FALSE;
}

static int
get_rank (const DemTimelineContext *context, const DemTimelinePair *pair)
{
  DemRef ref = DEM_REF (PAIR, pair->pair);

  if (!dem_relevance_has_selection (context->relevance) || !dem_relevance_contains (context->relevance, ref))
    return 0;
  return dem_relevance_is_selected (context->relevance, ref) || has_selected_phase (context, pair) ? 2 : 1;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;
  return x->position < y->position ? -1 : 1;
}

static void
add_pieces (DemBands *self, const DemTimelinePair *pair, Band *band)
{
  const DemTimelineLayout *layout = &self->context->layout;

  band->first = self->pieces->len;
  for (guint i = first_in_view (self, pair); i < pair->first + pair->n; i++)
    {
      const DemTimelineStretch *stretch = get_stretch (self, i);
      Piece piece = { .stretch = i, .x0 = dem_axis_day_begin (&layout->axis, stretch->start) };

      if (piece.x0 >= layout->right)
        break;
      /* What begins after today must not be covered by what is only drawn a little beyond it. */
      piece.x1 = stretch_end (self->context, stretch);
      if (i + 1 < pair->first + pair->n)
        piece.x1 = MIN (piece.x1, dem_axis_day_begin (&layout->axis, get_stretch (self, i + 1)->start));
      piece.x0 = MAX (piece.x0, layout->left - BEYOND);
      piece.x1 = MIN (piece.x1, layout->right + BEYOND);
      if (piece.x1 > piece.x0)
        g_array_append_val (self->pieces, piece);
    }
  band->n = self->pieces->len - band->first;
}

static void
choose_bands (DemBands *self)
{
  const DemTimelineContext *context = self->context;
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < context->index->pairs->len; i++)
    {
      const DemTimelinePair *pair = &g_array_index (context->index->pairs, DemTimelinePair, i);
      Candidate candidate = { .position = i };

      if (!is_in_view (self, pair))
        continue;
      candidate.rank = get_rank (context, pair);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);

  for (guint i = 0; i < MIN (candidates->len, context->layout.bands); i++)
    {
      const DemTimelinePair *pair = &g_array_index (context->index->pairs, DemTimelinePair,
                                                    g_array_index (candidates, Candidate, i).position);
      Band band = { .pair = pair->pair, .y = context->layout.bands_top + i * context->layout.band_pitch };

      add_pieces (self, pair, &band);
      g_array_append_val (self->bands, band);
    }
  self->hidden = candidates->len - self->bands->len;
}

DemBands *
dem_bands_new (const DemTimelineContext *context)
{
  DemBands *self = g_new0 (DemBands, 1);

  self->context = context;
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  if (!context->layout.compact)
    choose_bands (self);
  return self;
}

void
dem_bands_free (DemBands *self)
{
  g_array_unref (self->bands);
  g_array_unref (self->pieces);
  g_free (self);
}

guint
dem_bands_count (DemBands *self)
{
  return self->bands->len;
}

guint
dem_bands_count_hidden (DemBands *self)
{
  return self->hidden;
}

/* ---- Drawing ---- */

static DemRef
piece_ref (DemBands *self, const Piece *piece)
{
  return DEM_REF (RELATION, get_stretch (self, piece->stretch)->relation);
}

static DemStance
piece_stance (DemBands *self, const Piece *piece)
{
  const DemTimelineStretch *stretch = get_stretch (self, piece->stretch);

  if (stretch->form.conditional)
    return DEM_STANCE_HYPOTHETICAL;
  return dem_stance_classify (dem_dossier_relation (self->context->dossier, stretch->relation)->stance);
}

/* How the ends of a stretch look: soft where the phase itself begins or ends, sharp where another covers it.
 * "Some time in" is soft, for a band has no room for brackets. */
static DemMarkForm
piece_form (const DemTimelineStretch *stretch)
{
  DemMarkForm form = stretch->form;

  if (form.body == DEM_MARK_BRACKETS)
    form.start = form.end = DEM_END_FADE;
  if (!stretch->starts)
    form.start = DEM_END_SHARP;
  if (!stretch->ends)
    form.end = DEM_END_SHARP;
  return form;
}

static void
draw_tint (const DemTimelinePainter *painter,
           const Band *band,
           DemMarkForm form,
           double x0,
           double x1,
           const GdkRGBA *color,
           double opacity)
{
  double height = painter->context->layout.band_height;
  cairo_pattern_t *pattern = dem_mark_pattern (form, x0, x1, color, opacity * TINT);

  cairo_set_source (painter->cr, pattern);
  cairo_rectangle (painter->cr, x0, band->y, x1 - x0, height);
  cairo_fill (painter->cr);
  cairo_pattern_destroy (pattern);
  if (form.body != DEM_MARK_OUTLINE)
    return;

  pattern = dem_mark_pattern (form, x0, x1, color, opacity * 0.8);
  cairo_set_source (painter->cr, pattern);
  cairo_set_line_width (painter->cr, 1.2);
  cairo_rectangle (painter->cr, x0 + 0.6, band->y + 0.6, MAX (x1 - x0 - 1.2, 0), height - 1.2);
  cairo_stroke (painter->cr);
  cairo_pattern_destroy (pattern);
}

/* The part of the line of a stance between two whole pixels. All of it is stroked, so that dashes go on from
 * part to part. */
static void
draw_line_part (const DemTimelinePainter *painter, const Line *line, double x0, double x1, double opacity)
{
  const DemPalette *palette = painter->context->palette;

  if (x1 <= x0)
    return;
  cairo_save (painter->cr);
  cairo_rectangle (painter->cr, x0, line->y - LINE_REACH, x1 - x0, 2 * LINE_REACH);
  cairo_clip (painter->cr);
  cairo_move_to (painter->cr, line->x0, line->y);
  cairo_line_to (painter->cr, line->x1, line->y);
  dem_stance_stroke (painter->cr, line->stance, palette, &palette->view, opacity, LINE_SCALE);
  cairo_restore (painter->cr);
}

/* Where the band fades the line does so in steps. A mask would be smoother, but costs a picture of its own
 * each time. */
static void
draw_line (const DemTimelinePainter *painter, DemMarkForm form, const Line *line, double opacity)
{
  double step = MAX (round (dem_mark_fade_length (line->x1 - line->x0) / FADE_STEPS), 1);
  double begin = floor (line->x0), end = ceil (line->x1);
  guint n = (guint) MIN (FADE_STEPS, MAX (0, (end - begin) / step / 2));
  guint n_start = form.start == DEM_END_FADE ? n : 0, n_end = form.end == DEM_END_FADE ? n : 0;

  for (guint i = 0; i < n_start; i++)
    draw_line_part (painter, line, begin + i * step, begin + (i + 1) * step,
                    opacity * (i + 0.5) / FADE_STEPS);
  for (guint i = 0; i < n_end; i++)
    draw_line_part (painter, line, end - (i + 1) * step, end - i * step, opacity * (i + 0.5) / FADE_STEPS);
  draw_line_part (painter, line, begin + n_start * step, end - n_end * step, opacity);
}

/* One part of a piece, before or after today. */
static void
draw_part (DemBands *self,
           const DemTimelinePainter *painter,
           const Band *band,
           const Piece *piece,
           double x0,
           double x1,
           double opacity)
{
  const DemTimelineStretch *stretch = get_stretch (self, piece->stretch);
  DemStance stance = piece_stance (self, piece);
  DemMarkForm form = piece_form (stretch);
  double x = x1 - 1, y = band->y + self->context->layout.band_height - LINE_ABOVE_BOTTOM;

  if (x0 > piece->x0)
    form.start = DEM_END_SHARP;
  if (x1 < piece->x1)
    form.end = DEM_END_SHARP;
  if (x <= x0)
    x = x0 + 0.5;
  if (form.end == DEM_END_UNKNOWN)
    x = MAX (x0, x - DEM_MARK_TAIL);
  if (form.start == DEM_END_UNKNOWN)
    x0 = MIN (x0 + DEM_MARK_TAIL, x);
  draw_tint (painter, band, form, x0, x, dem_stance_get_color (stance, self->context->palette), opacity);
  draw_line (painter, form, &(Line){ x0, x, y, stance }, opacity);
  dem_timeline_ink (painter, dem_stance_get_color (stance, self->context->palette), opacity);
  if (form.end == DEM_END_UNKNOWN)
    dem_mark_draw_tail (painter->cr, x, y, 1);
  if (form.start == DEM_END_UNKNOWN)
    dem_mark_draw_tail (painter->cr, x0, y, -1);
}

static void
draw_piece (DemBands *self, const DemTimelinePainter *painter, const Band *band, const Piece *piece)
{
  const DemTimelineContext *context = self->context;
  double presence = dem_timeline_presence (context, piece_ref (self, piece), context->palette->dim_band);
  double today = CLAMP (today_x (context), piece->x0, piece->x1);

  if (today > piece->x0)
    draw_part (self, painter, band, piece, piece->x0, today, presence);
  if (today < piece->x1)
    draw_part (self, painter, band, piece, today, piece->x1, presence * BEYOND_TODAY);
  if (!dem_relevance_is_selected (context->relevance, piece_ref (self, piece)))
    return;
  dem_timeline_ink (painter, &context->palette->selection, 1);
  cairo_set_line_width (painter->cr, 2);
  cairo_rectangle (painter->cr, piece->x0 + 1, band->y + 1, MAX (piece->x1 - piece->x0 - 3, 1),
                   context->layout.band_height - 2);
  cairo_stroke (painter->cr);
}

void
dem_bands_draw_shapes (DemBands *self, const DemTimelinePainter *painter)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);

      for (guint j = 0; j < band->n; j++)
        draw_piece (self, painter, band, &g_array_index (self->pieces, Piece, band->first + j));
    }
}

static char *
dup_piece_text (DemBands *self, const Piece *piece)
{
  const DemTimelineStretch *stretch = get_stretch (self, piece->stretch);
  g_autofree char *label = dem_dossier_dup_label (self->context->dossier, piece_ref (self, piece));

  if (stretch->form.body == DEM_MARK_OUTLINE)
    return g_strdup_printf (C_ ("uncertain event", "%s ?"), label);
  return g_steal_pointer (&label);
}

/* The label stands in the part that can be seen, on one side of today, cut where there is not room for all of
 * it. */
static void
draw_piece_text (DemBands *self, const DemTimelinePainter *painter, const Band *band, const Piece *piece)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineLayout *layout = &context->layout;
  double begin = MAX (piece->x0, layout->left) + TEXT_INSET;
  double end = MIN (piece->x1, layout->right) - 3;
  DemRef ref = piece_ref (self, piece);
  DemTextStyle style = dem_relevance_is_selected (context->relevance, ref) ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL;
  g_autofree char *text = NULL;
  const DemLabel *label;

  if (begin < today_x (context))
    end = MIN (end, today_x (context) - 3);
  if (end <= begin)
    return;
  text = dup_piece_text (self, piece);
  label = dem_label_cache_get (context->labels, text, DEM_TIMELINE_BAND_TEXT, style, 0);
  if (label->width > end - begin && end - begin < NARROWEST_CUT * layout->scale)
    return;
  if (label->width > end - begin)
    label = dem_label_cache_get (context->labels, text, DEM_TIMELINE_BAND_TEXT, style,
                                 floor ((end - begin) / TEXT_STEP) * TEXT_STEP);
  dem_timeline_text (
      painter, label, begin, band->y + (layout->band_height - LINE_ABOVE_BOTTOM - 1 - label->height) / 2,
      &context->palette->ink, dem_timeline_presence (context, ref, context->palette->dim_text));
}

static const DemLabel *
get_name (DemBands *self, const Band *band)
{
  const DemTimelineContext *context = self->context;
  DemRef ref = DEM_REF (PAIR, band->pair);
  g_autofree char *name = dem_dossier_dup_label (context->dossier, DEM_REF (PAIR, band->pair));

  return dem_label_cache_get (context->labels, name, DEM_TIMELINE_TEXT,
                              dem_relevance_is_selected (context->relevance, ref) ? DEM_TEXT_BOLD
                                                                                  : DEM_TEXT_NORMAL,
                              context->layout.left - GUTTER_LEFT - 6);
}

static void
draw_more (DemBands *self, const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineLayout *layout = &context->layout;
  g_autofree char *text = NULL;
  const DemLabel *label;

  if (self->hidden == 0)
    return;
  /* Translators: how many more relations there are than have room */
  text = g_strdup_printf (ngettext ("+%u more", "+%u more", self->hidden), self->hidden);
  label = dem_label_cache_get (context->labels, text, DEM_TIMELINE_SMALL_TEXT, DEM_TEXT_NORMAL, 0);
  dem_timeline_text (painter, label, GUTTER_LEFT,
                     MIN (layout->bands_bottom - 4, layout->overview_top - label->height + 1),
                     &context->palette->dim, 1);
}

void
dem_bands_draw_texts (DemBands *self, const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = self->context;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);
      const DemLabel *name = get_name (self, band);

      dem_timeline_text (
          painter, name, GUTTER_LEFT, band->y + (context->layout.band_height - name->height) / 2,
          &context->palette->ink,
          dem_timeline_presence (context, DEM_REF (PAIR, band->pair), context->palette->dim_text));
      for (guint j = 0; j < band->n; j++)
        draw_piece_text (self, painter, band, &g_array_index (self->pieces, Piece, band->first + j));
    }
  draw_more (self, painter);
}

/* ---- Pointing ---- */

static graphene_rect_t
piece_bounds (DemBands *self, const Band *band, const Piece *piece)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double x0 = MAX (piece->x0, layout->left), x1 = MIN (piece->x1, layout->right);

  return GRAPHENE_RECT_INIT ((float) x0, (float) band->y, (float) MAX (x1 - x0, 1),
                             (float) layout->band_height);
}

static graphene_rect_t
name_bounds (DemBands *self, const Band *band)
{
  const DemTimelineLayout *layout = &self->context->layout;

  return GRAPHENE_RECT_INIT ((float) GUTTER_LEFT - 4, (float) band->y, (float) (layout->left - GUTTER_LEFT),
                             (float) layout->band_height);
}

void
dem_bands_append_marks (DemBands *self, GArray *marks)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);
      DemMark name = { DEM_REF (PAIR, band->pair), name_bounds (self, band) };

      g_array_append_val (marks, name);
      for (guint j = 0; j < band->n; j++)
        {
          const Piece *piece = &g_array_index (self->pieces, Piece, band->first + j);
          DemMark mark = { piece_ref (self, piece), piece_bounds (self, band, piece) };

          g_array_append_val (marks, mark);
        }
    }
}

DemRef
dem_bands_hit (DemBands *self, double x, double y)
{
  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);

      if (y < band->y || y >= band->y + self->context->layout.band_pitch)
        continue;
      if (x < self->context->layout.left)
        return DEM_REF (PAIR, band->pair);
      for (guint j = 0; j < band->n; j++)
        {
          const Piece *piece = &g_array_index (self->pieces, Piece, band->first + j);

          if (x >= piece->x0 && x < piece->x1)
            return piece_ref (self, piece);
        }
    }
  return DEM_REF_NONE;
}
