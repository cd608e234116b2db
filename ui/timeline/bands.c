/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/bands.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/timeline/marks.h"
#include "ui/timeline/micro_row.h"
#include "ui/timeline/timeline_notes.h"
#include "ui/timeline/timeline_words.h"

#define LINE_ABOVE_BOTTOM 3.0
#define FUTURE_REACH 55.0 /* how far what goes on is drawn beyond today */
#define GUTTER_LEFT 16.0
#define TEXT_INSET 6.0
#define NARROWEST_CUT 46.0 /* the beginning of a label helps only if it is a word or so */
#define TEXT_STEP 8        /* widths to which labels are cut, so that few are made */
#define BEYOND 20.0
#define THUMB_WIDTH 4.0
#define THUMB_GAP 7.0 /* from the right edge of the bands */
#define THUMB_OPACITY 0.35
#define SHORTEST_THUMB 12.0

typedef struct
{
  guint32 pair; /* in the dossier */
  double y, height;
  guint first; /* in the pieces */
  guint n;
} Band;

struct _DemBands
{
  const DemTimelineContext *context;
  GArray *bands;  /* Band, from the top */
  GArray *pieces; /* DemPhasePiece */
  DemStepChart *chart; /* of the first band, NULL when it is a band like the others */
  DemMicroRow *folded; /* instead of bands, NULL where these have room */
  guint first; /* how many have been scrolled away */
  guint total;
};

/* A pair that could be shown, while they compete. */
typedef struct
{
  guint position; /* in the index */
  int rank;       /* opened 3, selected 2, relevant 1 */
} Candidate;

/* ---- What is in view ---- */

static const DemTimelineStretch *
get_stretch (DemBands *self, guint i)
{
  return &g_array_index (self->context->index->stretches, DemTimelineStretch, i);
}

/* What goes on is drawn a little beyond today, and so is what begins later. */
static double
stretch_end (const DemTimelineContext *context, const DemTimelineStretch *stretch)
{
  double begin = dem_axis_day_begin (&context->layout.axis, stretch->start);

  if (stretch->end == DEM_DAY_AFTER_ALL)
    return MAX (begin, dem_phase_today_x (context)) + FUTURE_REACH;
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
      DemPhasePiece piece = { .stretch = i, .x0 = dem_axis_day_begin (&layout->axis, stretch->start) };

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
open_first (DemBands *self)
{
  Band *band = &g_array_index (self->bands, Band, 0);

  band->height = self->context->layout.chart_height;
  self->chart = dem_step_chart_new (self->context, &g_array_index (self->pieces, DemPhasePiece, band->first), band->n,
                                    band->y, band->height);
}

/* All pairs that have a phase in view, the most relevant first. */
static GArray *
find_candidates (DemBands *self)
{
  const DemTimelineContext *context = self->context;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < context->index->pairs->len; i++)
    {
      const DemTimelinePair *pair = &g_array_index (context->index->pairs, DemTimelinePair, i);
      Candidate candidate = { .position = i };

      if (i != context->layout.opened && !is_in_view (self, pair))
        continue;
      candidate.rank = i == context->layout.opened ? 3 : get_rank (context, pair);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static void
fold (DemBands *self)
{
  g_autoptr (GArray) candidates = find_candidates (self);
  g_autofree guint32 *pairs = g_new (guint32, candidates->len + 1);

  for (guint i = 0; i < candidates->len; i++)
    pairs[i] = g_array_index (candidates, Candidate, i).position;
  self->folded = dem_micro_row_new (self->context, pairs, candidates->len, self->context->first_band);
  self->total = candidates->len;
  self->first = dem_micro_row_get_first (self->folded);
}

/* Only those that are seen are laid out. What is opened stays while the others are scrolled. */
static void
choose_bands (DemBands *self)
{
  const DemTimelineContext *context = self->context;
  g_autoptr (GArray) candidates = find_candidates (self);
  guint n = MIN (candidates->len, context->layout.bands);
  gboolean opened = context->layout.opened != DEM_NO_INDEX && n > 0;

  self->total = candidates->len;
  self->first = MIN (context->first_band, candidates->len - n);
  for (guint i = 0; i < n; i++)
    {
      guint from = opened && i == 0 ? 0 : self->first;
      const DemTimelinePair *pair = &g_array_index (context->index->pairs, DemTimelinePair,
                                                    g_array_index (candidates, Candidate, from + i).position);
      Band band = { .pair = pair->pair,
                    .y = dem_timeline_layout_band_y (&context->layout, i),
                    .height = context->layout.band_height };

      add_pieces (self, pair, &band);
      g_array_append_val (self->bands, band);
    }
  if (opened)
    open_first (self);
}

DemBands *
dem_bands_new (const DemTimelineContext *context)
{
  DemBands *self = g_new0 (DemBands, 1);

  self->context = context;
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (DemPhasePiece));
  if (context->layout.folded)
    fold (self);
  else if (!context->layout.compact)
    choose_bands (self);
  return self;
}

void
dem_bands_free (DemBands *self)
{
  g_clear_pointer (&self->chart, dem_step_chart_free);
  g_clear_pointer (&self->folded, dem_micro_row_free);
  g_array_unref (self->bands);
  g_array_unref (self->pieces);
  g_free (self);
}

DemStepChart *
dem_bands_get_chart (DemBands *self)
{
  return self->chart;
}

guint
dem_bands_count (DemBands *self)
{
  return self->folded != NULL ? dem_micro_row_count (self->folded) : self->bands->len;
}

DemRef
dem_bands_get_pair (DemBands *self, guint i)
{
  return self->folded != NULL ? dem_micro_row_get_ref (self->folded, i)
                              : DEM_REF (PAIR, g_array_index (self->bands, Band, i).pair);
}

guint
dem_bands_count_hidden (DemBands *self)
{
  return self->total - dem_bands_count (self);
}

gboolean
dem_bands_has_phases (DemBands *self)
{
  return self->pieces->len > 0 || (self->folded != NULL && self->total > 0);
}

guint
dem_bands_get_first (DemBands *self)
{
  return self->first;
}

/* ---- Drawing ---- */

static void
draw_piece (DemBands *self, const DemTimelinePainter *painter, const Band *band, const DemPhasePiece *piece)
{
  const DemTimelineContext *context = self->context;
  double bottom = band->y + context->layout.band_height;

  dem_phase_draw (painter, piece, &(DemPhasePlace){ band->y, bottom, bottom - LINE_ABOVE_BOTTOM });
  if (!dem_relevance_is_selected (context->relevance, dem_phase_get_ref (context, piece)))
    return;
  dem_timeline_ink (painter, &context->palette->selection, 1);
  cairo_set_line_width (painter->cr, 2);
  cairo_rectangle (painter->cr, piece->x0 + 1, band->y + 1, MAX (piece->x1 - piece->x0 - 3, 1),
                   context->layout.band_height - 2);
  cairo_stroke (painter->cr);
}

/* Where one is among bands that can be scrolled. */
void
dem_bands_draw_thumb (DemBands *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double height = layout->bands_bottom - layout->bands_top;
  double thumb, y;

  if (self->total == self->bands->len || self->folded != NULL)
    return;
  thumb = CLAMP (height * self->bands->len / self->total, MIN (SHORTEST_THUMB, height), height);
  y = layout->bands_top + (height - thumb) * self->first / (self->total - self->bands->len);
  dem_timeline_ink (painter, &self->context->palette->ink, THUMB_OPACITY);
  cairo_rectangle (painter->cr, layout->right + THUMB_GAP, y, THUMB_WIDTH, thumb);
  cairo_fill (painter->cr);
}

void
dem_bands_draw_shapes (DemBands *self, const DemTimelinePainter *painter)
{
  if (self->folded != NULL)
    dem_micro_row_draw_shapes (self->folded, painter);
  if (self->chart != NULL)
    dem_step_chart_draw_shapes (self->chart, painter);
  for (guint i = self->chart != NULL ? 1 : 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);

      for (guint j = 0; j < band->n; j++)
        draw_piece (self, painter, band, &g_array_index (self->pieces, DemPhasePiece, band->first + j));
    }
}

/* The label stands in the part that can be seen, on one side of today, cut where there is not room for all of
 * it. */
static void
draw_piece_text (DemBands *self, const DemTimelinePainter *painter, const Band *band, const DemPhasePiece *piece)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineLayout *layout = &context->layout;
  double begin = MAX (piece->x0, layout->left) + TEXT_INSET;
  double end = MIN (piece->x1, layout->right) - 3;
  DemRef ref = dem_phase_get_ref (self->context, piece);
  DemTextStyle style = dem_relevance_is_selected (context->relevance, ref) ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL;
  g_autofree char *text = NULL;
  const DemLabel *label;

  end -= dem_timeline_notes_get_width (context, ref);
  if (begin < dem_phase_today_x (context))
    end = MIN (end, dem_phase_today_x (context) - 3);
  if (end <= begin)
    return;
  text = dem_phase_dup_text (context, piece);
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
  gboolean bold = dem_relevance_is_selected (context->relevance, ref)
                  || (self->chart != NULL && band == &g_array_index (self->bands, Band, 0));
  g_autofree char *name = dem_dossier_dup_label (context->dossier, DEM_REF (PAIR, band->pair));

  return dem_label_cache_get (context->labels, name, DEM_TIMELINE_TEXT,
                              bold ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL,
                              context->layout.left - GUTTER_LEFT - 6 - dem_timeline_notes_get_width (context, ref));
}

/* How many more there are, or once they are scrolled, which of them these are. */
static char *
dup_more (DemBands *self)
{
  guint hidden = dem_bands_count_hidden (self);

  if (self->first == 0)
    /* Translators: how many more relations there are than have room */
    return g_strdup_printf (ngettext ("+%'u more", "+%'u more", hidden), hidden);
  /* Translators: which of all relations are shown, as in "5–8 of 10,000" */
  return g_strdup_printf (_ ("%1$'u–%2$'u of %3$'u"), self->first + 1,
                          self->first + MAX (dem_bands_count (self), 1), self->total);
}

static void
draw_more (DemBands *self, const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineLayout *layout = &context->layout;
  g_autofree char *text = NULL;
  const DemLabel *label;
  double y;

  if (dem_bands_count_hidden (self) == 0)
    return;
  text = dup_more (self);
  label = dem_label_cache_get (context->labels, text, DEM_TIMELINE_SMALL_TEXT, DEM_TEXT_NORMAL, 0);
  y = self->folded != NULL ? layout->bands_top + (layout->band_pitch - label->height) / 2
                           : MIN (layout->bands_bottom - 4, layout->overview_top - label->height + 1);
  dem_timeline_text (painter, label, GUTTER_LEFT, y, &context->palette->dim, 1);
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
          painter, name, GUTTER_LEFT, band->y + (band->height - name->height) / 2,
          &context->palette->ink,
          dem_timeline_presence (context, DEM_REF (PAIR, band->pair), context->palette->dim_text));
      for (guint j = 0; (self->chart == NULL || i > 0) && j < band->n; j++)
        draw_piece_text (self, painter, band, &g_array_index (self->pieces, DemPhasePiece, band->first + j));
    }
  if (self->folded != NULL)
    dem_micro_row_draw_texts (self->folded, painter);
  if (self->chart != NULL)
    dem_step_chart_draw_texts (self->chart, painter);
  draw_more (self, painter);
}

/* ---- Pointing ---- */

static graphene_rect_t
piece_bounds (DemBands *self, const Band *band, const DemPhasePiece *piece)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double x0 = MAX (piece->x0, layout->left), x1 = MIN (piece->x1, layout->right);

  if (self->chart != NULL && band == &g_array_index (self->bands, Band, 0))
    return dem_step_chart_get_bounds (self->chart,
                                      (guint) (piece - &g_array_index (self->pieces, DemPhasePiece, band->first)));
  return GRAPHENE_RECT_INIT ((float) x0, (float) band->y, (float) MAX (x1 - x0, 1),
                             (float) layout->band_height);
}

static graphene_rect_t
name_bounds (DemBands *self, const Band *band)
{
  const DemTimelineLayout *layout = &self->context->layout;

  return GRAPHENE_RECT_INIT ((float) GUTTER_LEFT - 4, (float) band->y, (float) (layout->left - GUTTER_LEFT),
                             (float) band->height);
}

static void
append_folded (DemBands *self, GArray *marks)
{
  for (guint i = 0; i < dem_micro_row_count (self->folded); i++)
    {
      DemMark mark = { dem_micro_row_get_ref (self->folded, i), dem_micro_row_get_bounds (self->folded, i) };

      g_array_append_val (marks, mark);
    }
}

void
dem_bands_append_marks (DemBands *self, GArray *marks)
{
  if (self->folded != NULL)
    append_folded (self, marks);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);
      DemMark name = { DEM_REF (PAIR, band->pair), name_bounds (self, band) };

      g_array_append_val (marks, name);
      for (guint j = 0; j < band->n; j++)
        {
          const DemPhasePiece *piece = &g_array_index (self->pieces, DemPhasePiece, band->first + j);
          DemMark mark = { dem_phase_get_ref (self->context, piece), piece_bounds (self, band, piece) };

          g_array_append_val (marks, mark);
        }
    }
}

DemRef
dem_bands_hit (DemBands *self, double x, double y)
{
  if (self->folded != NULL)
    return dem_micro_row_hit (self->folded, x, y);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);

      if (y < band->y || y >= band->y + MAX (band->height, self->context->layout.band_pitch))
        continue;
      if (x < self->context->layout.left)
        return DEM_REF (PAIR, band->pair);
      for (guint j = 0; j < band->n; j++)
        {
          const DemPhasePiece *piece = &g_array_index (self->pieces, DemPhasePiece, band->first + j);

          if (x >= piece->x0 && x < piece->x1)
            return dem_phase_get_ref (self->context, piece);
        }
    }
  return DEM_REF_NONE;
}
