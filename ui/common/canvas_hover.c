/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/canvas_hover.h"

#include "ui/common/canvas_notes.h"

#include <math.h>

#define REST 350   /* milliseconds until the card comes */
#define LEAVING 220 /* and until it goes, so that the pointer can cross over to it */
#define STILL 3.0  /* pixels within which a pointer rests */
#define TOLERANCE 6.0
#define POINTER_REACH 10 /* pixels around the pointer that the card leaves free */
#define LARGEST_MARK 160 /* pixels: beside larger ones a card would be far away, so it goes to their middle */

struct _DemCanvasHover
{
  DemCanvas *canvas; /* borrowed: it owns this */
  DemHoverCard *card;
  DemRef hovered; /* what the pointer is over */
  DemRef shown;   /* what the card tells of while it is up */
  double x, y;    /* the pointer, where its rest began */
  guint opening;  /* timeouts */
  guint closing;
  gboolean by_keyboard;
};

static void
stop (guint *timeout)
{
  if (*timeout != 0)
    g_source_remove (*timeout);
  *timeout = 0;
}

static gboolean
is_up (DemCanvasHover *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->card));
}

/* ---- Filling ---- */

static void
add_notes (DemCanvasHover *self, DemRef ref)
{
  g_autofree char *words = dem_canvas_notes_append_words (dem_canvas_get_notes (self->canvas), ref, NULL);

  if (!dem_hover_card_is_empty (self->card))
    dem_hover_card_add_meta (self->card, words);
}

static void
fill (DemCanvasHover *self, DemRef ref)
{
  DemCanvasClass *klass = DEM_CANVAS_GET_CLASS (self->canvas);
  DemScene *scene = dem_canvas_get_scene (self->canvas);
  g_autofree char *text = NULL;

  dem_hover_card_clear (self->card, dem_canvas_get_focus (self->canvas));
  if (scene == NULL)
    return;
  if (klass->fill_card != NULL)
    {
      klass->fill_card (self->canvas, ref, self->card);
      add_notes (self, ref);
      return;
    }
  text = dem_scene_describe (scene, ref);
  if (text != NULL)
    dem_hover_card_set_title (self->card, text);
  add_notes (self, ref);
}

static void
hide (DemCanvasHover *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->canvas));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->shown = DEM_REF_NONE;
  if (!is_up (self))
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->card)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_popover_popdown (GTK_POPOVER (self->card));
}

static gboolean
open_card (DemCanvasHover *self, DemRef ref, const GdkRectangle *beside)
{
  fill (self, ref);
  if (dem_hover_card_is_empty (self->card))
    {
      hide (self);
      return FALSE;
    }
  self->shown = ref;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->card), beside);
  gtk_popover_popup (GTK_POPOVER (self->card));
  return TRUE;
}

void
dem_canvas_hover_close (DemCanvasHover *self)
{
  stop (&self->opening);
  stop (&self->closing);
  hide (self);
}

gboolean
dem_canvas_hover_show (DemCanvasHover *self, DemRef ref)
{
  graphene_rect_t bounds;
  graphene_point_t middle;
  GdkRectangle beside;

  if (!dem_canvas_get_mark_bounds (self->canvas, ref, &bounds))
    return FALSE;
  stop (&self->opening);
  stop (&self->closing);
  graphene_rect_get_center (&bounds, &middle);
  beside = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) ceilf (bounds.size.width),
                           (int) ceilf (bounds.size.height) };
  if (MAX (beside.width, beside.height) > LARGEST_MARK)
    beside = (GdkRectangle){ (int) middle.x - POINTER_REACH, (int) middle.y - POINTER_REACH, 2 * POINTER_REACH,
                             2 * POINTER_REACH };
  if (!open_card (self, ref, &beside))
    return FALSE;
  self->by_keyboard = TRUE;
  gtk_widget_child_focus (GTK_WIDGET (self->card), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* ---- The pointer ---- */

/* What happens on the card happens on its parent, too, as far as the toolkit is concerned. */
static gboolean
is_over_card (DemCanvasHover *self, gpointer controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  return event != NULL && gdk_event_get_surface (event) != NULL
         && gdk_event_get_surface (event) == gtk_native_get_surface (GTK_NATIVE (self->card));
}

static gboolean
on_rested (gpointer data)
{
  DemCanvasHover *self = data;
  GdkRectangle beside = { (int) self->x - POINTER_REACH, (int) self->y - POINTER_REACH, 2 * POINTER_REACH,
                          2 * POINTER_REACH };

  self->opening = 0;
  stop (&self->closing);
  self->by_keyboard = FALSE;
  open_card (self, self->hovered, &beside);
  return G_SOURCE_REMOVE;
}

static gboolean
on_left (gpointer data)
{
  DemCanvasHover *self = data;

  /* The pointer may be resting on another mark already. */
  self->closing = 0;
  hide (self);
  return G_SOURCE_REMOVE;
}

static void
leave_soon (DemCanvasHover *self)
{
  if (self->closing == 0 && is_up (self) && !self->by_keyboard)
    self->closing = g_timeout_add (LEAVING, on_left, self);
}

/* Waits again for the pointer to rest, unless it is still resting there. */
static void
rest_again (DemCanvasHover *self, double x, double y)
{
  if (self->opening != 0 && hypot (x - self->x, y - self->y) < STILL)
    return;
  stop (&self->opening);
  self->x = x;
  self->y = y;
  if (!dem_ref_is_none (self->hovered))
    self->opening = g_timeout_add (REST, on_rested, self);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, DemCanvas *canvas)
{
  DemCanvasHover *self = dem_canvas_get_hover (canvas);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion));
  DemScene *scene = dem_canvas_get_scene (canvas);
  DemRef ref = scene != NULL ? dem_scene_hit (scene, x, y, TOLERANCE) : DEM_REF_NONE;

  if (is_over_card (self, motion))
    return;
  if (!dem_ref_equal (ref, self->hovered))
    {
      self->hovered = ref;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), dem_ref_is_none (ref) ? NULL : "pointer");
    }
  if (state & (GDK_BUTTON1_MASK | GDK_BUTTON2_MASK | GDK_BUTTON3_MASK))
    stop (&self->opening);
  else if (is_up (self) && dem_ref_equal (ref, self->shown))
    {
      stop (&self->closing);
      stop (&self->opening);
    }
  else
    {
      leave_soon (self);
      rest_again (self, x, y);
    }
}

static void
on_canvas_left (GtkEventControllerMotion *motion, DemCanvas *canvas)
{
  DemCanvasHover *self = dem_canvas_get_hover (canvas);

  stop (&self->opening);
  self->hovered = DEM_REF_NONE;
  leave_soon (self);
}

static void
on_card_entered (GtkEventControllerMotion *motion, double x, double y, DemCanvas *canvas)
{
  DemCanvasHover *self = dem_canvas_get_hover (canvas);

  stop (&self->closing);
  stop (&self->opening);
}

static void
on_card_left (GtkEventControllerMotion *motion, DemCanvas *canvas)
{
  leave_soon (dem_canvas_get_hover (canvas));
}

/* ---- What closes it at once ---- */

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, DemCanvas *canvas)
{
  if (!is_over_card (dem_canvas_get_hover (canvas), scroll))
    dem_canvas_close_card (canvas);
  return GDK_EVENT_PROPAGATE;
}

/* The canvas shall not be dragged, zoomed or clicked through its card. */
static void
on_card_pressed (GtkGestureClick *click, int n_press, double x, double y, DemCanvas *canvas)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
on_card_scrolled (GtkEventControllerScroll *scroll, double dx, double dy, DemCanvas *canvas)
{
  return GDK_EVENT_STOP;
}

static gboolean
on_key (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state, DemCanvas *canvas)
{
  DemCanvasHover *self = dem_canvas_get_hover (canvas);

  if (keyval != GDK_KEY_Escape || !is_up (self))
    return GDK_EVENT_PROPAGATE;
  dem_canvas_hover_close (self);
  return GDK_EVENT_STOP;
}

static void
listen_on_canvas (DemCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion), canvas, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), canvas, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_canvas_left), canvas, 0);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), canvas, 0);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), canvas, 0);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, key);
}

static void
listen_on_card (GtkWidget *card, DemCanvas *canvas)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_card_entered), canvas, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_card_left), canvas, 0);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_card_scrolled), canvas, 0);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_card_pressed), canvas, 0);
  gtk_widget_add_controller (card, motion);
  gtk_widget_add_controller (card, scroll);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
}

DemCanvasHover *
dem_canvas_hover_new (DemCanvas *canvas)
{
  DemCanvasHover *self = g_new0 (DemCanvasHover, 1);

  self->canvas = canvas;
  self->hovered = self->shown = DEM_REF_NONE;
  self->card = DEM_HOVER_CARD (dem_hover_card_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (canvas));
  g_signal_connect_object (self->card, "activated", G_CALLBACK (dem_canvas_close_card), canvas, G_CONNECT_SWAPPED);
  listen_on_canvas (canvas);
  listen_on_card (GTK_WIDGET (self->card), canvas);
  return self;
}

void
dem_canvas_hover_free (DemCanvasHover *self)
{
  stop (&self->opening);
  stop (&self->closing);
  gtk_widget_unparent (GTK_WIDGET (self->card));
  g_free (self);
}

DemHoverCard *
dem_canvas_hover_get_card (DemCanvasHover *self)
{
  return self->card;
}

void
dem_canvas_hover_present (DemCanvasHover *self)
{
  if (is_up (self))
    gtk_popover_present (GTK_POPOVER (self->card));
}
