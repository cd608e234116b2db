/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_view_private.h"

#include "ui/argument/argument_map_plan.h"

#define FOLD_TIME 220 /* milliseconds */

/* ---- Motion ---- */

static void
stop_motion (DemArgumentMapView *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->motion, dem_argument_motion_free);
}

static void
on_animated (double share, gpointer data)
{
  DemArgumentMapView *self = data;

  if (self->motion == NULL)
    return;
  if (share >= 1)
    g_clear_pointer (&self->motion, dem_argument_motion_free);
  else
    dem_argument_motion_set (self->motion, share);
  dem_canvas_invalidate (DEM_CANVAS (self));
}

/* Takes the place of what moves now. */
static void
start_motion (DemArgumentMapView *self, DemArgumentMotion *motion)
{
  stop_motion (self);
  self->motion = motion;
  self->animation = g_object_ref_sink (adw_timed_animation_new (
      GTK_WIDGET (self), 0.0, 1.0, FOLD_TIME, adw_callback_animation_target_new (on_animated, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->animation);
}

/* ---- Layouts ---- */

static void
cancel_layout (DemArgumentMapView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->awaited, dem_claim_map_unref);
}

void
dem_argument_map_view_drop_map (DemArgumentMapView *self)
{
  cancel_layout (self);
  stop_motion (self);
  g_clear_pointer (&self->map, dem_claim_map_unref);
  g_clear_pointer (&self->layout, dem_argument_layout_unref);
  self->anchor = DEM_NO_INDEX;
  self->hovered = DEM_NO_INDEX;
}

static graphene_rect_t *
dup_present_boxes (DemArgumentMapView *self)
{
  if (self->motion != NULL)
    return g_memdup2 (self->motion->boxes, sizeof (graphene_rect_t) * self->motion->n);
  return dem_argument_map_dup_boxes (self->layout, self->origin, dem_argument_map_view_is_rtl (self));
}

/* What is to stay where it is: the box that was clicked, else the first that was there before. */
static guint32
find_anchor (DemArgumentMapView *self, DemClaimMap *map)
{
  if (self->anchor != DEM_NO_INDEX && dem_claim_map_find_claim (map, self->anchor) != DEM_NO_NODE
      && dem_claim_map_find_claim (self->map, self->anchor) != DEM_NO_NODE)
    return self->anchor;
  for (guint i = 0; i < dem_claim_map_count_boxes (map); i++)
    if (dem_claim_map_find_claim (self->map, dem_claim_map_get_box (map, i)->claim) != DEM_NO_NODE)
      return dem_claim_map_get_box (map, i)->claim;
  return DEM_NO_INDEX;
}

/* Puts the new layout where the anchor stays, and its boxes on their way. */
static DemArgumentMotion *
depart (DemArgumentMapView *self, DemClaimMap *map, DemArgumentLayout *layout)
{
  g_autofree graphene_rect_t *from = dup_present_boxes (self);
  g_autofree graphene_rect_t *to
      = dem_argument_map_dup_boxes (layout, *graphene_point_zero (), dem_argument_map_view_is_rtl (self));
  guint32 anchor = find_anchor (self, map);

  if (anchor == DEM_NO_INDEX)
    return NULL;
  self->origin.x = from[dem_claim_map_find_claim (self->map, anchor)].origin.x
                   - to[dem_claim_map_find_claim (map, anchor)].origin.x;
  self->origin.y = from[dem_claim_map_find_claim (self->map, anchor)].origin.y
                   - to[dem_claim_map_find_claim (map, anchor)].origin.y;
  for (guint i = 0; i < dem_claim_map_count_boxes (map); i++)
    graphene_rect_offset (&to[i], self->origin.x, self->origin.y);
  return dem_argument_motion_new (self->map, from, map, to);
}

static void
take_layout (DemArgumentMapView *self, DemClaimMap *map, DemArgumentLayout *layout)
{
  DemArgumentMotion *motion = self->map != NULL ? depart (self, map, layout) : NULL;

  g_clear_pointer (&self->map, dem_claim_map_unref);
  g_clear_pointer (&self->layout, dem_argument_layout_unref);
  self->map = dem_claim_map_ref (map);
  self->layout = dem_argument_layout_ref (layout);
  self->anchor = DEM_NO_INDEX;
  if (motion != NULL)
    start_motion (self, motion);
  else
    stop_motion (self);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer data)
{
  DemArgumentMapView *self = data;
  g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new_finish (result, NULL);

  if (layout != NULL && self->awaited != NULL
      && g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    {
      take_layout (self, self->awaited, layout);
      cancel_layout (self);
      dem_canvas_invalidate (DEM_CANVAS (self));
      if (self->speaks_fold)
        dem_argument_map_view_speak_again (self, dem_canvas_get_cursor (DEM_CANVAS (self)));
      self->speaks_fold = FALSE;
      if (!dem_ref_is_none (self->to_reveal))
        dem_stage_reveal (DEM_STAGE (self), self->to_reveal);
      self->to_reveal = DEM_REF_NONE;
    }
  g_object_unref (self);
}

void
dem_argument_map_view_lay_out (DemArgumentMapView *self, PangoContext *pango)
{
  g_autoptr (DemArgumentPlan) plan = NULL;

  cancel_layout (self);
  self->awaited = dem_claim_map_new (self->outline, self->is_open);
  self->cancellable = g_cancellable_new ();
  self->stale = FALSE;
  plan = dem_argument_map_plan_new (self->awaited, pango);
  dem_argument_layout_new_async (plan, self->cancellable, on_laid_out, g_object_ref (self));
}

gboolean
dem_argument_map_view_is_settled (DemArgumentMapView *self)
{
  g_return_val_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self), FALSE);

  return self->map != NULL && self->awaited == NULL && !self->stale && self->motion == NULL;
}
