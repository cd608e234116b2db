/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_lanes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ROWS 8
#define LINE_INK 0.14
#define THUMB_GAP 4.0
#define THUMB_WIDTH 4.0
#define THUMB_OPACITY 0.3
#define SHORTEST_THUMB 12.0
#define GUTTER_GAP 6.0
#define NARROWEST_NAME 16.0 /* less is not even a letter and the sign that more are missing */

/* ---- What is kept ---- */

typedef struct
{
  DemRowMemory *rows;
  DemRelevantEvents *relevant;
} Kept;

struct _DemLaneMemory
{
  DemEventGroups *groups;
  Kept *kept; /* of each group, filled when it is seen */
};

DemLaneMemory *
dem_lane_memory_new (DemEventGroups *groups)
{
  DemLaneMemory *self;

  g_return_val_if_fail (groups != NULL, NULL);

  self = g_new (DemLaneMemory, 1);
  self->groups = dem_event_groups_ref (groups);
  self->kept = g_new0 (Kept, groups->groups->len + 1);
  return self;
}

void
dem_lane_memory_free (DemLaneMemory *self)
{
  for (guint i = 0; i < self->groups->groups->len; i++)
    {
      g_clear_pointer (&self->kept[i].rows, dem_row_memory_free);
      g_clear_pointer (&self->kept[i].relevant, dem_relevant_events_unref);
    }
  g_free (self->kept);
  dem_event_groups_unref (self->groups);
  g_free (self);
}

DemEventGroups *
dem_lane_memory_get_groups (DemLaneMemory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->groups;
}

static Kept *
keep (DemLaneMemory *self, guint group, DemRelevance *relevance)
{
  Kept *kept = &self->kept[group];

  if (kept->rows == NULL)
    kept->rows = dem_row_memory_new ();
  if (kept->relevant == NULL || kept->relevant->relevance != relevance)
    {
      g_clear_pointer (&kept->relevant, dem_relevant_events_unref);
      kept->relevant = dem_relevant_events_new (dem_event_groups_get (self->groups, group)->index, relevance);
    }
  return kept;
}

/* ---- Lanes ---- */

/* A lane reads its place and its events from a context of its own. */
typedef struct
{
  DemTimelineContext context;
  DemRelevantEvents *relevant; /* owned, NULL when it is the scene's */
  DemEventLane *lane;
  const DemEventGroup *group; /* NULL when it is the only one */
} Lane;

struct _DemEventLanes
{
  const DemTimelineContext *context;
  DemEventGroups *groups; /* NULL for one lane */
  GPtrArray *lanes;       /* Lane */
  guint first;
};

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  dem_event_lane_free (lane->lane);
  g_clear_pointer (&lane->relevant, dem_relevant_events_unref);
  g_free (lane);
}

static const Lane *
get_lane (DemEventLanes *self, guint i)
{
  return g_ptr_array_index (self->lanes, i);
}

/* ---- Where they are ---- */

/* How many groups from one on have room in so many pixels, and how many rows each gets; and what is left. A group that is
 * alone is content with less than it wants. */
static guint
fit_groups (DemEventGroups *groups, guint first, double row_height, double height, guint *rows, double *rest)
{
  guint n = 0;

  *rest = height;
  for (guint i = first; i < groups->groups->len; i++, n++)
    {
      guint wanted = dem_event_group_get_rows (dem_event_groups_get (groups, i));
      double gap = n > 0 ? DEM_TIMELINE_GROUP_GAP : 0;

      if (n == 0)
        wanted = CLAMP ((guint) floor (height / row_height), 1, wanted);
      else if (gap + wanted * row_height > *rest)
        break;
      *rest -= gap + wanted * row_height;
      rows[n] = wanted;
    }
  return n;
}

/* Gives a row more to those with the most events in a row, while there is room. */
static void
spread_rest (DemEventGroups *groups, guint first, guint *rows, guint n, double row_height, double rest)
{
  for (; rest >= row_height; rest -= row_height)
    {
      double most = 1;
      int busiest = -1;

      for (guint i = 0; i < n; i++)
        {
          double crowd = (double) dem_event_groups_get (groups, first + i)->index->events->len / rows[i];

          if (rows[i] >= MOST_ROWS || crowd <= most)
            continue;
          most = crowd;
          busiest = (int) i;
        }
      if (busiest < 0)
        return;
      rows[busiest]++;
    }
}

static void
add_group (DemEventLanes *self, DemLaneMemory *memory, guint group, double top, guint rows)
{
  Kept *kept = keep (memory, group, self->context->relevance);
  Lane *lane = g_new0 (Lane, 1);
  DemTimelineLayout *layout = &lane->context.layout;

  lane->group = dem_event_groups_get (self->groups, group);
  lane->relevant = dem_relevant_events_ref (kept->relevant);
  lane->context = *self->context;
  lane->context.index = lane->group->index;
  lane->context.relevant = lane->relevant;
  layout->rows = rows;
  layout->lanes_top = top;
  layout->lanes_bottom = top + rows * layout->row_height;
  /* What has no room for a label stands on the line over its lane. */
  if (self->lanes->len > 0)
    layout->axis_y = round (top - DEM_TIMELINE_GROUP_GAP / 2);
  lane->lane = dem_event_lane_new (&lane->context, kept->rows);
  g_ptr_array_add (self->lanes, lane);
}

static void
add_groups (DemEventLanes *self, DemLaneMemory *memory, guint first)
{
  const DemTimelineLayout *layout = &self->context->layout;
  DemEventGroups *groups = self->groups;
  double height = layout->lanes_bottom - layout->lanes_top, rest, y = layout->lanes_top;
  g_autofree guint *rows = g_new (guint, groups->groups->len + 1);
  guint n = 0;

  /* The last of them stand at the bottom. */
  self->first = MIN (first, MAX (groups->groups->len, 1) - 1);
  while (self->first > 0
         && self->first - 1 + fit_groups (groups, self->first - 1, layout->row_height, height, rows, &rest)
                == groups->groups->len)
    self->first--;
  n = fit_groups (groups, self->first, layout->row_height, height, rows, &rest);
  spread_rest (groups, self->first, rows, n, layout->row_height, rest);
  for (guint i = 0; i < n; i++)
    {
      add_group (self, memory, self->first + i, y, rows[i]);
      y += rows[i] * layout->row_height + DEM_TIMELINE_GROUP_GAP;
    }
}

/* ---- Life ---- */

DemEventLanes *
dem_event_lanes_new (const DemTimelineContext *context, DemRowMemory *rows, DemLaneMemory *memory, guint first_group)
{
  DemEventLanes *self = g_new0 (DemEventLanes, 1);

  self->context = context;
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  if (memory != NULL && context->layout.rows > 0)
    {
      self->groups = dem_event_groups_ref (memory->groups);
      add_groups (self, memory, first_group);
    }
  else
    {
      Lane *lane = g_new0 (Lane, 1);

      lane->context = *context;
      lane->lane = dem_event_lane_new (&lane->context, rows);
      g_ptr_array_add (self->lanes, lane);
    }
  return self;
}

void
dem_event_lanes_free (DemEventLanes *self)
{
  g_ptr_array_unref (self->lanes);
  g_clear_pointer (&self->groups, dem_event_groups_unref);
  g_free (self);
}

guint
dem_event_lanes_count (DemEventLanes *self)
{
  return self->lanes->len;
}

DemEventLane *
dem_event_lanes_get (DemEventLanes *self, guint i)
{
  g_return_val_if_fail (i < self->lanes->len, NULL);

  return get_lane (self, i)->lane;
}

guint
dem_event_lanes_get_first (DemEventLanes *self)
{
  return self->first;
}

guint
dem_event_lanes_count_hidden (DemEventLanes *self)
{
  return self->groups != NULL ? self->groups->groups->len - self->lanes->len : 0;
}

guint
dem_event_lanes_count_events (DemEventLanes *self)
{
  const DemTimelineContext *context = self->context;
  DemDay first = (DemDay) floor (context->layout.axis.first), last = (DemDay) ceil (context->layout.axis.last) - 1;

  if (self->groups == NULL)
    return dem_event_lane_count (get_lane (self, 0)->lane);
  return dem_timeline_index_count_before (context->index, last + 1)
         - dem_timeline_index_count_ended (context->index, first);
}

void
dem_event_lanes_get_extent (DemEventLanes *self, guint i, double *top, double *bottom)
{
  g_return_if_fail (i < self->lanes->len);

  *top = get_lane (self, i)->context.layout.lanes_top;
  *bottom = get_lane (self, i)->context.layout.lanes_bottom;
}

const char *
dem_event_lanes_get_name (DemEventLanes *self, guint i)
{
  g_return_val_if_fail (i < self->lanes->len, NULL);

  return self->groups != NULL ? get_lane (self, i)->group->name : NULL;
}

/* ---- Drawing ---- */

void
dem_event_lanes_draw_bars (DemEventLanes *self, const DemTimelinePainter *painter)
{
  for (guint i = 0; i < self->lanes->len; i++)
    dem_event_lane_draw_bars (get_lane (self, i)->lane, painter);
}

void
dem_event_lanes_draw_dots (DemEventLanes *self, const DemTimelinePainter *painter)
{
  for (guint i = 0; i < self->lanes->len; i++)
    dem_event_lane_draw_dots (get_lane (self, i)->lane, painter);
}

void
dem_event_lanes_draw_thumb (DemEventLanes *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context->layout;
  guint n = self->lanes->len, hidden = dem_event_lanes_count_hidden (self);
  double height = layout->lanes_bottom - layout->lanes_top;
  double thumb = CLAMP (height * n / (n + hidden), MIN (SHORTEST_THUMB, height), height);

  if (hidden == 0)
    return;
  dem_timeline_ink (painter, &self->context->palette->ink, THUMB_OPACITY);
  cairo_rectangle (painter->cr, layout->right + THUMB_GAP,
                   layout->lanes_top + (height - thumb) * self->first / hidden, THUMB_WIDTH, thumb);
  cairo_fill (painter->cr);
}

void
dem_event_lanes_draw_lines (DemEventLanes *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &self->context->layout;

  if (self->groups == NULL)
    return;
  dem_timeline_ink (painter, &self->context->palette->ink, LINE_INK);
  for (guint i = 1; i < self->lanes->len; i++)
    cairo_rectangle (painter->cr, DEM_TIMELINE_GUTTER_LEFT, get_lane (self, i)->context.layout.axis_y,
                     layout->right - DEM_TIMELINE_GUTTER_LEFT, 1);
  cairo_fill (painter->cr);
}

/* How many groups are not seen, at the end of the last lane's gutter. Returns how much room that takes from its name. */
static double
draw_more (DemEventLanes *self, const DemTimelinePainter *painter)
{
  const DemTimelineLayout *layout = &get_lane (self, self->lanes->len - 1)->context.layout;
  guint hidden = dem_event_lanes_count_hidden (self);
  g_autofree char *text = NULL;
  const DemLabel *label;

  if (hidden == 0)
    return 0;
  /* Translators: groups of events without room */
  text = g_strdup_printf (ngettext ("+%u more", "+%u more", hidden), hidden);
  label = dem_label_cache_get (self->context->labels, text, DEM_TIMELINE_SMALL_TEXT, DEM_TEXT_NORMAL, 0);
  dem_timeline_text (painter, label, layout->left - GUTTER_GAP - label->width,
                     layout->lanes_bottom - (layout->row_height + label->height) / 2, &self->context->palette->dim, 1);
  return label->width + GUTTER_GAP;
}

/* The name, and where there is a second row how many events there are. */
static void
draw_name (const Lane *lane, const DemTimelinePainter *painter, double taken)
{
  const DemTimelineContext *context = &lane->context;
  const DemTimelineLayout *layout = &context->layout;
  guint n = lane->group->index->events->len;
  /* How many more there are stands in the last row: above it there is room. */
  double width = layout->left - DEM_TIMELINE_GUTTER_LEFT - GUTTER_GAP - (layout->rows > 2 ? 0 : taken);
  double y = layout->lanes_top;
  gboolean is_weak = dem_relevance_has_selection (context->relevance)
                     && dem_event_tree_count_before (context->relevant->tree, n) == 0;
  double opacity = is_weak ? context->palette->dim_text : 1;
  g_autofree char *count = g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);
  const DemLabel *label;

  if (width < NARROWEST_NAME)
    return;
  label = dem_label_cache_get (context->labels, lane->group->name, DEM_TIMELINE_TEXT, DEM_TEXT_BOLD, width);
  dem_timeline_text (painter, label, DEM_TIMELINE_GUTTER_LEFT, y + (layout->row_height - label->height) / 2,
                     &context->palette->ink, opacity);
  if (layout->rows < 2)
    return;
  label = dem_label_cache_get (context->labels, count, DEM_TIMELINE_SMALL_TEXT, DEM_TEXT_NORMAL, width);
  dem_timeline_text (painter, label, DEM_TIMELINE_GUTTER_LEFT,
                     y + layout->row_height + (layout->row_height - label->height) / 2 - 2, &context->palette->dim,
                     opacity);
}

void
dem_event_lanes_draw_texts (DemEventLanes *self, const DemTimelinePainter *painter)
{
  double taken = self->lanes->len > 0 ? draw_more (self, painter) : 0;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const Lane *lane = get_lane (self, i);

      dem_event_lane_draw_texts (lane->lane, painter);
      if (lane->group != NULL)
        draw_name (lane, painter, i + 1 == self->lanes->len ? taken : 0);
    }
}

/* ---- Pointing ---- */

void
dem_event_lanes_append_marks (DemEventLanes *self, GArray *marks)
{
  for (guint i = 0; i < self->lanes->len; i++)
    dem_event_lane_append_marks (get_lane (self, i)->lane, marks);
}

gboolean
dem_event_lanes_find_in_histogram (DemEventLanes *self, guint32 event, graphene_rect_t *bounds)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (dem_event_lane_find_in_histogram (get_lane (self, i)->lane, event, bounds))
      return TRUE;
  return FALSE;
}

DemRef
dem_event_lanes_hit (DemEventLanes *self, double x, double y, double *distance)
{
  DemRef nearest = DEM_REF_NONE;

  *distance = INFINITY;
  for (guint i = 0; i < self->lanes->len; i++)
    {
      double own;
      DemRef ref = dem_event_lane_hit (get_lane (self, i)->lane, x, y, &own);

      if (own >= *distance)
        continue;
      *distance = own;
      nearest = ref;
    }
  return nearest;
}

gboolean
dem_event_lanes_histogram_at (DemEventLanes *self, double x, double y, DemPeriod *days)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (dem_event_lane_histogram_at (get_lane (self, i)->lane, x, y, days))
      return TRUE;
  return FALSE;
}
