/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/canvas.h"

#include <adwaita.h>
#include <math.h>

#include "ui/common/canvas_hover.h"
#include "ui/common/canvas_notes.h"
#include "ui/common/cursor_voice.h"
#include "ui/common/note_menu.h"

/* How far from a mark a click still means it, in logical pixels; fingers are less exact. */
#define POINTER_TOLERANCE 6.0
#define TOUCH_TOLERANCE 22.0

typedef struct
{
  DemFocus *focus;
  const DemPalette *palette; /* nullable: other than the style's */
  DemScene *scene;
  gboolean stale;

  DemRef cursor;
  GtkWidget *voices[2];
  guint voice; /* which of the two speaks now */

  DemCanvasHover *hover;
  DemCanvasNotes *notes;
  int width; /* for which the scene was made */
  int height;
} DemCanvasPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DemCanvas, dem_canvas, GTK_TYPE_WIDGET)

static DemCanvasPrivate *
get_private (DemCanvas *self)
{
  return dem_canvas_get_instance_private (self);
}

/* ---- The scene ---- */

const DemPalette *
dem_canvas_get_palette (DemCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  if (get_private (self)->palette != NULL)
    return get_private (self)->palette;
  return dem_palette_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
}

static void
make_stale (DemCanvas *self)
{
  get_private (self)->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dem_canvas_invalidate (DemCanvas *self)
{
  g_return_if_fail (DEM_IS_CANVAS (self));

  /* What the card stands beside may be elsewhere in the next picture. */
  dem_canvas_close_card (self);
  make_stale (self);
}

void
dem_canvas_set_palette (DemCanvas *self, const DemPalette *palette)
{
  g_return_if_fail (DEM_IS_CANVAS (self));

  if (get_private (self)->palette == palette)
    return;
  get_private (self)->palette = palette;
  dem_canvas_invalidate (self);
}

DemScene *
dem_canvas_get_scene (DemCanvas *self)
{
  DemCanvasPrivate *priv = get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);
  DemDossier *dossier = priv->focus != NULL ? dem_focus_get_dossier (priv->focus) : NULL;
  DemSceneInput input;

  g_return_val_if_fail (DEM_IS_CANVAS (self), NULL);

  if (dossier == NULL || gtk_widget_get_width (widget) <= 0 || gtk_widget_get_height (widget) <= 0)
    g_clear_object (&priv->scene);
  else if (priv->stale || priv->scene == NULL)
    {
      g_autoptr (DemScene) old = g_steal_pointer (&priv->scene);

      input = (DemSceneInput){ .dossier = dossier,
                               .focus = priv->focus,
                               .relevance = dem_focus_get_relevance (priv->focus),
                               .palette = dem_canvas_get_palette (self),
                               .pango = gtk_widget_get_pango_context (widget),
                               .width = gtk_widget_get_width (widget),
                               .height = gtk_widget_get_height (widget),
                               .notes = dem_canvas_notes_get_marks (priv->notes) };
      dem_canvas_notes_forget (priv->notes);
      priv->scene = DEM_CANVAS_GET_CLASS (self)->create_scene (self, &input);
    }
  priv->stale = FALSE;
  return priv->scene;
}

gboolean
dem_canvas_get_mark_bounds (DemCanvas *self, DemRef ref, graphene_rect_t *bounds)
{
  DemScene *scene = dem_canvas_get_scene (self);

  return scene != NULL && dem_scene_get_bounds (scene, ref, bounds);
}

/* ---- The keyboard cursor and its voices ---- */

/* The second voice is relabelled before it takes the focus: a reader speaks what receives the focus, not what changes. */
static void
speak (DemCanvas *self)
{
  DemCanvasPrivate *priv = get_private (self);
  DemScene *scene = dem_canvas_get_scene (self);
  g_autofree char *label = NULL;
  GtkWidget *from = priv->voices[priv->voice];
  gboolean focused = gtk_widget_is_focus (from);

  if (scene == NULL || dem_ref_is_none (priv->cursor))
    return;
  label = DEM_CANVAS_GET_CLASS (self)->describe != NULL ? DEM_CANVAS_GET_CLASS (self)->describe (self, priv->cursor)
                                                        : dem_scene_describe (scene, priv->cursor);
  label = dem_canvas_notes_append_words (priv->notes, priv->cursor, g_steal_pointer (&label));
  priv->voice = 1 - priv->voice;
  dem_cursor_voice_set_label (DEM_CURSOR_VOICE (priv->voices[priv->voice]), label);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->voices[priv->voice]), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
  gtk_widget_set_focusable (priv->voices[priv->voice], TRUE);
  if (focused)
    gtk_widget_grab_focus (priv->voices[priv->voice]);
  gtk_widget_set_focusable (from, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (from), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

DemRef
dem_canvas_get_cursor (DemCanvas *self)
{
  g_return_val_if_fail (DEM_IS_CANVAS (self), DEM_REF_NONE);

  return get_private (self)->cursor;
}

void
dem_canvas_set_cursor (DemCanvas *self, DemRef ref)
{
  DemCanvasPrivate *priv = get_private (self);

  g_return_if_fail (DEM_IS_CANVAS (self));

  if (dem_ref_equal (priv->cursor, ref))
    return;
  priv->cursor = ref;
  dem_canvas_close_card (self); /* may bring the focus back to the canvas, which then has a cursor */
  speak (self);
  if (DEM_CANVAS_GET_CLASS (self)->cursor_moved != NULL)
    DEM_CANVAS_GET_CLASS (self)->cursor_moved (self, ref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How far a mark lies in a direction, with what lies aside counting double; negative when it lies the other way. */
static double
distance_towards (const graphene_rect_t *from, const graphene_rect_t *to, DemCursorMove move)
{
  graphene_point_t a, b;
  double dx, dy, along, aside;

  graphene_rect_get_center (from, &a);
  graphene_rect_get_center (to, &b);
  dx = b.x - a.x;
  dy = b.y - a.y;
  along = move == DEM_CURSOR_LEFT ? -dx : move == DEM_CURSOR_RIGHT ? dx : move == DEM_CURSOR_UP ? -dy : dy;
  aside = move == DEM_CURSOR_LEFT || move == DEM_CURSOR_RIGHT ? fabs (dy) : fabs (dx);
  return along > 1 ? along + 2 * aside : -1;
}

/* The nearest mark in a direction from some bounds, but for the one that has them. */
static int
find_towards (const DemMark *marks, guint n, int from, const graphene_rect_t *bounds, DemCursorMove move)
{
  int best = -1;
  double best_distance = INFINITY;

  for (guint i = 0; i < n; i++)
    {
      double distance = distance_towards (bounds, &marks[i].bounds, move);

      if ((int) i != from && distance > 0 && distance < best_distance)
        {
          best = (int) i;
          best_distance = distance;
        }
    }
  return best;
}

static int
find_mark (const DemMark *marks, guint n, DemRef ref)
{
  for (guint i = 0; i < n; i++)
    if (dem_ref_equal (marks[i].ref, ref))
      return (int) i;
  return -1;
}

/* The next and the previous of what is no mark itself are those to its sides. */
static int
find_from_hidden (const DemMark *marks, guint n, const graphene_rect_t *bounds, DemCursorMove move)
{
  if (move == DEM_CURSOR_NEXT || move == DEM_CURSOR_PREVIOUS)
    move = move == DEM_CURSOR_NEXT ? DEM_CURSOR_RIGHT : DEM_CURSOR_LEFT;
  return find_towards (marks, n, -1, bounds, move);
}

gboolean
dem_canvas_move_cursor (DemCanvas *self, DemCursorMove move)
{
  DemCanvasPrivate *priv = get_private (self);
  DemScene *scene = dem_canvas_get_scene (self);
  const DemMark *marks;
  graphene_rect_t bounds;
  guint n = 0;
  int from, to;

  g_return_val_if_fail (DEM_IS_CANVAS (self), FALSE);

  if (scene == NULL)
    return FALSE;
  marks = dem_scene_get_marks (scene, &n);
  if (n == 0)
    return FALSE;
  from = find_mark (marks, n, priv->cursor);
  if (from < 0 && dem_scene_get_bounds (scene, priv->cursor, &bounds))
    to = find_from_hidden (marks, n, &bounds, move);
  else if (from < 0)
    to = move == DEM_CURSOR_PREVIOUS ? (int) n - 1 : 0;
  else if (move == DEM_CURSOR_NEXT || move == DEM_CURSOR_PREVIOUS)
    to = from + (move == DEM_CURSOR_NEXT ? 1 : -1);
  else
    to = find_towards (marks, n, from, &marks[from].bounds, move);
  if (to < 0 || to >= (int) n)
    return FALSE;
  dem_canvas_set_cursor (self, marks[to].ref);
  return TRUE;
}

static void
activate_cursor (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemCanvasPrivate *priv = get_private (DEM_CANVAS (widget));

  if (priv->focus == NULL || dem_ref_is_none (priv->cursor))
    return;
  if (g_variant_get_boolean (parameter))
    dem_focus_toggle (priv->focus, priv->cursor);
  else
    dem_focus_select (priv->focus, priv->cursor);
}

/* The first time that the keyboard comes in, the cursor stands on what is selected, else on the first mark. */
static void
ensure_cursor (DemCanvas *self)
{
  DemCanvasPrivate *priv = get_private (self);
  guint n = 0;
  const DemRef *selection;
  graphene_rect_t bounds;

  if (!dem_ref_is_none (priv->cursor) || priv->focus == NULL)
    return;
  selection = dem_focus_get_selection (priv->focus, &n);
  if (n > 0 && dem_canvas_get_mark_bounds (self, selection[n - 1], &bounds))
    dem_canvas_set_cursor (self, selection[n - 1]);
  else
    dem_canvas_move_cursor (self, DEM_CURSOR_NEXT);
}

static gboolean
dem_canvas_grab_focus (GtkWidget *widget)
{
  DemCanvasPrivate *priv = get_private (DEM_CANVAS (widget));

  ensure_cursor (DEM_CANVAS (widget));
  return gtk_widget_grab_focus (priv->voices[priv->voice]);
}

static gboolean
dem_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ensure_cursor (DEM_CANVAS (widget));
  return GTK_WIDGET_CLASS (dem_canvas_parent_class)->focus (widget, direction);
}

/* ---- The pointer ---- */

static double
get_tolerance (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN ? TOUCH_TOLERANCE
                                                                                     : POINTER_TOLERANCE;
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, DemCanvas *self)
{
  dem_canvas_close_card (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, DemCanvas *self)
{
  DemCanvasPrivate *priv = get_private (self);
  DemScene *scene = dem_canvas_get_scene (self);
  GtkEventController *controller = GTK_EVENT_CONTROLLER (click);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (controller);
  DemCanvasClass *klass = DEM_CANVAS_GET_CLASS (self);
  const DemNoteSpot *note = scene != NULL ? dem_canvas_find_note (self, x, y) : NULL;
  DemRef ref;

  if (note != NULL)
    {
      dem_note_menu_show (GTK_WIDGET (self), dem_focus_get_dossier (priv->focus), note);
      return;
    }
  if (scene == NULL || (klass->clicked != NULL && klass->clicked (self, x, y, n_press, modifiers)))
    return;
  ref = dem_scene_hit (scene, x, y, get_tolerance (controller));
  if (!dem_ref_is_none (ref))
    dem_canvas_set_cursor (self, ref);
  if (modifiers & GDK_CONTROL_MASK)
    dem_focus_toggle (priv->focus, ref);
  else
    dem_focus_select (priv->focus, ref);
}

DemCanvasNotes *
dem_canvas_get_notes (DemCanvas *self)
{
  return get_private (self)->notes;
}

/* ---- The card ---- */

DemCanvasHover *
dem_canvas_get_hover (DemCanvas *self)
{
  return get_private (self)->hover;
}

DemHoverCard *
dem_canvas_get_card (DemCanvas *self)
{
  g_return_val_if_fail (DEM_IS_CANVAS (self), NULL);

  return dem_canvas_hover_get_card (get_private (self)->hover);
}

gboolean
dem_canvas_show_card (DemCanvas *self, DemRef ref)
{
  g_return_val_if_fail (DEM_IS_CANVAS (self), FALSE);

  return dem_canvas_hover_show (get_private (self)->hover, ref);
}

void
dem_canvas_close_card (DemCanvas *self)
{
  g_return_if_fail (DEM_IS_CANVAS (self));

  if (get_private (self)->hover != NULL)
    dem_canvas_hover_close (get_private (self)->hover);
}

static void
show_card_of_cursor (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_canvas_show_card (DEM_CANVAS (widget), get_private (DEM_CANVAS (widget))->cursor);
}

/* ---- The focus of the window ---- */

static void
on_focus_changed (DemFocus *focus, guint what, DemCanvas *self)
{
  DemCanvasPrivate *priv = get_private (self);
  DemCanvasClass *klass = DEM_CANVAS_GET_CLASS (self);

  if (what & DEM_FOCUS_DOSSIER)
    {
      priv->cursor = DEM_REF_NONE;
      g_clear_object (&priv->scene);
    }
  if (klass->focus_changed != NULL)
    klass->focus_changed (self, what);
  dem_canvas_invalidate (self);
}

DemFocus *
dem_canvas_get_focus (DemCanvas *self)
{
  g_return_val_if_fail (DEM_IS_CANVAS (self), NULL);

  return get_private (self)->focus;
}

void
dem_canvas_set_focus (DemCanvas *self, DemFocus *focus)
{
  DemCanvasPrivate *priv = get_private (self);

  g_return_if_fail (DEM_IS_CANVAS (self));
  g_return_if_fail (focus == NULL || DEM_IS_FOCUS (focus));

  if (priv->focus == focus)
    return;
  if (priv->focus != NULL)
    g_signal_handlers_disconnect_by_func (priv->focus, on_focus_changed, self);
  g_set_object (&priv->focus, focus);
  if (focus != NULL)
    {
      g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, 0);
      on_focus_changed (focus, DEM_FOCUS_ALL, self);
    }
}

/* ---- The widget ---- */

static void
dem_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DemCanvas *self = DEM_CANVAS (widget);
  DemCanvasPrivate *priv = get_private (self);
  DemScene *scene = dem_canvas_get_scene (self);
  GtkRoot *window = gtk_widget_get_root (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);

  if (scene != NULL)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      if (DEM_CANVAS_GET_CLASS (self)->draw_scene != NULL)
        DEM_CANVAS_GET_CLASS (self)->draw_scene (self, scene, snapshot);
      else
        dem_scene_draw (scene, snapshot);
      dem_canvas_notes_draw (priv->notes, snapshot);
      if (gtk_widget_is_focus (priv->voices[priv->voice]) && !dem_ref_is_none (priv->cursor) && GTK_IS_WINDOW (window)
          && gtk_window_get_focus_visible (GTK_WINDOW (window)))
        dem_scene_draw_ring (scene, snapshot, priv->cursor);
      gtk_snapshot_pop (snapshot);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

static void
dem_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DemCanvas *self = DEM_CANVAS (widget);
  DemCanvasPrivate *priv = get_private (self);
  DemCanvasClass *klass = DEM_CANVAS_GET_CLASS (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GtkAllocation at;

  /* Only a change of size makes the scene stale; allocation alone (the cursor moved) does not. */
  if (width != priv->width || height != priv->height)
    {
      priv->width = width;
      priv->height = height;
      make_stale (self);
    }
  else if (priv->scene != NULL && !dem_ref_is_none (priv->cursor))
    dem_canvas_get_mark_bounds (self, priv->cursor, &bounds);
  at = (GtkAllocation){ (int) bounds.origin.x, (int) bounds.origin.y, MAX (1, (int) bounds.size.width),
                        MAX (1, (int) bounds.size.height) };
  gtk_widget_size_allocate (priv->voices[0], &at, -1);
  gtk_widget_size_allocate (priv->voices[1], &at, -1);
  if (klass->place_children != NULL)
    klass->place_children (self, width, height);
  dem_canvas_hover_present (priv->hover);
}

static void
dem_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (GTK_IS_NATIVE (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
dem_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dem_canvas_parent_class)->css_changed (widget, change);
  make_stale (DEM_CANVAS (widget));
}

static void
dem_canvas_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (dem_canvas_parent_class)->direction_changed (widget, previous);
  dem_canvas_invalidate (DEM_CANVAS (widget));
}

static void
dem_canvas_dispose (GObject *object)
{
  DemCanvasPrivate *priv = get_private (DEM_CANVAS (object));

  dem_canvas_set_focus (DEM_CANVAS (object), NULL);
  g_clear_pointer (&priv->hover, dem_canvas_hover_free);
  g_clear_pointer (&priv->notes, dem_canvas_notes_free);
  g_clear_object (&priv->scene);
  g_clear_pointer (&priv->voices[0], gtk_widget_unparent);
  g_clear_pointer (&priv->voices[1], gtk_widget_unparent);
  G_OBJECT_CLASS (dem_canvas_parent_class)->dispose (object);
}

static void
dem_canvas_class_init (DemCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_canvas_dispose;
  widget_class->snapshot = dem_canvas_snapshot;
  widget_class->size_allocate = dem_canvas_size_allocate;
  widget_class->measure = dem_canvas_measure;
  widget_class->css_changed = dem_canvas_css_changed;
  widget_class->direction_changed = dem_canvas_direction_changed;
  widget_class->grab_focus = dem_canvas_grab_focus;
  widget_class->focus = dem_canvas_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "dem-canvas");

  /* canvas.activate (b): selects what the cursor is on; TRUE adds it to the selection. */
  gtk_widget_class_install_action (widget_class, "canvas.activate", "b", activate_cursor);
  /* canvas.tell: the card of what the cursor is on. */
  gtk_widget_class_install_action (widget_class, "canvas.tell", NULL, show_card_of_cursor);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "canvas.tell", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "canvas.activate", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "canvas.activate", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "canvas.activate", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "canvas.activate", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, GDK_CONTROL_MASK, "canvas.activate", "b", TRUE);
}

static void
dem_canvas_init (DemCanvas *self)
{
  DemCanvasPrivate *priv = get_private (self);
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->cursor = DEM_REF_NONE;
  priv->hover = dem_canvas_hover_new (self);
  priv->notes = dem_canvas_notes_new (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (guint i = 0; i < G_N_ELEMENTS (priv->voices); i++)
    {
      priv->voices[i] = dem_cursor_voice_new ();
      gtk_widget_set_focusable (priv->voices[i], i == priv->voice);
      gtk_accessible_update_state (GTK_ACCESSIBLE (priv->voices[i]), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_set_parent (priv->voices[i], GTK_WIDGET (self));
      g_signal_connect_object (priv->voices[i], "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }

  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (dem_canvas_invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (dem_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
}
