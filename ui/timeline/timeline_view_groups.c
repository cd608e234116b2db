/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/timeline/timeline_view_private.h"

/* Lanes for groups of events. */

static DemEventLanes *
get_lanes (DemTimelineView *self)
{
  DemTimelineScene *scene = dem_timeline_view_get_scene (self);

  return scene != NULL ? dem_timeline_scene_get_event_lanes (scene) : NULL;
}

/* The group of an event, -1 without groups and for everything else. */
static int
find_group (DemTimelineView *self, DemRef ref)
{
  if (self->groups == NULL || ref.kind != DEM_KIND_EVENT)
    return -1;
  return dem_event_groups_find (dem_lane_memory_get_groups (self->groups), ref.index);
}

/* ---- Which groups ---- */

const char *
dem_timeline_view_get_grouping (DemTimelineView *self)
{
  return dem_event_grouping_to_name (self->grouping);
}

void
dem_timeline_view_set_grouping (DemTimelineView *self, const char *name)
{
  DemEventGrouping grouping;

  if (!dem_event_grouping_from_name (name, &grouping) || grouping == self->grouping)
    return;
  self->grouping = grouping;
  self->first_group = 0;
  self->spoken_group = -1;
  if (dem_timeline_view_get_focus (self) == NULL)
    return;
  dem_timeline_view_update_index (self);
  dem_canvas_invalidate (DEM_CANVAS (self));
  dem_timeline_view_show_group_of (self, dem_canvas_get_cursor (DEM_CANVAS (self)));
}

/* ---- Scrolling ---- */

gboolean
dem_timeline_view_scroll_groups (DemTimelineView *self, int by)
{
  DemEventLanes *lanes = get_lanes (self);
  int hidden, first;

  if (lanes == NULL)
    return FALSE;
  hidden = (int) dem_event_lanes_count_hidden (lanes);
  first = (int) dem_event_lanes_get_first (lanes);
  by = CLAMP (first + by, 0, hidden) - first;
  if (by == 0)
    return FALSE;
  self->first_group = (guint) (first + by);
  dem_canvas_invalidate (DEM_CANVAS (self));
  return dem_event_lanes_get_first (get_lanes (self)) != (guint) first;
}

gboolean
dem_timeline_view_is_over_groups (DemTimelineView *self, double x, double y)
{
  if (self->groups == NULL || self->layout.compact)
    return FALSE;
  if (dem_timeline_view_is_mirrored (self))
    x = self->layout.width - x;
  return x < self->layout.left && y >= self->layout.lanes_top && y < self->layout.lanes_bottom;
}

static void
show_group (DemTimelineView *self, int group)
{
  DemEventLanes *lanes = get_lanes (self);
  int first;

  if (group < 0 || lanes == NULL || dem_event_lanes_count_hidden (lanes) == 0)
    return;
  first = (int) dem_event_lanes_get_first (lanes);
  if (group < first)
    dem_timeline_view_scroll_groups (self, group - first);
  while (group >= (int) (dem_event_lanes_get_first (get_lanes (self)) + dem_event_lanes_count (get_lanes (self)))
         && dem_timeline_view_scroll_groups (self, 1))
    ;
}

void
dem_timeline_view_show_group_of (DemTimelineView *self, DemRef ref)
{
  show_group (self, find_group (self, ref));
}

/* ---- The cursor ---- */

static int
find_mark (const DemMark *marks, guint n, DemRef ref)
{
  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      return (int) i;
  return -1;
}

/* The mark of a group that is nearest in time to some bounds, -1 when it has none. */
static int
find_nearest (DemTimelineView *self, const DemMark *marks, guint n, int group, const graphene_rect_t *from)
{
  double nearest = INFINITY;
  int best = -1;

  for (guint i = 0; i < n; i++)
    {
      const graphene_rect_t *to = &marks[i].bounds;
      double off = fabs (to->origin.x + to->size.width / 2 - from->origin.x - from->size.width / 2);

      if (find_group (self, marks[i].ref) != group || off >= nearest)
        continue;
      nearest = off;
      best = (int) i;
    }
  return best;
}

/* To the next lane, seen or not, in which there is something. */
static gboolean
step_between (DemTimelineView *self, int group, int by)
{
  DemCanvas *canvas = DEM_CANVAS (self);
  graphene_rect_t from;

  if (!dem_canvas_get_mark_bounds (canvas, dem_canvas_get_cursor (canvas), &from))
    return FALSE;
  for (group += by; group >= 0 && group < (int) dem_lane_memory_get_groups (self->groups)->groups->len; group += by)
    {
      guint n;
      const DemMark *marks;
      int to;

      show_group (self, group);
      marks = dem_scene_get_marks (dem_canvas_get_scene (canvas), &n);
      to = find_nearest (self, marks, n, group, &from);
      if (to < 0)
        continue;
      dem_canvas_set_cursor (canvas, marks[to].ref);
      return TRUE;
    }
  return FALSE;
}

/* To the next mark of the same lane: marks are listed lane by lane, in each by date. */
static gboolean
step_along (DemTimelineView *self, int group, int by)
{
  DemCanvas *canvas = DEM_CANVAS (self);
  guint n;
  const DemMark *marks = dem_scene_get_marks (dem_canvas_get_scene (canvas), &n);
  int at = find_mark (marks, n, dem_canvas_get_cursor (canvas));

  if (at < 0)
    return FALSE;
  if (at + by >= 0 && at + by < (int) n && find_group (self, marks[at + by].ref) == group)
    dem_canvas_set_cursor (canvas, marks[at + by].ref);
  return TRUE;
}

gboolean
dem_timeline_view_step_lane (DemTimelineView *self, DemCursorMove move)
{
  int group = find_group (self, dem_canvas_get_cursor (DEM_CANVAS (self)));

  if (group < 0 || get_lanes (self) == NULL)
    return FALSE;
  if (move == DEM_CURSOR_UP || move == DEM_CURSOR_DOWN)
    return step_between (self, group, move == DEM_CURSOR_DOWN ? 1 : -1);
  if (move == DEM_CURSOR_LEFT || move == DEM_CURSOR_RIGHT)
    return step_along (self, group, (move == DEM_CURSOR_RIGHT) == dem_timeline_view_is_mirrored (self) ? -1 : 1);
  return FALSE;
}

/* ---- Words ---- */

/* The group is said where the cursor enters it. */
static char *
dem_timeline_view_describe (DemCanvas *canvas, DemRef ref)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (canvas);
  char *words = dem_scene_describe (dem_canvas_get_scene (canvas), ref);
  int group = find_group (self, ref);
  const DemEventGroup *entered;
  g_autofree char *alone = NULL;
  guint n;

  if (group < 0 || group == self->spoken_group)
    return words;
  alone = words;
  entered = dem_event_groups_get (dem_lane_memory_get_groups (self->groups), (guint) group);
  n = entered->index->events->len;
  /* Translators: what a screen reader says where one comes to a group of events: its name, how many there are, the event */
  return g_strdup_printf (ngettext ("%1$s, %2$'u event. %3$s", "%1$s, %2$'u events. %3$s", n), entered->name, n, alone);
}

static void
dem_timeline_view_cursor_moved (DemCanvas *canvas, DemRef ref)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (canvas);

  self->spoken_group = find_group (self, ref);
}

void
dem_timeline_view_install_groups (GtkWidgetClass *widget_class)
{
  DemCanvasClass *canvas_class = DEM_CANVAS_CLASS (widget_class);

  canvas_class->describe = dem_timeline_view_describe;
  canvas_class->cursor_moved = dem_timeline_view_cursor_moved;
  /* timeline.group (s): "none", "actor", "kind". */
  gtk_widget_class_install_property_action (widget_class, "timeline.group", "grouping");
}
