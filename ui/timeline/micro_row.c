/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/micro_row.h"

#include <math.h>

#include "ui/common/stance.h"

#define GAP 18.0         /* between two, at text scale 1 */
#define REACH 4.0        /* around a mark, for pointing */
#define LONGEST_NAME 170.0
#define BELOW 2.0        /* under a history */
#define TINT 0.3
#define BEYOND_TODAY 0.38
#define ONGOING 6.0      /* how far what goes on is drawn beyond today */
#define LINE_SCALE 0.7

typedef struct
{
  const DemTimelinePair *pair; /* of the index */
  const DemLabel *name;
  double x, width;
} Cell;

struct _DemMicroRow
{
  const DemTimelineContext *context;
  GArray *cells;
  guint first;
};

/* ---- What has room ---- */

static const DemLabel *
get_name (const DemTimelineContext *context, DemRef ref)
{
  const DemTimelineLayout *layout = &context->layout;
  DemTextStyle style = dem_relevance_is_selected (context->relevance, ref) ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL;
  g_autofree char *name = dem_dossier_dup_label (context->dossier, ref);

  return dem_label_cache_get (context->labels, name, DEM_TIMELINE_SMALL_TEXT, style,
                              MIN (LONGEST_NAME * layout->scale, layout->right - layout->left));
}

static Cell
make_cell (const DemTimelineContext *context, guint32 position)
{
  Cell cell = { .pair = &g_array_index (context->index->pairs, DemTimelinePair, position) };

  cell.name = get_name (context, DEM_REF (PAIR, cell.pair->pair));
  cell.width = ceil (MAX (DEM_MICRO_WIDTH * context->layout.scale, cell.name->width));
  return cell;
}

/* From the first on; once the last has room, those before the first fill what is left. */
static void
choose_cells (DemMicroRow *self, const guint32 *pairs, guint n)
{
  const DemTimelineLayout *layout = &self->context->layout;
  double gap = GAP * layout->scale, room = layout->right - layout->left + gap;
  guint next = self->first;

  for (; next < n; next++)
    {
      Cell cell = make_cell (self->context, pairs[next]);

      if (cell.width + gap > room)
        break;
      room -= cell.width + gap;
      g_array_append_val (self->cells, cell);
    }
  for (; next == n && self->first > 0; self->first--)
    {
      Cell cell = make_cell (self->context, pairs[self->first - 1]);

      if (cell.width + gap > room)
        break;
      room -= cell.width + gap;
      g_array_prepend_val (self->cells, cell);
    }
}

static void
place_cells (DemMicroRow *self)
{
  double x = self->context->layout.left;

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      cell->x = x;
      x += cell->width + GAP * self->context->layout.scale;
    }
}

DemMicroRow *
dem_micro_row_new (const DemTimelineContext *context, const guint32 *pairs, guint n, guint first)
{
  DemMicroRow *self = g_new (DemMicroRow, 1);

  *self = (DemMicroRow){ context, g_array_new (FALSE, FALSE, sizeof (Cell)), n > 0 ? MIN (first, n - 1) : 0 };
  choose_cells (self, pairs, n);
  place_cells (self);
  return self;
}

void
dem_micro_row_free (DemMicroRow *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

guint
dem_micro_row_count (DemMicroRow *self)
{
  return self->cells->len;
}

guint
dem_micro_row_get_first (DemMicroRow *self)
{
  return self->first;
}

DemRef
dem_micro_row_get_ref (DemMicroRow *self, guint i)
{
  return DEM_REF (PAIR, g_array_index (self->cells, Cell, i).pair->pair);
}

/* ---- Drawing ---- */

/* A part of a phase, before or after today: a tint, and the line of its stance, as a band has them. */
static void
draw_part (const DemTimelinePainter *painter, DemStance stance, double x0, double x1, double y, double opacity)
{
  const DemPalette *palette = painter->context->palette;
  double height = DEM_MICRO_HEIGHT * painter->context->layout.scale;

  if (x1 <= x0)
    return;
  dem_timeline_ink (painter, dem_stance_get_color (stance, palette), TINT * opacity);
  cairo_rectangle (painter->cr, x0, y, x1 - x0, height);
  cairo_fill (painter->cr);
  cairo_move_to (painter->cr, x0, y + height / 2);
  cairo_line_to (painter->cr, x1, y + height / 2);
  dem_stance_stroke (painter->cr, stance, palette, &palette->view, opacity, LINE_SCALE);
}

static void
draw_stretch (const DemTimelinePainter *painter, const DemTimelineStretch *stretch, const DemAxis *axis, double y)
{
  const DemTimelineContext *context = painter->context;
  double today = dem_axis_day_end (axis, context->today);
  double x0 = MAX (dem_axis_day_begin (axis, stretch->start), axis->left);
  double x1 = stretch->end == DEM_DAY_AFTER_ALL ? MAX (x0, today) + ONGOING : dem_axis_day_end (axis, stretch->end);
  DemStance stance = stretch->form.conditional
                         ? DEM_STANCE_HYPOTHETICAL
                         : dem_stance_classify (dem_dossier_relation (context->dossier, stretch->relation)->stance);
  double presence = dem_timeline_presence (context, DEM_REF (RELATION, stretch->relation), context->palette->dim_band);

  x1 = MIN (x1, axis->left + axis->width);
  today = CLAMP (today, x0, MAX (x0, x1));
  draw_part (painter, stance, x0, today, y, presence);
  draw_part (painter, stance, today, x1, y, presence * BEYOND_TODAY);
}

static void
draw_cell (DemMicroRow *self, const DemTimelinePainter *painter, const Cell *cell)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineLayout *layout = &context->layout;
  DemAxis axis = { layout->axis.first, layout->axis.last, cell->x, DEM_MICRO_WIDTH * layout->scale };
  double y = layout->bands_top + layout->band_pitch - BELOW - DEM_MICRO_HEIGHT * layout->scale;

  cairo_save (painter->cr);
  cairo_rectangle (painter->cr, axis.left, y, axis.width, DEM_MICRO_HEIGHT * layout->scale);
  cairo_clip (painter->cr);
  dem_timeline_ink (painter, &context->palette->ink, 0.06);
  cairo_paint (painter->cr);
  for (guint i = cell->pair->first; i < cell->pair->first + cell->pair->n; i++)
    draw_stretch (painter, &g_array_index (context->index->stretches, DemTimelineStretch, i), &axis, y);
  cairo_restore (painter->cr);
}

void
dem_micro_row_draw_shapes (DemMicroRow *self, const DemTimelinePainter *painter)
{
  for (guint i = 0; i < self->cells->len; i++)
    draw_cell (self, painter, &g_array_index (self->cells, Cell, i));
}

void
dem_micro_row_draw_texts (DemMicroRow *self, const DemTimelinePainter *painter)
{
  const DemTimelineContext *context = self->context;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      dem_timeline_text (painter, cell->name, cell->x, context->layout.bands_top, &context->palette->ink,
                         dem_timeline_presence (context, dem_micro_row_get_ref (self, i), context->palette->dim_text));
    }
}

/* ---- Pointing ---- */

graphene_rect_t
dem_micro_row_get_bounds (DemMicroRow *self, guint i)
{
  const Cell *cell = &g_array_index (self->cells, Cell, i);
  const DemTimelineLayout *layout = &self->context->layout;

  return GRAPHENE_RECT_INIT ((float) (cell->x - REACH), (float) layout->bands_top, (float) (cell->width + 2 * REACH),
                             (float) layout->band_pitch);
}

DemRef
dem_micro_row_hit (DemMicroRow *self, double x, double y)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      graphene_rect_t bounds = dem_micro_row_get_bounds (self, i);

      if (graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return dem_micro_row_get_ref (self, i);
    }
  return DEM_REF_NONE;
}
