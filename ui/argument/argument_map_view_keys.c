/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_view_private.h"

#include <math.h>

#define PAN_STEP 90

/* NAN takes back what was assumed. */
static gboolean
assume (DemArgumentMapView *self, double strength)
{
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (self));
  const char *id;

  if (self->notebook == NULL || cursor.kind != DEM_KIND_CLAIM || self->outline == NULL)
    return FALSE;
  id = dem_dossier_claim (dem_outline_get_dossier (self->outline), cursor.index)->item.id;
  if (isnan (strength))
    dem_notebook_forget_assumption (self->notebook, id);
  else
    dem_notebook_assume (self->notebook, id, strength);
  dem_argument_map_view_speak_again (self, cursor);
  return TRUE;
}

static gboolean
go (DemArgumentMapView *self, DemCursorMove move)
{
  DemCanvas *canvas = DEM_CANVAS (self);
  DemArgumentMapScene *scene = dem_argument_map_view_get_scene (self);
  gboolean to_reasons = move == (dem_argument_map_view_is_rtl (self) ? DEM_CURSOR_LEFT : DEM_CURSOR_RIGHT);
  DemRef ref;

  if (scene == NULL)
    return FALSE;
  if (to_reasons && dem_argument_map_view_fold (self, TRUE, FALSE))
    return TRUE;
  ref = dem_argument_map_scene_step (scene, dem_canvas_get_cursor (canvas), move);
  if (!dem_ref_is_none (ref))
    {
      dem_canvas_set_cursor (canvas, ref);
      dem_canvas_invalidate (canvas);
      dem_stage_reveal (DEM_STAGE (self), ref);
    }
  return TRUE;
}

static gboolean
pan_by (DemArgumentMapView *self, int dx, int dy)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "stage.pan", "(ii)", dx * PAN_STEP, dy * PAN_STEP);
}

static gboolean
on_arrow (DemArgumentMapView *self, guint key, gboolean control)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return control ? pan_by (self, 1, 0) : go (self, DEM_CURSOR_LEFT);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return control ? pan_by (self, -1, 0) : go (self, DEM_CURSOR_RIGHT);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return control ? pan_by (self, 0, 1) : go (self, DEM_CURSOR_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return control ? pan_by (self, 0, -1) : go (self, DEM_CURSOR_DOWN);
    default:
      return FALSE;
    }
}

static gboolean
on_sign (DemArgumentMapView *self, guint key, gboolean control)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return !control ? dem_argument_map_view_fold (self, TRUE, FALSE)
                      : gtk_widget_activate_action (GTK_WIDGET (self), "stage.zoom-in", NULL);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return !control ? dem_argument_map_view_fold (self, FALSE, TRUE)
                      : gtk_widget_activate_action (GTK_WIDGET (self), "stage.zoom-out", NULL);
    default:
      return FALSE;
    }
}

static gboolean
on_letter (DemArgumentMapView *self, guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_a:
      return assume (self, DEM_STRENGTH_ACCEPTED);
    case GDK_KEY_d:
      return assume (self, DEM_STRENGTH_DOUBTED);
    case GDK_KEY_r:
      return assume (self, DEM_STRENGTH_REJECTED);
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      return assume (self, NAN);
    case GDK_KEY_space:
      return dem_argument_map_view_fold (self, TRUE, TRUE);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return gtk_widget_activate_action (GTK_WIDGET (self), "argument.home", NULL);
    default:
      return FALSE;
    }
}

/* Keys that a stage uses otherwise; before it hears them, unless a button has the keyboard. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        DemArgumentMapView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *keyboard = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkModifierType held = modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (keyboard == NULL || gtk_widget_is_ancestor (keyboard, self->buttons)
      || gtk_widget_get_ancestor (keyboard, GTK_TYPE_POPOVER) != NULL || (held & ~GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (on_arrow (self, key, held != 0) || on_sign (self, key, held != 0))
    return GDK_EVENT_STOP;
  return held == 0 && on_letter (self, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
dem_argument_map_view_add_keys (DemArgumentMapView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
