/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/fade.h"

#include <adwaita.h>

/* Fades within fades: from then on the oldest picture is left out, which nobody sees any more. */
#define MOST_NESTED 3

struct _DemFade
{
  GtkWidget *widget;       /* borrowed */
  AdwAnimation *animation; /* nullable */
  GskRenderNode *from;     /* nullable: what gives way */
  GskRenderNode *scene;    /* nullable: what the scene was when it was drawn last */
  GskRenderNode *shown;    /* nullable: what was drawn last, fades included */
  guint n_nested;
  double share;
};

static void
drop_animation (DemFade *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

DemFade *
dem_fade_new (GtkWidget *widget)
{
  DemFade *self = g_new0 (DemFade, 1);

  self->widget = widget;
  return self;
}

void
dem_fade_free (DemFade *self)
{
  drop_animation (self);
  g_clear_pointer (&self->from, gsk_render_node_unref);
  g_clear_pointer (&self->scene, gsk_render_node_unref);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  g_free (self);
}

static void
on_animated (double share, gpointer data)
{
  DemFade *self = data;

  self->share = share;
  if (share >= 1.0)
    {
      g_clear_pointer (&self->from, gsk_render_node_unref);
      self->n_nested = 0;
    }
  gtk_widget_queue_draw (self->widget);
}

void
dem_fade_begin (DemFade *self)
{
  GskRenderNode *from = self->n_nested < MOST_NESTED ? self->shown : self->scene;

  if (from == NULL || !gtk_widget_get_mapped (self->widget))
    return;
  self->n_nested = self->n_nested < MOST_NESTED ? self->n_nested + 1 : 1;
  gsk_render_node_ref (from);
  g_clear_pointer (&self->from, gsk_render_node_unref);
  self->from = from;
  self->share = 0.0;
  drop_animation (self);
  self->animation = g_object_ref_sink (
      adw_timed_animation_new (self->widget, 0.0, 1.0, DEM_FADE_TIME,
                               adw_callback_animation_target_new (on_animated, self, NULL)));
  adw_animation_play (self->animation);
}

void
dem_fade_stop (DemFade *self)
{
  drop_animation (self);
  g_clear_pointer (&self->from, gsk_render_node_unref);
  g_clear_pointer (&self->scene, gsk_render_node_unref);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  self->n_nested = 0;
}

gboolean
dem_fade_is_running (DemFade *self)
{
  return self->from != NULL;
}

void
dem_fade_draw (DemFade *self, DemScene *scene, GtkSnapshot *snapshot)
{
  GtkSnapshot *own = gtk_snapshot_new ();

  dem_scene_draw (scene, own);
  g_clear_pointer (&self->scene, gsk_render_node_unref);
  g_clear_pointer (&self->shown, gsk_render_node_unref);
  self->scene = gtk_snapshot_free_to_node (own);
  if (self->scene == NULL)
    return;
  self->shown = self->from != NULL ? gsk_cross_fade_node_new (self->from, self->scene, (float) self->share)
                                   : gsk_render_node_ref (self->scene);
  gtk_snapshot_append_node (snapshot, self->shown);
}
