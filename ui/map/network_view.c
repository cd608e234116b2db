/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/network_view.h"

#include <adwaita.h>
#include <math.h>

#include "ui/common/pan_zoom.h"
#include "ui/map/network_scene.h"

#define ZOOM_STEP 1.5
#define CLICK_ZOOM 2.0
#define NEAREST 4.0
#define FARTHEST 0.5  /* of what shows everybody */
#define PAN_STEP 90   /* pixels for an arrow key */
#define MOVE_TIME 400 /* milliseconds */
#define STEP_TIME 200
#define BUTTONS_MARGIN 12 /* from the corner */
#define CURSOR_MARGIN 32.0
#define KEPT_IN_VIEW 60.0 /* pixels of the network that stay in the picture */
#define MOST_LIVE 300     /* actors up to whom all others give way while one is dragged */
#define CLAIM_DISTANCE 4.0

struct _DemNetworkView
{
  DemCanvas parent_instance;

  GtkWidget *buttons;

  DemPanZoom *pan_zoom;
  AdwAnimation *animation; /* nullable: the one that moves the camera */

  DemNotebook *notebook;      /* nullable */
  DemMapWorld *world;         /* nullable: where the reader would look for somebody */
  DemNetworkContent *content; /* nullable */
  DemNetworkLayout *layout;   /* nullable */
  DemNetworkContent *awaited; /* nullable: the content that is being laid out */
  GCancellable *cancellable;  /* of the layout that is under way */
  DemNetworkScene *scene;     /* nullable: the last that was made */
  gboolean stale;             /* the content has to be gathered again */
  gboolean afresh;            /* and laid out without regard to what was */

  DemNetworkCamera camera;
  DemNetworkCamera from, to; /* of the animation */
  gboolean at_home;
  gboolean goes_home;

  char *held; /* nullable: id of the actor that is being dragged */
  double held_x, held_y, grip_x, grip_y;
  gboolean has_moved;
  DemNetworkLayout *before_drag;
};

G_DEFINE_FINAL_TYPE (DemNetworkView, dem_network_view, DEM_TYPE_CANVAS)

/* ---- Layouts ---- */

static void
cancel_layout (DemNetworkView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->awaited, dem_network_content_unref);
}

static void
drop_content (DemNetworkView *self)
{
  cancel_layout (self);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->content, dem_network_content_unref);
  g_clear_pointer (&self->layout, dem_network_layout_unref);
  g_clear_pointer (&self->before_drag, dem_network_layout_unref);
  g_clear_pointer (&self->world, dem_map_world_unref);
}

static void
take_layout (DemNetworkView *self, DemNetworkContent *content, DemNetworkLayout *layout)
{
  g_clear_pointer (&self->content, dem_network_content_unref);
  g_clear_pointer (&self->layout, dem_network_layout_unref);
  self->content = dem_network_content_ref (content);
  self->layout = dem_network_layout_ref (layout);
}

static void
on_laid_out (GObject *source, GAsyncResult *result, gpointer data)
{
  DemNetworkView *self = data;
  g_autoptr (DemNetworkLayout) layout = dem_network_layout_new_finish (result, NULL);

  if (layout != NULL && self->awaited != NULL
      && dem_network_content_get_graph (self->awaited) == dem_network_layout_get_graph (layout))
    {
      take_layout (self, self->awaited, layout);
      cancel_layout (self);
      dem_canvas_invalidate (DEM_CANVAS (self));
    }
  g_object_unref (self);
}

/* Who is there and where: at once if nobody has to be moved, else as soon as a worker has found out. */
static void
adopt (DemNetworkView *self, DemNetworkContent *content)
{
  DemNetworkGraph *graph = dem_network_content_get_graph (content);

  if (self->layout != NULL && !self->afresh
      && dem_network_graph_equal (dem_network_layout_get_graph (self->layout), graph))
    {
      cancel_layout (self);
      g_clear_pointer (&self->content, dem_network_content_unref);
      self->content = dem_network_content_ref (content);
      return;
    }
  cancel_layout (self);
  self->awaited = dem_network_content_ref (content);
  self->cancellable = g_cancellable_new ();
  dem_network_layout_new_async (graph, self->afresh ? NULL : self->layout, self->cancellable, on_laid_out,
                                g_object_ref (self));
  self->afresh = FALSE;
}

gboolean
dem_network_view_is_settled (DemNetworkView *self)
{
  g_return_val_if_fail (DEM_IS_NETWORK_VIEW (self), FALSE);

  return self->layout != NULL && self->awaited == NULL && !self->stale;
}

/* ---- The scene ---- */

static void
gather (DemNetworkView *self, const DemSceneInput *input)
{
  g_autoptr (DemNetworkContent) content = NULL;

  if (self->world == NULL)
    self->world = dem_map_world_new (input->dossier, FALSE, 1.0);
  content = dem_network_content_new (input, self->notebook, self->world);
  dem_network_graph_set_aspect (dem_network_content_get_graph (content),
                                dem_network_get_aspect (input->width, input->height));
  self->stale = FALSE;
  adopt (self, content);
}

static DemScene *
dem_network_view_create_scene (DemCanvas *canvas, const DemSceneInput *input)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (canvas);
  DemNetworkContent *content = self->content;

  if (self->awaited != NULL ? !dem_network_content_is_current (self->awaited, input)
                            : content == NULL || !dem_network_content_is_current (content, input))
    self->stale = TRUE;
  if (self->stale && self->held == NULL)
    gather (self, input);
  if (self->at_home && self->layout != NULL)
    self->camera = dem_network_camera_home (self->layout, input->width, input->height);
  content = self->content != NULL ? self->content : self->awaited;
  g_clear_object (&self->scene);
  self->scene = dem_network_scene_new_for_view (content, self->content != NULL ? self->layout : NULL,
                                                input->width, input->height, self->camera,
                                                gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  return DEM_SCENE (g_object_ref (self->scene));
}

/* ---- The camera ---- */

static double
get_width (DemNetworkView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self));
}

static double
get_height (DemNetworkView *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self));
}

/* Not nearer and not farther than makes sense, and never so that nobody is in the picture. */
static DemNetworkCamera
clamp_camera (DemNetworkView *self, DemNetworkCamera camera)
{
  double x, y, width, height, reach_x, reach_y;
  DemNetworkCamera home;

  if (self->layout == NULL)
    return camera;
  home = dem_network_camera_home (self->layout, get_width (self), get_height (self));
  dem_network_layout_get_bounds (self->layout, &x, &y, &width, &height);
  camera.scale = CLAMP (camera.scale, home.scale * FARTHEST, MAX (NEAREST, home.scale));
  reach_x = MAX (get_width (self) / 2 - KEPT_IN_VIEW, 0) / camera.scale;
  reach_y = MAX (get_height (self) / 2 - KEPT_IN_VIEW, 0) / camera.scale;
  camera.x = CLAMP (camera.x, x - reach_x, x + width + reach_x);
  camera.y = CLAMP (camera.y, y - reach_y, y + height + reach_y);
  return camera;
}

static void
stop (DemNetworkView *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

DemNetworkCamera
dem_network_view_get_camera (DemNetworkView *self)
{
  g_return_val_if_fail (DEM_IS_NETWORK_VIEW (self), ((DemNetworkCamera){ 0, 0, 1 }));

  return self->camera;
}

static void
put_camera (DemNetworkView *self, DemNetworkCamera camera)
{
  self->at_home = FALSE;
  self->camera = camera;
  dem_canvas_invalidate (DEM_CANVAS (self));
}

void
dem_network_view_set_camera (DemNetworkView *self, DemNetworkCamera camera)
{
  g_return_if_fail (DEM_IS_NETWORK_VIEW (self));

  stop (self);
  dem_pan_zoom_stop (self->pan_zoom);
  put_camera (self, clamp_camera (self, camera));
}

/* Even in magnification, so that a long way does not seem to slow down. */
static void
on_animated (double share, gpointer data)
{
  DemNetworkView *self = data;
  DemNetworkCamera camera = { self->from.x + (self->to.x - self->from.x) * share,
                              self->from.y + (self->to.y - self->from.y) * share,
                              self->from.scale * pow (self->to.scale / self->from.scale, share) };

  put_camera (self, share >= 1 ? self->to : camera);
  if (share >= 1)
    self->at_home = self->goes_home;
}

static DemNetworkCamera
get_goal (DemNetworkView *self)
{
  gboolean moves
      = self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
  return moves ? self->to : self->camera;
}

static void
animate (DemNetworkView *self, DemNetworkCamera camera, guint milliseconds, AdwEasing easing, gboolean home)
{
  if (self->layout == NULL)
    return;
  stop (self);
  dem_pan_zoom_stop (self->pan_zoom);
  self->from = self->camera;
  self->to = home ? camera : clamp_camera (self, camera);
  self->goes_home = home;
  self->animation = g_object_ref_sink (
      adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, milliseconds,
                               adw_callback_animation_target_new (on_animated, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), easing);
  adw_animation_play (self->animation);
}

void
dem_network_view_go_home (DemNetworkView *self)
{
  g_return_if_fail (DEM_IS_NETWORK_VIEW (self));

  if (self->layout != NULL)
    animate (self, dem_network_camera_home (self->layout, get_width (self), get_height (self)), MOVE_TIME,
             ADW_EASE_IN_OUT_CUBIC, TRUE);
}

static DemNetworkCamera
pan (DemNetworkCamera camera, double dx, double dy)
{
  camera.x -= dx / camera.scale;
  camera.y -= dy / camera.scale;
  return camera;
}

/* Around a point of the widget, which stays where it is. */
static DemNetworkCamera
zoom (DemNetworkView *self, DemNetworkCamera camera, double factor, double x, double y)
{
  double dx = x - get_width (self) / 2, dy = y - get_height (self) / 2;
  DemNetworkCamera zoomed = camera;

  zoomed.scale *= factor;
  zoomed.scale = clamp_camera (self, zoomed).scale;
  zoomed.x += dx / camera.scale - dx / zoomed.scale;
  zoomed.y += dy / camera.scale - dy / zoomed.scale;
  return zoomed;
}

static void
on_pan (DemPanZoom *pan_zoom, double dx, double dy, DemNetworkView *self)
{
  stop (self);
  put_camera (self, clamp_camera (self, pan (self->camera, dx, dy)));
}

static void
on_zoom (DemPanZoom *pan_zoom, double factor, double x, double y, DemNetworkView *self)
{
  stop (self);
  put_camera (self, clamp_camera (self, zoom (self, self->camera, factor, x, y)));
}

/* Brings a mark that lies outside the picture to its middle. */
static void
reveal (DemNetworkView *self, DemRef ref)
{
  graphene_rect_t bounds;
  graphene_point_t middle;
  double width = get_width (self), height = get_height (self);

  if (!dem_canvas_get_mark_bounds (DEM_CANVAS (self), ref, &bounds))
    return;
  graphene_rect_get_center (&bounds, &middle);
  if (middle.x >= CURSOR_MARGIN && middle.y >= CURSOR_MARGIN && middle.x <= width - CURSOR_MARGIN
      && middle.y <= height - CURSOR_MARGIN)
    return;
  animate (self, pan (self->camera, width / 2 - middle.x, height / 2 - middle.y), MOVE_TIME,
           ADW_EASE_IN_OUT_CUBIC, FALSE);
}

/* ---- Dragging ---- */

static guint
find_held (DemNetworkView *self, DemNetworkGraph *graph)
{
  for (guint i = 0; self->held != NULL && i < dem_network_graph_count_nodes (graph); i++)
    if (g_str_equal (dem_network_graph_get_nodes (graph)[i].id, self->held))
      return i;
  return DEM_NO_NODE;
}

gboolean
dem_network_view_grab (DemNetworkView *self, double x, double y)
{
  guint actor;
  const DemNetworkSpot *spot;

  g_return_val_if_fail (DEM_IS_NETWORK_VIEW (self), FALSE);

  if (self->scene == NULL || self->layout == NULL || self->notebook == NULL)
    return FALSE;
  actor = dem_network_scene_find_actor (self->scene, x, y);
  if (actor == DEM_NO_NODE)
    return FALSE;
  spot = &dem_network_layout_get_spots (self->layout)[actor];
  g_free (self->held);
  self->held = g_strdup (dem_network_graph_get_nodes (dem_network_layout_get_graph (self->layout))[actor].id);
  self->held_x = self->grip_x = spot->x;
  self->held_y = self->grip_y = spot->y;
  self->grip_x -= (x - get_width (self) / 2) / self->camera.scale;
  self->grip_y -= (y - get_height (self) / 2) / self->camera.scale;
  self->has_moved = FALSE;
  g_clear_pointer (&self->before_drag, dem_network_layout_unref);
  self->before_drag = dem_network_layout_ref (self->layout);
  return TRUE;
}

/* The others give way at once where they are few; the camera stays, or one would chase the other. */
static void
lay_out_around_held (DemNetworkView *self)
{
  DemNetworkGraph *graph = dem_network_layout_get_graph (self->before_drag);
  guint held = find_held (self, graph);
  g_autoptr (DemNetworkGraph) moved = NULL;

  if (held == DEM_NO_NODE || dem_network_graph_count_nodes (graph) > MOST_LIVE)
    return;
  moved = dem_network_graph_copy_pinned (graph, held, self->held_x, self->held_y);
  g_clear_pointer (&self->layout, dem_network_layout_unref);
  self->layout = dem_network_layout_new (moved, self->before_drag);
}

void
dem_network_view_move (DemNetworkView *self, double x, double y)
{
  g_return_if_fail (DEM_IS_NETWORK_VIEW (self));

  if (self->held == NULL)
    return;
  self->held_x = self->grip_x + (x - get_width (self) / 2) / self->camera.scale;
  self->held_y = self->grip_y + (y - get_height (self) / 2) / self->camera.scale;
  self->has_moved = TRUE;
  stop (self);
  lay_out_around_held (self);
  put_camera (self, self->camera);
}

void
dem_network_view_release (DemNetworkView *self, gboolean keep)
{
  g_autofree char *held = NULL;

  g_return_if_fail (DEM_IS_NETWORK_VIEW (self));

  if (self->held == NULL)
    return;
  held = g_steal_pointer (&self->held);
  if (!keep && self->has_moved)
    {
      g_clear_pointer (&self->layout, dem_network_layout_unref);
      self->layout = g_steal_pointer (&self->before_drag);
    }
  g_clear_pointer (&self->before_drag, dem_network_layout_unref);
  if (keep && self->has_moved)
    dem_notebook_pin (self->notebook, held, self->held_x, self->held_y);
  dem_canvas_invalidate (DEM_CANVAS (self));
}

/* Who takes hold of a mark moves it, not the picture. */
static gboolean
on_pan_begin (DemPanZoom *pan_zoom, double x, double y, GdkModifierType modifiers, DemNetworkView *self)
{
  return self->scene != NULL && self->notebook != NULL
         && dem_network_scene_find_actor (self->scene, x, y) != DEM_NO_NODE;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, DemNetworkView *self)
{
  if (!dem_network_view_grab (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, DemNetworkView *self)
{
  double x, y;

  if (self->held == NULL || (!self->has_moved && hypot (dx, dy) < CLAIM_DISTANCE))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  dem_network_view_move (self, x + dx, y + dy);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, DemNetworkView *self)
{
  dem_network_view_release (self, TRUE);
}

static void
on_drag_cancel (GtkGesture *drag, GdkEventSequence *sequence, DemNetworkView *self)
{
  dem_network_view_release (self, FALSE);
}

/* ---- The notebook ---- */

static void
update_actions (DemNetworkView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.unpin-all",
                                 self->notebook != NULL && dem_notebook_count_pins (self->notebook) > 0);
}

static void
on_notebook_changed (DemNetworkView *self)
{
  self->stale = TRUE;
  update_actions (self);
  dem_canvas_invalidate (DEM_CANVAS (self));
}

void
dem_network_view_set_notebook (DemNetworkView *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_NETWORK_VIEW (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (self->notebook == notebook)
    return;
  dem_network_view_release (self, FALSE);
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (self->notebook, on_notebook_changed, self);
  g_set_object (&self->notebook, notebook);
  if (notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, G_CONNECT_SWAPPED);
  on_notebook_changed (self);
}

DemNotebook *
dem_network_view_get_notebook (DemNetworkView *self)
{
  g_return_val_if_fail (DEM_IS_NETWORK_VIEW (self), NULL);

  return self->notebook;
}

/* ---- What the canvas asks ---- */

static void
dem_network_view_focus_changed (DemCanvas *canvas, DemFocusChange what)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (canvas);
  const DemRef *selection;
  guint n;

  dem_network_view_release (self, FALSE);
  if (what & DEM_FOCUS_DOSSIER)
    {
      DemDossier *dossier = dem_focus_get_dossier (dem_canvas_get_focus (canvas));
      DemDossier *shown = self->world != NULL ? dem_map_world_get_dossier (self->world) : NULL;
      gboolean same = dossier != NULL && shown != NULL
                      && g_strcmp0 (dem_dossier_get_id (shown), dem_dossier_get_id (dossier)) == 0;
      g_autoptr (DemNetworkLayout) before = same ? g_steal_pointer (&self->layout) : NULL;
      /* The same dossier, read again, keeps its places. */
      stop (self);
      drop_content (self);
      self->layout = g_steal_pointer (&before);
      self->at_home = self->at_home || !same;
    }
  else if (what & DEM_FOCUS_SELECTION)
    {
      selection = dem_focus_get_selection (dem_canvas_get_focus (canvas), &n);
      if (n > 0)
        reveal (self, selection[n - 1]);
    }
}

static void
dem_network_view_place_children (DemCanvas *canvas, int width, int height)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (canvas);
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->buttons, NULL, &size);
  gtk_widget_size_allocate (self->buttons,
                            &(GtkAllocation){ MAX (width - size.width - BUTTONS_MARGIN, 0),
                                              MAX (height - size.height - BUTTONS_MARGIN, 0), size.width,
                                              size.height },
                            -1);
}

static char *
dem_network_view_dup_tooltip (DemCanvas *canvas, DemRef ref)
{
  DemScene *scene = dem_canvas_get_scene (canvas);
  return scene != NULL ? dem_network_scene_dup_tooltip (DEM_NETWORK_SCENE (scene), ref) : NULL;
}

/* A second click brings what was clicked to the middle, nearer. */
static gboolean
dem_network_view_clicked (DemCanvas *canvas, double x, double y, int n_press, GdkModifierType modifiers)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (canvas);
  DemNetworkCamera camera;

  if (n_press != 2)
    return n_press > 1;
  camera = pan (self->camera, get_width (self) / 2 - x, get_height (self) / 2 - y);
  camera.scale *= CLICK_ZOOM;
  animate (self, camera, MOVE_TIME, ADW_EASE_IN_OUT_CUBIC, FALSE);
  return TRUE;
}

/* ---- Actions ---- */

static void
on_zoom_by (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (widget);
  double factor = g_str_equal (name, "network.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP;

  animate (self, zoom (self, get_goal (self), factor, get_width (self) / 2, get_height (self) / 2), STEP_TIME,
           ADW_EASE_OUT_CUBIC, FALSE);
}

static void
on_home (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_network_view_go_home (DEM_NETWORK_VIEW (widget));
}

static void
on_pan_by (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (widget);
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  animate (self, pan (get_goal (self), dx, dy), STEP_TIME, ADW_EASE_OUT_CUBIC, FALSE);
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (dem_canvas_move_cursor (DEM_CANVAS (widget), (DemCursorMove) g_variant_get_int32 (parameter)))
    reveal (DEM_NETWORK_VIEW (widget), dem_canvas_get_cursor (DEM_CANVAS (widget)));
}

static void
on_unpin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (widget);
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (widget));

  if (self->notebook != NULL && self->content != NULL && cursor.kind == DEM_KIND_ACTOR)
    dem_notebook_unpin (self->notebook,
                        dem_dossier_get_item (dem_network_content_get_dossier (self->content), cursor)->id);
}

static void
on_unpin_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (widget);

  if (self->notebook == NULL)
    return;
  /* Whoever asks for the program's own arrangement gets it whole. */
  self->afresh = TRUE;
  dem_notebook_unpin_all (self->notebook);
}

/* ---- The widget ---- */

static void
dem_network_view_dispose (GObject *object)
{
  DemNetworkView *self = DEM_NETWORK_VIEW (object);

  stop (self);
  g_clear_pointer (&self->held, g_free);
  drop_content (self);
  g_clear_object (&self->pan_zoom);
  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (self->notebook, on_notebook_changed, self);
  g_clear_object (&self->notebook);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_NETWORK_VIEW);
  G_OBJECT_CLASS (dem_network_view_parent_class)->dispose (object);
}

static void
add_key (GtkWidgetClass *widget_class, guint key, guint keypad, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, keypad, modifiers, action, NULL);
}

static void
add_arrow (GtkWidgetClass *widget_class, guint key, guint keypad, int dx, int dy, DemCursorMove move)
{
  guint keys[] = { key, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "network.pan", "(ii)", dx * PAN_STEP,
                                           dy * PAN_STEP);
      gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_CONTROL_MASK, "network.go", "i", move);
    }
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  /* The same as the map's. */
  add_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, 0, "network.zoom-in");
  add_key (widget_class, GDK_KEY_equal, GDK_KEY_plus, 0, "network.zoom-in");
  add_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, GDK_SHIFT_MASK, "network.zoom-in");
  add_key (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, 0, "network.zoom-out");
  add_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, "network.home");
  add_key (widget_class, GDK_KEY_Delete, GDK_KEY_KP_Delete, 0, "network.unpin");
  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 1, 0, DEM_CURSOR_LEFT);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, -1, 0, DEM_CURSOR_RIGHT);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, 1, DEM_CURSOR_UP);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, -1, DEM_CURSOR_DOWN);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "network.go", "i",
                                       DEM_CURSOR_NEXT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "network.go", "i",
                                       DEM_CURSOR_PREVIOUS);
}

static void
dem_network_view_class_init (DemNetworkViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DemCanvasClass *canvas_class = DEM_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_network_view_dispose;
  canvas_class->create_scene = dem_network_view_create_scene;
  canvas_class->focus_changed = dem_network_view_focus_changed;
  canvas_class->place_children = dem_network_view_place_children;
  canvas_class->dup_tooltip = dem_network_view_dup_tooltip;
  canvas_class->clicked = dem_network_view_clicked;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/map/network_view.ui");
  gtk_widget_class_bind_template_child (widget_class, DemNetworkView, buttons);
  gtk_widget_class_install_action (widget_class, "network.zoom-in", NULL, on_zoom_by);
  gtk_widget_class_install_action (widget_class, "network.zoom-out", NULL, on_zoom_by);
  gtk_widget_class_install_action (widget_class, "network.home", NULL, on_home);
  gtk_widget_class_install_action (widget_class, "network.pan", "(ii)", on_pan_by);
  gtk_widget_class_install_action (widget_class, "network.go", "i", on_go);
  gtk_widget_class_install_action (widget_class, "network.unpin", NULL, on_unpin);
  gtk_widget_class_install_action (widget_class, "network.unpin-all", NULL, on_unpin_all);
  add_keys (widget_class);
}

static void
dem_network_view_init (DemNetworkView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->at_home = TRUE;
  self->camera.scale = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pan_zoom = dem_pan_zoom_new (GTK_WIDGET (self));
  g_signal_connect_object (self->pan_zoom, "pan", G_CALLBACK (on_pan), self, 0);
  g_signal_connect_object (self->pan_zoom, "zoom", G_CALLBACK (on_zoom), self, 0);
  g_signal_connect_object (self->pan_zoom, "drag-begin", G_CALLBACK (on_pan_begin), self, 0);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancel), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  update_actions (self);
}

GtkWidget *
dem_network_view_new (void)
{
  return g_object_new (DEM_TYPE_NETWORK_VIEW, NULL);
}
