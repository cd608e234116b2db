/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_lane_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/timeline/claim_sign.h"

#define LONGEST_TEXT 280.0 /* at text scale 1 */

/* ---- What is in view ---- */

const DemTimelineEvent *
dem_event_lane_get_entry (DemEventLane *self, guint i)
{
  return &g_array_index (self->context->index->events, DemTimelineEvent,
                         g_array_index (self->shown, DemShownEvent, i).position);
}

DemRef
dem_event_lane_get_ref (DemEventLane *self, guint i)
{
  return DEM_REF (EVENT, dem_event_lane_get_entry (self, i)->event);
}

/* The selected first, then what has to do with the selection, then by importance. */
static float
get_priority (const DemTimelineContext *context, const DemTimelineEvent *entry)
{
  DemRef ref = DEM_REF (EVENT, entry->event);

  if (!dem_relevance_has_selection (context->relevance))
    return entry->importance;
  return entry->importance + (dem_relevance_is_selected (context->relevance, ref) ? 4 : 0)
         + (dem_relevance_contains (context->relevance, ref) ? 2 : 0);
}

/* An event of which the middle of the day is outside the view stands nowhere, though a part of the day is in it. */
static void
leave_out (DemEventLane *self, guint32 position, guint column)
{
  g_array_append_val (self->left_out, position);
  self->columns->counts[column]--;
  self->columns->total--;
}

static void
add_shown (DemEventLane *self, guint32 position)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineLayout *layout = &context->layout;
  const DemTimelineEvent *entry = &g_array_index (context->index->events, DemTimelineEvent, position);
  DemShownEvent shown = { .position = position };
  DemLaneItem item = { .priority = get_priority (context, entry),
                       .wish = DEM_LANE_NO_WISH,
                       .column = dem_event_columns_find (self->columns, position) };

  shown.extent = dem_mark_extent (entry->form, entry->start, entry->end, context->today, &layout->axis);
  if (shown.extent.x1 < layout->left || shown.extent.x0 > layout->right)
    {
      leave_out (self, position, item.column);
      return;
    }
  item.bar = !shown.extent.dot;
  item.x0 = shown.extent.x0;
  item.x1 = shown.extent.x1;
  g_array_append_val (self->shown, shown);
  g_array_append_val (self->items, item);
}

static void
collect_shown (DemEventLane *self)
{
  const DemTimelineContext *context = self->context;
  g_autoptr (GArray) positions = NULL;

  positions = dem_event_columns_find_best (self->columns, context->relevant, DEM_LANE_CELL,
                                           context->layout.rows + DEM_LANE_MOST_DOTS);
  for (guint i = 0; i < positions->len; i++)
    add_shown (self, g_array_index (positions, guint32, i));
}

/* ---- Labels ---- */

const DemLabel *
dem_event_lane_get_label (DemEventLane *self, guint i)
{
  const DemTimelineContext *context = self->context;
  const DemTimelineEvent *entry = dem_event_lane_get_entry (self, i);
  const DemEvent *event = dem_dossier_event (context->dossier, entry->event);
  const char *name = event->item.label != NULL ? event->item.label : event->title;
  g_autofree char *uncertain = NULL;
  DemTextStyle style = DEM_TEXT_NORMAL;

  if (entry->form.body == DEM_MARK_OUTLINE)
    /* Translators: the name of an event whose date is uncertain */
    name = uncertain = g_strdup_printf (C_ ("uncertain event", "%s ?"), name);
  if (entry->form.future || entry->form.conditional)
    style = DEM_TEXT_ITALIC;
  if (dem_relevance_is_selected (context->relevance, DEM_REF (EVENT, entry->event)))
    style = DEM_TEXT_BOLD;
  /* Only what may be too long is cut: cutting takes Pango longer. */
  return dem_label_cache_get (context->labels, name, DEM_TIMELINE_TEXT, style,
                              strlen (name) > 40 ? LONGEST_TEXT * context->layout.scale : 0);
}

static double
measure_label (guint item, gpointer data)
{
  DemEventLane *self = data;

  return dem_event_lane_get_label (self, item)->width
         + (dem_claim_sign_is_wanted (self->context, dem_event_lane_get_ref (self, item))
                ? dem_claim_sign_width (self->context)
                : 0);
}

/* ---- Rows from picture to picture ---- */

DemRowMemory *
dem_row_memory_new (void)
{
  DemRowMemory *memory = g_new0 (DemRowMemory, 1);

  memory->rows = g_hash_table_new (NULL, NULL);
  return memory;
}

void
dem_row_memory_free (DemRowMemory *memory)
{
  g_hash_table_unref (memory->rows);
  g_free (memory);
}

static void
recall_rows (DemEventLane *self, DemRowMemory *memory)
{
  double pixels_per_day = dem_axis_pixels_per_day (&self->context->layout.axis);

  if (fabs (pixels_per_day / MAX (memory->pixels_per_day, 1e-12) - 1) > 0.001)
    g_hash_table_remove_all (memory->rows);
  memory->pixels_per_day = pixels_per_day;
  if (g_hash_table_size (memory->rows) == 0)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      guint row = GPOINTER_TO_UINT (
          g_hash_table_lookup (memory->rows, GUINT_TO_POINTER (dem_event_lane_get_entry (self, i)->event)));

      if (row > 0)
        g_array_index (self->items, DemLaneItem, i).wish = (guint16) (row - 1);
    }
}

static void
remember_rows (DemEventLane *self, DemRowMemory *memory)
{
  g_hash_table_remove_all (memory->rows);
  for (guint i = 0; i < self->lanes->placed->len; i++)
    {
      const DemLanePlaced *placed = &g_array_index (self->lanes->placed, DemLanePlaced, i);

      g_hash_table_insert (memory->rows,
                           GUINT_TO_POINTER (dem_event_lane_get_entry (self, placed->item)->event),
                           GUINT_TO_POINTER (placed->row + 1));
    }
}

/* ---- Life ---- */

static void
pack (DemEventLane *self, DemRowMemory *memory)
{
  const DemTimelineLayout *layout = &self->context->layout;
  DemLaneSpace space = { .left = layout->left,
                         .right = layout->right,
                         .today = layout->today_x,
                         .rows = layout->rows,
                         .counts = self->columns->counts };

  if (self->columns->total > 0)
    space.count_width = dem_event_lane_measure_count (self);
  if (memory != NULL)
    recall_rows (self, memory);
  self->lanes = dem_lanes_pack ((const DemLaneItem *) self->items->data, self->items->len, &space,
                                measure_label, self);
  if (memory != NULL)
    remember_rows (self, memory);
}

DemEventLane *
dem_event_lane_new (const DemTimelineContext *context, DemRowMemory *memory)
{
  DemEventLane *self = g_new0 (DemEventLane, 1);

  self->context = context;
  self->columns = dem_event_columns_new (context->index, &context->layout.axis);
  self->shown = g_array_new (FALSE, FALSE, sizeof (DemShownEvent));
  self->items = g_array_new (FALSE, FALSE, sizeof (DemLaneItem));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->seen = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->bins = g_array_new (FALSE, TRUE, sizeof (DemEventBin));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->days = g_array_new (FALSE, FALSE, sizeof (DemPeriod));
  if (context->layout.compact)
    dem_event_columns_clear (self->columns);
  else
    collect_shown (self);
  pack (self, memory);
  dem_event_lane_fill_histograms (self);
  return self;
}

void
dem_event_lane_free (DemEventLane *self)
{
  dem_event_columns_free (self->columns);
  g_array_unref (self->shown);
  g_array_unref (self->items);
  g_array_unref (self->left_out);
  g_array_unref (self->seen);
  g_array_unref (self->bins);
  g_array_unref (self->firsts);
  g_array_unref (self->days);
  dem_lanes_free (self->lanes);
  g_free (self);
}

guint
dem_event_lane_count (DemEventLane *self)
{
  return self->columns->total;
}

const DemLanes *
dem_event_lane_get_lanes (DemEventLane *self)
{
  return self->lanes;
}
