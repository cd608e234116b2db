/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/phase_mark.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/timeline/marks.h"

#define TINT 0.17
#define BEYOND_TODAY 0.38
#define LINE_SCALE 0.78
#define LINE_REACH 5.0 /* of its widest style, barbs included, to either side */
#define FADE_STEPS 4

/* The line of a piece. */
typedef struct
{
  double x0, x1;
  double y;
  DemStance stance;
} Line;

const DemTimelineStretch *
dem_phase_get_stretch (const DemTimelineContext *context, const DemPhasePiece *piece)
{
  return &g_array_index (context->index->stretches, DemTimelineStretch, piece->stretch);
}

DemRef
dem_phase_get_ref (const DemTimelineContext *context, const DemPhasePiece *piece)
{
  return DEM_REF (RELATION, dem_phase_get_stretch (context, piece)->relation);
}

DemStance
dem_phase_get_stance (const DemTimelineContext *context, const DemPhasePiece *piece)
{
  const DemTimelineStretch *stretch = dem_phase_get_stretch (context, piece);

  if (stretch->form.conditional)
    return DEM_STANCE_HYPOTHETICAL;
  return dem_stance_classify (dem_dossier_relation (context->dossier, stretch->relation)->stance);
}

char *
dem_phase_dup_text (const DemTimelineContext *context, const DemPhasePiece *piece)
{
  g_autofree char *label = dem_dossier_dup_label (context->dossier, dem_phase_get_ref (context, piece));

  if (dem_phase_get_stretch (context, piece)->form.body == DEM_MARK_OUTLINE)
    return g_strdup_printf (C_ ("uncertain event", "%s ?"), label);
  return g_steal_pointer (&label);
}

double
dem_phase_today_x (const DemTimelineContext *context)
{
  return dem_axis_day_end (&context->layout.axis, context->today);
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
           const DemPhasePlace *place,
           DemMarkForm form,
           double x0,
           double x1,
           const GdkRGBA *color,
           double opacity)
{
  double height = place->bottom - place->top;
  cairo_pattern_t *pattern;

  if (height <= 0)
    return;
  pattern = dem_mark_pattern (form, x0, x1, color, opacity * TINT);
  cairo_set_source (painter->cr, pattern);
  cairo_rectangle (painter->cr, x0, place->top, x1 - x0, height);
  cairo_fill (painter->cr);
  cairo_pattern_destroy (pattern);
  if (form.body != DEM_MARK_OUTLINE)
    return;

  pattern = dem_mark_pattern (form, x0, x1, color, opacity * 0.8);
  cairo_set_source (painter->cr, pattern);
  cairo_set_line_width (painter->cr, 1.2);
  cairo_rectangle (painter->cr, x0 + 0.6, place->top + 0.6, MAX (x1 - x0 - 1.2, 0),
                   MAX (height - 1.2, 0));
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
draw_part (const DemTimelinePainter *painter,
           const DemPhasePiece *piece,
           const DemPhasePlace *place,
           double x0,
           double x1,
           double opacity)
{
  const DemTimelineContext *context = painter->context;
  DemStance stance = dem_phase_get_stance (context, piece);
  DemMarkForm form = piece_form (dem_phase_get_stretch (context, piece));
  const GdkRGBA *color = dem_stance_get_color (stance, context->palette);
  double x = x1 - 1;

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
  draw_tint (painter, place, form, x0, x, color, opacity);
  draw_line (painter, form, &(Line){ x0, x, place->line_y, stance }, opacity);
  dem_timeline_ink (painter, color, opacity);
  if (form.end == DEM_END_UNKNOWN)
    dem_mark_draw_tail (painter->cr, x, place->line_y, 1);
  if (form.start == DEM_END_UNKNOWN)
    dem_mark_draw_tail (painter->cr, x0, place->line_y, -1);
}

void
dem_phase_draw (const DemTimelinePainter *painter, const DemPhasePiece *piece, const DemPhasePlace *place)
{
  const DemTimelineContext *context = painter->context;
  double presence
      = dem_timeline_presence (context, dem_phase_get_ref (context, piece), context->palette->dim_band);
  double today = CLAMP (dem_phase_today_x (context), piece->x0, piece->x1);

  if (today > piece->x0)
    draw_part (painter, piece, place, piece->x0, today, presence);
  if (today < piece->x1)
    draw_part (painter, piece, place, today, piece->x1, presence * BEYOND_TODAY);
}
