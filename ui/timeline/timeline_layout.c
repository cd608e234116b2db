/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_layout.h"

#include <math.h>
#include <pango/pangocairo.h>

#define GUTTER 148.0
#define LONGEST_GUTTER 212.0
#define GUTTER_GAP 8.0
#define WIDEST_GUTTER 0.3 /* of the whole */
#define RIGHT_MARGIN 16.0
#define ROW_HEIGHT 17.0
#define MAX_ROWS 8
#define BAND_PITCH 22.5
#define BAND_HEIGHT 18.5
#define LANE_GAP 6.0 /* around the lanes */
#define OVERVIEW_HEIGHT 26.0
#define OVERVIEW_GAP 11.0
#define OVERVIEW_PADDING 0.02 /* of the span, on both sides */
#define BANDS_SHARE 0.46      /* of the height, when events need it as well */
#define GROUPED_SHARE 0.28    /* the same when each group of them wants a lane */
#define OPENED_SHARE 0.62     /* the same while a history is opened */
#define FEWEST_BANDS 3        /* when fewer have room than there are, all fold into one row */
#define CHART_HEIGHT 92.0
#define CHART_GAP 4.0

static double
text_scale (PangoContext *pango)
{
  double resolution = pango_cairo_context_get_resolution (pango);

  return resolution > 0 ? resolution / 96 : 1;
}

static double
line_height (PangoContext *pango, double points)
{
  g_autoptr (PangoLayout) layout = dem_paint_layout (pango, "Ág", points, DEM_TEXT_NORMAL);
  double height;

  dem_paint_measure (layout, NULL, &height);
  return height;
}

/* The pair of what was selected last, if that is a pair or a phase of one. */
static guint32
find_opened (const DemSceneInput *input, DemTimelineIndex *index)
{
  guint n;
  const DemRef *selection = dem_focus_get_selection (input->focus, &n);
  DemRef last = n > 0 ? selection[n - 1] : DEM_REF_NONE;
  guint32 pair = last.kind == DEM_KIND_PAIR       ? last.index
                 : last.kind == DEM_KIND_RELATION ? dem_dossier_relation (input->dossier, last.index)->pair
                                                  : DEM_NO_INDEX;

  for (guint i = 0; pair != DEM_NO_INDEX && i < index->pairs->len; i++)
    if (g_array_index (index->pairs, DemTimelinePair, i).pair == pair)
      return i;
  return DEM_NO_INDEX;
}

double
dem_timeline_layout_band_y (const DemTimelineLayout *layout, guint i)
{
  if (layout->chart_height > 0 && i > 0)
    return layout->bands_top + layout->chart_height + CHART_GAP + (i - 1) * layout->band_pitch;
  return layout->bands_top + i * layout->band_pitch;
}

/* So low that few of the bands would have room: they become one row. */
static void
fold_bands (DemTimelineLayout *layout, double height, guint rows, guint bands)
{
  layout->folded = layout->chart_height <= 0 && layout->bands < MIN (bands, FEWEST_BANDS)
                   && height >= layout->band_pitch + layout->row_height;
  if (!layout->folded)
    return;
  layout->bands = 1;
  layout->rows = MIN (rows, (guint) floor ((height - layout->band_pitch) / layout->row_height));
}

/* As many rows as events need, with the gaps between their groups; more than there is room for when there are many. */
static guint
count_rows (const DemTimelineLayout *layout, DemTimelineIndex *index, DemEventGroups *groups)
{
  double height = 0;

  if (groups == NULL || groups->groups->len == 0)
    return MIN (index->events->len, MAX_ROWS);
  for (guint i = 0; i < groups->groups->len && height < layout->height; i++)
    height += dem_event_group_get_rows (dem_event_groups_get (groups, i)) * layout->row_height
              + DEM_TIMELINE_GROUP_GAP;
  return (guint) ceil ((height - DEM_TIMELINE_GROUP_GAP) / layout->row_height);
}

/* Shares the height between rows of events and bands. It follows from the dossier, the height and what is opened
 * alone, so that nothing moves up or down while one moves through time. */
static void
share_height (DemTimelineLayout *layout, DemTimelineIndex *index, DemEventGroups *groups)
{
  double height = layout->overview_top - OVERVIEW_GAP * layout->scale - layout->lanes_top - LANE_GAP;
  guint rows = count_rows (layout, index, groups);
  guint bands = index->pairs->len;
  gboolean opened = layout->opened != DEM_NO_INDEX
                    && height - CHART_HEIGHT * layout->scale - CHART_GAP >= 2 * layout->row_height;
  /* What an opened band takes more than others. */
  double more = opened ? CHART_HEIGHT * layout->scale + CHART_GAP - layout->band_pitch : 0;
  double share = (opened           ? OPENED_SHARE
                  : groups != NULL ? GROUPED_SHARE
                                   : BANDS_SHARE)
                     * height
                 - more;
  guint fair = (guint) CLAMP (ceil (share / layout->band_pitch - 0.35), opened ? 1 : 0, 99);

  layout->chart_height = opened ? CHART_HEIGHT * layout->scale : 0;
  height -= more;
  layout->bands = MIN (bands, fair);
  layout->rows = MIN (
      rows, (guint) MAX (0, floor ((height - layout->bands * layout->band_pitch) / layout->row_height)));
  layout->bands = MIN (
      bands, (guint) MAX (0, floor ((height - layout->rows * layout->row_height) / layout->band_pitch)));
  if (!opened)
    layout->opened = DEM_NO_INDEX;
  fold_bands (layout, height, rows, bands);
}

static void
place_rows (DemTimelineLayout *layout, const DemSceneInput *input, DemTimelineIndex *index, DemEventGroups *groups)
{
  double text = line_height (input->pango, DEM_TIMELINE_TEXT);
  double small = line_height (input->pango, DEM_TIMELINE_SMALL_TEXT);
  double bar = MAX (DEM_TIMELINE_BAR_HEIGHT, text + 6);

  layout->row_height = MAX (text, ROW_HEIGHT * layout->scale);
  layout->band_pitch = MAX (BAND_PITCH * layout->scale, text + 5);
  layout->band_height = layout->band_pitch - BAND_PITCH + BAND_HEIGHT;
  layout->axis_text_y = bar;
  layout->axis_y = bar + text;
  layout->lanes_top = layout->axis_y + LANE_GAP;
  layout->overview_bottom = layout->height - small + 1;
  layout->overview_top = layout->overview_bottom - OVERVIEW_HEIGHT * MIN (layout->scale, 1.5);

  layout->compact = layout->overview_top - layout->lanes_top < 2 * layout->row_height;
  if (layout->compact)
    {
      layout->overview_top = MAX (2, layout->overview_top);
      layout->overview_bottom = MAX (layout->overview_bottom, layout->overview_top + 8);
      layout->lanes_bottom = layout->bands_top = layout->bands_bottom = layout->lanes_top;
      layout->opened = DEM_NO_INDEX;
      return;
    }

  layout->opened = find_opened (input, index);
  share_height (layout, index, groups);
  layout->lanes_bottom = layout->lanes_top + layout->rows * layout->row_height;
  layout->bands_top = layout->lanes_bottom + LANE_GAP;
  layout->bands_bottom = dem_timeline_layout_band_y (layout, layout->bands);
}

void
dem_timeline_layout_init (
    DemTimelineLayout *layout,
    const DemSceneInput *input,
    DemTimelineIndex *index,
    DemEventGroups *groups,
    double first,
    double last,
    double longest_name)
{
  DemPeriod span = dem_dossier_get_span (input->dossier);
  DemDay today = dem_dossier_get_today (input->dossier);
  double padding;

  *layout = (DemTimelineLayout){ .width = input->width, .height = input->height, .today_x = NAN };
  layout->scale = text_scale (input->pango);
  layout->left = floor (MIN (CLAMP (DEM_TIMELINE_GUTTER_LEFT + longest_name + GUTTER_GAP, GUTTER * layout->scale,
                                    LONGEST_GUTTER * layout->scale),
                             WIDEST_GUTTER * layout->width));
  layout->right = MAX (layout->width - RIGHT_MARGIN, layout->left + 1);
  layout->axis = (DemAxis){ first, last, layout->left, layout->right - layout->left };
  padding = MAX (1, OVERVIEW_PADDING * ((double) span.last - (double) span.first));
  layout->overview = (DemAxis){ (double) span.first - padding, (double) span.last + 1 + padding, layout->left,
                                layout->right - layout->left };
  if ((double) today + 1 >= first && (double) today + 1 <= last)
    layout->today_x = dem_axis_day_end (&layout->axis, today);
  place_rows (layout, input, index, groups);
}

void
dem_timeline_text (const DemTimelinePainter *painter,
                   const DemLabel *label,
                   double x,
                   double y,
                   const GdkRGBA *color,
                   double opacity)
{
  GdkRGBA ink = dem_paint_fade (color, opacity);

  if (painter->mirrored)
    x = painter->context->layout.width - x - label->width;
  dem_paint_text (painter->snapshot, label->layout, round (x), round (y), &ink);
}

graphene_rect_t
dem_timeline_mirror (const DemTimelinePainter *painter, const graphene_rect_t *bounds)
{
  graphene_rect_t mirrored = *bounds;

  if (painter->mirrored)
    mirrored.origin.x = (float) painter->context->layout.width - bounds->origin.x - bounds->size.width;
  return mirrored;
}

void
dem_timeline_fill (const DemTimelinePainter *painter,
                   double x,
                   double y,
                   double width,
                   double height,
                   const GdkRGBA *color,
                   double opacity)
{
  GdkRGBA ink = dem_paint_fade (color, opacity);
  graphene_rect_t bounds = dem_timeline_mirror (
      painter, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));

  if (width > 0 && height > 0)
    gtk_snapshot_append_color (painter->snapshot, &ink, &bounds);
}

DemTimelinePainter
dem_timeline_begin_shapes (const DemTimelinePainter *painter, const graphene_rect_t *bounds)
{
  graphene_rect_t area = dem_timeline_mirror (painter, bounds);
  DemTimelinePainter shapes = { .context = painter->context, .mirrored = painter->mirrored };

  shapes.cr = dem_paint_cairo (painter->snapshot, &area);
  if (painter->mirrored)
    {
      cairo_translate (shapes.cr, painter->context->layout.width, 0);
      cairo_scale (shapes.cr, -1, 1);
    }
  return shapes;
}

void
dem_timeline_end_shapes (DemTimelinePainter *shapes)
{
  g_clear_pointer (&shapes->cr, cairo_destroy);
}

void
dem_timeline_ink (const DemTimelinePainter *painter, const GdkRGBA *color, double opacity)
{
  cairo_set_source_rgba (painter->cr, color->red, color->green, color->blue, color->alpha * opacity);
}

double
dem_timeline_presence (const DemTimelineContext *context, DemRef ref, double dimmed)
{
  return dem_relevance_contains (context->relevance, ref) ? 1 : dimmed;
}
