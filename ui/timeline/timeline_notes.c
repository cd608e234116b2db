/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_notes.h"

#include <math.h>

#include "ui/common/note_room.h"

#define SHEET_ROOM 15.0  /* pixels at text scale 1, with a gap */
#define NUMBER_ROOM 12.0
#define VEIL 0.10
#define BRACKET_WIDTH 2.4
#define BRACKET_HEIGHT 7.0
#define GUTTER_GAP 4.0 /* between a mark and the bands */
#define INSET 3.0      /* of a mark in its band */

double
dem_timeline_notes_get_width (const DemTimelineContext *context, DemRef ref)
{
  DemNoteMark mark;

  if (!dem_note_marks_find (context->notes, context->dossier, ref, &mark))
    return 0;
  return (SHEET_ROOM + (mark.n > 1 ? NUMBER_ROOM : 0)) * context->layout.scale;
}

/* ---- Spans ---- */

/* Where a span is in the view; FALSE when it is not. */
static gboolean
get_span (const DemTimelineContext *context, const DemNoteTarget *target, double *x0, double *x1)
{
  const DemTimelineLayout *layout = &context->layout;
  DemEdtf when;

  if (!dem_note_target_get_when (target, context->dossier, &when))
    return FALSE;
  *x0 = MAX (dem_axis_day_begin (&layout->axis, when.start_min), layout->left);
  *x1 = MIN (dem_axis_day_end (&layout->axis, when.end_max), layout->right);
  return *x0 < layout->right && *x1 > layout->left && *x1 > *x0;
}

static void
draw_span (const DemTimelineContext *context, const DemTimelinePainter *painter, const DemNoteTarget *target)
{
  const DemTimelineLayout *layout = &context->layout;
  const GdkRGBA *color;
  DemNoteMark mark;
  double x0, x1;

  if (!get_span (context, target, &x0, &x1) || !dem_note_marks_find_target (context->notes, target, &mark))
    return;
  color = &context->palette->note_colour[mark.colour];
  dem_timeline_fill (painter, x0, layout->axis_y, x1 - x0, layout->bands_bottom - layout->axis_y, color, VEIL);
  dem_timeline_fill (painter, x0, layout->axis_y, x1 - x0, BRACKET_WIDTH, color, 1);
  dem_timeline_fill (painter, x0, layout->axis_y, BRACKET_WIDTH, BRACKET_HEIGHT, color, 1);
  dem_timeline_fill (painter, MAX (x1 - BRACKET_WIDTH, x0), layout->axis_y, MIN (BRACKET_WIDTH, x1 - x0), BRACKET_HEIGHT,
                     color, 1);
}

void
dem_timeline_notes_draw_spans (const DemTimelineContext *context, const DemTimelinePainter *painter)
{
  GPtrArray *spans = dem_note_marks_list (context->notes, DEM_TARGET_TIME);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    draw_span (context, painter, spans->pdata[i]);
}

/* ---- Sheets ---- */

static double
mirror (const DemTimelineContext *context, gboolean mirrored, double x)
{
  return mirrored ? context->layout.width - x : x;
}

static void
place_event (DemNoteRoom *room, const DemMark *item)
{
  if (dem_note_room_begin (room, item->ref) && !dem_note_room_try_beside (room, &item->bounds))
    dem_note_room_put (room, item->bounds.origin.x, item->bounds.origin.y + item->bounds.size.height / 2);
}

/* At the end of the gutter beside a pair's bands, and of a phase's band. */
static void
place_band (const DemTimelineContext *context, DemNoteRoom *room, const DemMark *item, gboolean mirrored)
{
  double width, height, y = item->bounds.origin.y + item->bounds.size.height / 2;
  double end = mirrored ? item->bounds.origin.x : item->bounds.origin.x + item->bounds.size.width;

  if (!dem_note_room_begin (room, item->ref))
    return;
  dem_note_room_get_size (room, &width, &height);
  if (item->ref.kind == DEM_KIND_PAIR)
    end = mirror (context, mirrored, context->layout.left - GUTTER_GAP);
  else
    end += mirrored ? INSET : -INSET;
  dem_note_room_put (room, mirrored ? end + width / 2 : end - width / 2, y);
}

static void
place_span (const DemTimelineContext *context, DemNoteRoom *room, const DemNoteTarget *target, gboolean mirrored)
{
  const DemTimelineLayout *layout = &context->layout;
  double x0, x1, width, height, x, y;

  if (!get_span (context, target, &x0, &x1) || !dem_note_room_begin_target (room, target))
    return;
  dem_note_room_get_size (room, &width, &height);
  for (y = layout->axis_y + BRACKET_WIDTH + 1 + height / 2; y < layout->lanes_bottom; y += layout->row_height)
    for (x = x0 + BRACKET_WIDTH + 1 + width / 2; x < MAX (x1, x0 + 2 * width); x += width + INSET)
      if (dem_note_room_try (room, mirror (context, mirrored, x), y))
        return;
  y = layout->axis_y + BRACKET_WIDTH + 1 + height / 2;
  dem_note_room_put (room, mirror (context, mirrored, MIN (x0 + BRACKET_WIDTH + 1, layout->right - width) + width / 2), y);
}

void
dem_timeline_notes_place (const DemTimelineContext *context, const DemMark *items, guint n_items, gboolean mirrored,
                          PangoContext *pango, GArray *spots)
{
  GPtrArray *spans = dem_note_marks_list (context->notes, DEM_TARGET_TIME);
  graphene_rect_t frame
      = GRAPHENE_RECT_INIT (0, (float) context->layout.axis_y, (float) context->layout.width,
                            (float) (context->layout.overview_top - context->layout.axis_y));
  g_autoptr (DemNoteRoom) room = NULL;

  if (context->notes == NULL || context->layout.compact)
    return;
  room = dem_note_room_new (context->notes, context->dossier, pango, &frame, spots);
  for (guint i = 0; i < n_items; i++)
    if (items[i].ref.kind == DEM_KIND_EVENT)
      dem_note_room_take (room, &items[i].bounds);
  for (guint i = 0; i < n_items; i++)
    if (items[i].ref.kind == DEM_KIND_EVENT)
      place_event (room, &items[i]);
    else
      place_band (context, room, &items[i], mirrored);
  for (guint i = 0; i < spans->len; i++)
    place_span (context, room, spans->pdata[i], mirrored);
}
