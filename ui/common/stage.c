/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/stage.h"

#include <adwaita.h>

#include "ui/common/fade.h"
#include "ui/common/pan_zoom.h"
#include "ui/common/transition.h"

#define ZOOM_STEP 1.5
#define CLICK_ZOOM 2.0
#define PAN_STEP 90   /* pixels for an arrow key */
#define MOVE_TIME 400 /* milliseconds */
#define STEP_TIME 200
#define BUTTONS_MARGIN 12  /* from the corner */
#define REVEAL_MARGIN 32.0 /* from an edge within which a mark counts as outside */
#define FRAME_SHARE 0.8    /* of the picture that marks may take that are looked at together */
#define ARRIVAL_TIME 500   /* milliseconds */
#define ARRIVAL_PATIENCE 1000

typedef struct
{
  GtkWidget *buttons; /* nullable, a child */
  DemPanZoom *pan_zoom;
  AdwAnimation *animation; /* nullable: the one that moves the camera */
  DemStageCamera camera;
  DemStageCamera from, to; /* of the animation */
  gboolean at_home;        /* nobody has moved it: it fits everything at any size */
  gboolean goes_home;

  DemTransition *transition; /* nullable: from the stage that was here before */
  guint tick;                /* of it */
  gint64 called, begun;      /* frame times in microseconds, 0 before they come */
  gboolean is_painted;
  double arrival; /* how far marks have come */

  DemFade *fade;
  int faded_width, faded_height; /* of the picture that it knows */
} DemStagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DemStage, dem_stage, DEM_TYPE_CANVAS)

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static DemStagePrivate *
get_private (DemStage *self)
{
  return dem_stage_get_instance_private (self);
}

static gboolean
is_ready (DemStage *self)
{
  return DEM_STAGE_GET_CLASS (self)->is_ready (self);
}

static DemStageCamera
clamp (DemStage *self, DemStageCamera camera)
{
  return DEM_STAGE_GET_CLASS (self)->clamp (self, camera);
}

static DemStageCamera
pan (DemStage *self, DemStageCamera camera, double dx, double dy)
{
  return DEM_STAGE_GET_CLASS (self)->pan (self, camera, dx, dy);
}

static DemStageCamera
zoom (DemStage *self, DemStageCamera camera, double factor, double x, double y)
{
  return DEM_STAGE_GET_CLASS (self)->zoom (self, camera, factor, x, y);
}

static double
get_width (DemStage *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self));
}

static double
get_height (DemStage *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self));
}

/* ---- The camera ---- */

static void
stop (DemStage *self)
{
  DemStagePrivate *priv = get_private (self);

  if (priv->animation != NULL)
    adw_animation_pause (priv->animation);
  g_clear_object (&priv->animation);
}

static void
put_camera (DemStage *self, DemStageCamera camera, gboolean home)
{
  DemStagePrivate *priv = get_private (self);

  if (priv->camera.x != camera.x || priv->camera.y != camera.y || priv->camera.zoom != camera.zoom)
    dem_fade_stop (priv->fade);
  priv->at_home = home;
  priv->camera = camera;
  dem_canvas_invalidate (DEM_CANVAS (self));
  g_signal_emit (self, signals[MOVED], 0);
}

DemStageCamera
dem_stage_get_camera (DemStage *self)
{
  DemStagePrivate *priv = get_private (self);

  g_return_val_if_fail (DEM_IS_STAGE (self), ((DemStageCamera){ 0, 0, 1 }));

  if (priv->at_home && is_ready (self))
    priv->camera = DEM_STAGE_GET_CLASS (self)->get_home (self);
  return priv->camera;
}

void
dem_stage_set_camera (DemStage *self, DemStageCamera camera)
{
  g_return_if_fail (DEM_IS_STAGE (self));

  stop (self);
  dem_pan_zoom_stop (get_private (self)->pan_zoom);
  put_camera (self, is_ready (self) ? clamp (self, camera) : camera, FALSE);
}

static void
on_animated (double share, gpointer data)
{
  DemStage *self = data;
  DemStagePrivate *priv = get_private (self);

  if (!is_ready (self))
    return;
  if (share >= 1)
    put_camera (self, priv->to, priv->goes_home);
  else
    put_camera (self, DEM_STAGE_GET_CLASS (self)->between (self, priv->from, priv->to, share), FALSE);
}

/* Where the camera is going, or stands: further steps go on from there. */
static DemStageCamera
get_goal (DemStage *self)
{
  DemStagePrivate *priv = get_private (self);
  gboolean moves
      = priv->animation != NULL && adw_animation_get_state (priv->animation) == ADW_ANIMATION_PLAYING;

  return moves ? priv->to : dem_stage_get_camera (self);
}

static void
animate (DemStage *self, DemStageCamera camera, guint milliseconds, AdwEasing easing, gboolean home)
{
  DemStagePrivate *priv = get_private (self);

  stop (self);
  dem_pan_zoom_stop (priv->pan_zoom);
  priv->from = dem_stage_get_camera (self);
  priv->to = home ? camera : clamp (self, camera);
  priv->goes_home = home;
  priv->animation = g_object_ref_sink (
      adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, milliseconds,
                               adw_callback_animation_target_new (on_animated, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (priv->animation), easing);
  adw_animation_play (priv->animation);
}

void
dem_stage_move_camera (DemStage *self, DemStageCamera camera)
{
  g_return_if_fail (DEM_IS_STAGE (self));

  dem_stage_move_camera_slowly (self, camera, MOVE_TIME);
}

void
dem_stage_move_camera_slowly (DemStage *self, DemStageCamera camera, guint milliseconds)
{
  g_return_if_fail (DEM_IS_STAGE (self));

  if (is_ready (self))
    animate (self, camera, milliseconds, ADW_EASE_IN_OUT_CUBIC, FALSE);
}

void
dem_stage_go_home (DemStage *self)
{
  g_return_if_fail (DEM_IS_STAGE (self));

  if (is_ready (self))
    animate (self, DEM_STAGE_GET_CLASS (self)->get_home (self), MOVE_TIME, ADW_EASE_IN_OUT_CUBIC, TRUE);
}

void
dem_stage_reset_camera (DemStage *self, gboolean home)
{
  DemStagePrivate *priv = get_private (self);

  g_return_if_fail (DEM_IS_STAGE (self));

  stop (self);
  dem_pan_zoom_stop (priv->pan_zoom);
  priv->at_home = priv->at_home || home;
}

void
dem_stage_reveal (DemStage *self, DemRef ref)
{
  graphene_rect_t bounds;
  graphene_point_t middle;
  double width = get_width (self), height = get_height (self);
  DemStageClass *klass = DEM_STAGE_GET_CLASS (self);

  g_return_if_fail (DEM_IS_STAGE (self));

  if (klass->is_fixed != NULL && klass->is_fixed (self, ref))
    return;
  if (!is_ready (self) || !dem_canvas_get_mark_bounds (DEM_CANVAS (self), ref, &bounds))
    return;
  graphene_rect_get_center (&bounds, &middle);
  if (middle.x >= MIN (REVEAL_MARGIN, width / 2) && middle.y >= MIN (REVEAL_MARGIN, height / 2)
      && middle.x <= MAX (width - REVEAL_MARGIN, width / 2)
      && middle.y <= MAX (height - REVEAL_MARGIN, height / 2))
    return;
  dem_stage_move_camera (
      self, pan (self, dem_stage_get_camera (self), width / 2 - middle.x, height / 2 - middle.y));
}

void
dem_stage_frame_marks (DemStage *self, const DemRef *refs, guint n, guint milliseconds)
{
  double width = get_width (self), height = get_height (self), factor;
  graphene_rect_t all, bounds;
  graphene_point_t middle;
  DemStageCamera camera;
  gboolean found = FALSE;

  g_return_if_fail (DEM_IS_STAGE (self));

  for (guint i = 0; is_ready (self) && i < n; i++)
    if (dem_canvas_get_mark_bounds (DEM_CANVAS (self), refs[i], &bounds))
      {
        if (found)
          graphene_rect_union (&all, &bounds, &all);
        else
          all = bounds;
        found = TRUE;
      }
  if (!found)
    return;
  graphene_rect_get_center (&all, &middle);
  factor = MIN (MIN (width * FRAME_SHARE / MAX (all.size.width, 1), height * FRAME_SHARE / MAX (all.size.height, 1)), 1);
  camera = zoom (self, pan (self, dem_stage_get_camera (self), width / 2 - middle.x, height / 2 - middle.y), factor,
                 width / 2, height / 2);
  if (milliseconds > 0)
    dem_stage_move_camera_slowly (self, camera, milliseconds);
  else
    dem_stage_set_camera (self, camera);
}

/* ---- Gestures ---- */

static void
on_pan (DemPanZoom *pan_zoom, double dx, double dy, DemStage *self)
{
  if (!is_ready (self))
    return;
  stop (self);
  put_camera (self, clamp (self, pan (self, dem_stage_get_camera (self), dx, dy)), FALSE);
}

static void
on_zoom (DemPanZoom *pan_zoom, double factor, double x, double y, DemStage *self)
{
  if (!is_ready (self))
    return;
  stop (self);
  put_camera (self, clamp (self, zoom (self, dem_stage_get_camera (self), factor, x, y)), FALSE);
}

static gboolean
on_drag_begin (DemPanZoom *pan_zoom, double x, double y, GdkModifierType modifiers, DemStage *self)
{
  DemStageClass *klass = DEM_STAGE_GET_CLASS (self);

  return klass->refuses_drag != NULL && klass->refuses_drag (self, x, y);
}

/* A second click brings what was clicked to the middle, nearer. */
static gboolean
dem_stage_clicked (DemCanvas *canvas, double x, double y, int n_press, GdkModifierType modifiers)
{
  DemStage *self = DEM_STAGE (canvas);
  DemStageCamera camera;

  if (n_press != 2 || !is_ready (self))
    return n_press > 1;
  camera = pan (self, dem_stage_get_camera (self), get_width (self) / 2 - x, get_height (self) / 2 - y);
  camera.zoom *= CLICK_ZOOM;
  dem_stage_move_camera (self, camera);
  return TRUE;
}

/* ---- Arriving from another stage ---- */

static void
end_arrival (DemStage *self)
{
  DemStagePrivate *priv = get_private (self);

  if (priv->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick);
  priv->tick = 0;
  priv->called = priv->begun = 0;
  priv->is_painted = FALSE;
  priv->arrival = 1;
  g_clear_pointer (&priv->transition, dem_transition_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_settled (DemStage *self)
{
  DemStageClass *klass = DEM_STAGE_GET_CLASS (self);

  return dem_canvas_get_scene (DEM_CANVAS (self)) != NULL
         && (klass->is_settled != NULL ? klass->is_settled (self) : klass->is_ready (self));
}

static gboolean
on_arrival_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DemStage *self = DEM_STAGE (widget);
  DemStagePrivate *priv = get_private (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double share;

  if (priv->called == 0)
    priv->called = now;
  if (priv->begun == 0 && is_settled (self))
    {
      /* Both pictures are painted in a first frame, whose time is not the animation's. */
      priv->begun = priv->is_painted ? now : 0;
      priv->is_painted = TRUE;
      gtk_widget_queue_draw (widget);
    }
  if (priv->begun == 0 && now - priv->called < ARRIVAL_PATIENCE * G_TIME_SPAN_MILLISECOND)
    return G_SOURCE_CONTINUE;
  share = priv->begun == 0 ? 1 : (double) (now - priv->begun) / (ARRIVAL_TIME * G_TIME_SPAN_MILLISECOND);
  if (share >= 1)
    {
      priv->tick = 0;
      end_arrival (self);
      return G_SOURCE_REMOVE;
    }
  priv->arrival = adw_easing_ease (ADW_EASE_IN_OUT_CUBIC, share);
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

void
dem_stage_arrive_from (DemStage *self, DemStage *from)
{
  DemStagePrivate *priv = get_private (self), *other = get_private (from);
  DemScene *scene;

  g_return_if_fail (DEM_IS_STAGE (self) && DEM_IS_STAGE (from) && self != from);

  end_arrival (self);
  scene = dem_canvas_get_scene (DEM_CANVAS (from));
  if (scene == NULL || !adw_get_enable_animations (GTK_WIDGET (from)))
    return;
  if (other->transition != NULL)
    priv->transition = dem_transition_new_midway (other->transition, scene, other->arrival);
  else
    priv->transition = dem_transition_new (scene, get_width (from), get_height (from),
                                           gtk_widget_get_scale_factor (GTK_WIDGET (from)));
  end_arrival (from);
  priv->arrival = 0;
  priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_arrival_tick, NULL, NULL);
}

double
dem_stage_get_arrival (DemStage *self)
{
  g_return_val_if_fail (DEM_IS_STAGE (self), 1);

  return get_private (self)->arrival;
}

void
dem_stage_fade (DemStage *self)
{
  g_return_if_fail (DEM_IS_STAGE (self));

  dem_fade_begin (get_private (self)->fade);
}

/* A picture of another size does not fade. */
static void
draw_fading (DemStage *self, DemScene *scene, GtkSnapshot *snapshot)
{
  DemStagePrivate *priv = get_private (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width != priv->faded_width || height != priv->faded_height)
    dem_fade_stop (priv->fade);
  priv->faded_width = width;
  priv->faded_height = height;
  dem_fade_draw (priv->fade, scene, snapshot);
}

static void
dem_stage_draw_scene (DemCanvas *canvas, DemScene *scene, GtkSnapshot *snapshot)
{
  DemStage *self = DEM_STAGE (canvas);
  DemStagePrivate *priv = get_private (self);

  if (priv->transition != NULL)
    dem_transition_draw (priv->transition, scene, priv->arrival, snapshot);
  else
    draw_fading (self, scene, snapshot);
}

/* ---- What the canvas asks ---- */

static void
dem_stage_focus_changed (DemCanvas *canvas, DemFocusChange what)
{
  const DemRef *selection;
  guint n;

  if (what & DEM_FOCUS_DOSSIER)
    {
      end_arrival (DEM_STAGE (canvas));
      dem_fade_stop (get_private (DEM_STAGE (canvas))->fade);
    }
  if ((what & DEM_FOCUS_SELECTION) == 0 || (what & DEM_FOCUS_DOSSIER) != 0)
    return;
  selection = dem_focus_get_selection (dem_canvas_get_focus (canvas), &n);
  if (n > 0)
    dem_stage_reveal (DEM_STAGE (canvas), selection[n - 1]);
}

static void
dem_stage_place_children (DemCanvas *canvas, int width, int height)
{
  DemStagePrivate *priv = get_private (DEM_STAGE (canvas));
  GtkRequisition size;
  int x;

  if (priv->buttons == NULL)
    return;
  gtk_widget_get_preferred_size (priv->buttons, NULL, &size);
  x = gtk_widget_get_direction (GTK_WIDGET (canvas)) == GTK_TEXT_DIR_RTL ? BUTTONS_MARGIN
                                                                         : width - size.width - BUTTONS_MARGIN;
  gtk_widget_size_allocate (priv->buttons,
                            &(GtkAllocation){ MAX (x, 0),
                                              MAX (height - size.height - BUTTONS_MARGIN, 0), size.width,
                                              size.height },
                            -1);
}

void
dem_stage_set_buttons (DemStage *self, GtkWidget *buttons)
{
  g_return_if_fail (DEM_IS_STAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (buttons) && gtk_widget_get_parent (buttons) == GTK_WIDGET (self));

  get_private (self)->buttons = buttons;
}

void
dem_stage_set_bare (DemStage *self, gboolean bare)
{
  g_return_if_fail (DEM_IS_STAGE (self));

  if (get_private (self)->buttons != NULL)
    gtk_widget_set_visible (get_private (self)->buttons, !bare);
}

/* ---- Actions: a step by key or button is quick, and the next one goes on from where this one leads ---- */

static void
on_zoom_by (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemStage *self = DEM_STAGE (widget);
  double factor = g_str_equal (name, "stage.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP;

  if (is_ready (self))
    animate (self, zoom (self, get_goal (self), factor, get_width (self) / 2, get_height (self) / 2),
             STEP_TIME, ADW_EASE_OUT_CUBIC, FALSE);
}

static void
on_pan_by (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemStage *self = DEM_STAGE (widget);
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  if (is_ready (self))
    animate (self, pan (self, get_goal (self), dx, dy), STEP_TIME, ADW_EASE_OUT_CUBIC, FALSE);
}

static void
on_home (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_stage_go_home (DEM_STAGE (widget));
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (dem_canvas_move_cursor (DEM_CANVAS (widget), (DemCursorMove) g_variant_get_int32 (parameter)))
    dem_stage_reveal (DEM_STAGE (widget), dem_canvas_get_cursor (DEM_CANVAS (widget)));
}

/* ---- The widget ---- */

static void
add_key (GtkWidgetClass *widget_class, guint key, guint keypad, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, keypad, modifiers, action, NULL);
}

/* The picture moves against the arrow, as the camera goes with it. */
static void
add_arrow (GtkWidgetClass *widget_class, guint key, guint keypad, int dx, int dy, DemCursorMove move)
{
  guint keys[] = { key, keypad };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "stage.pan", "(ii)", dx * PAN_STEP,
                                           dy * PAN_STEP);
      gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_CONTROL_MASK, "stage.go", "i", move);
    }
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  /* Keyboards differ in whether + needs Shift. */
  add_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, 0, "stage.zoom-in");
  add_key (widget_class, GDK_KEY_equal, GDK_KEY_plus, 0, "stage.zoom-in");
  add_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, GDK_SHIFT_MASK, "stage.zoom-in");
  add_key (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, 0, "stage.zoom-out");
  add_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, "stage.home");
  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 1, 0, DEM_CURSOR_LEFT);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, -1, 0, DEM_CURSOR_RIGHT);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, 1, DEM_CURSOR_UP);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, -1, DEM_CURSOR_DOWN);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "stage.go", "i", DEM_CURSOR_NEXT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "stage.go", "i",
                                       DEM_CURSOR_PREVIOUS);
}

static void
dem_stage_dispose (GObject *object)
{
  DemStage *self = DEM_STAGE (object);

  stop (self);
  end_arrival (self);
  g_clear_object (&get_private (self)->pan_zoom);
  get_private (self)->buttons = NULL;
  dem_fade_stop (get_private (self)->fade);
  G_OBJECT_CLASS (dem_stage_parent_class)->dispose (object);
}

static void
dem_stage_finalize (GObject *object)
{
  g_clear_pointer (&get_private (DEM_STAGE (object))->fade, dem_fade_free);
  G_OBJECT_CLASS (dem_stage_parent_class)->finalize (object);
}

static void
dem_stage_class_init (DemStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DemCanvasClass *canvas_class = DEM_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_stage_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_stage_finalize;
  canvas_class->focus_changed = dem_stage_focus_changed;
  canvas_class->place_children = dem_stage_place_children;
  canvas_class->clicked = dem_stage_clicked;
  canvas_class->draw_scene = dem_stage_draw_scene;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "stage.zoom-in", NULL, on_zoom_by);
  gtk_widget_class_install_action (widget_class, "stage.zoom-out", NULL, on_zoom_by);
  gtk_widget_class_install_action (widget_class, "stage.home", NULL, on_home);
  gtk_widget_class_install_action (widget_class, "stage.pan", "(ii)", on_pan_by);
  gtk_widget_class_install_action (widget_class, "stage.go", "i", on_go);
  add_keys (widget_class);
}

static void
dem_stage_init (DemStage *self)
{
  DemStagePrivate *priv = get_private (self);

  priv->at_home = TRUE;
  priv->camera.zoom = 1;
  priv->arrival = 1;
  priv->fade = dem_fade_new (GTK_WIDGET (self));
  priv->pan_zoom = dem_pan_zoom_new (GTK_WIDGET (self));
  g_signal_connect_object (priv->pan_zoom, "pan", G_CALLBACK (on_pan), self, 0);
  g_signal_connect_object (priv->pan_zoom, "zoom", G_CALLBACK (on_zoom), self, 0);
  g_signal_connect_object (priv->pan_zoom, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
}
