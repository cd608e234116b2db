/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/pan_zoom.h"
#include "ui/map/map_scene.h"

#define ZOOM_STEP 1.5
#define CLICK_ZOOM 2.0
#define PAN_STEP 90   /* pixels for an arrow key */
#define MOVE_TIME 400 /* milliseconds */
#define STEP_TIME 200
#define BUTTONS_MARGIN 12 /* from the corner */
#define CURSOR_MARGIN                                                                                        \
  32.0 /* from the edge within which the cursor's mark is brought nearer to the middle                       \
        */

struct _DemMapView
{
  DemCanvas parent_instance;

  GtkWidget *buttons;

  DemPanZoom *pan_zoom;
  DemLandCache *land;
  AdwAnimation *animation; /* nullable: the one that moves the camera */

  DemMapWorld *world;     /* nullable */
  DemMapContent *content; /* nullable */
  DemMapScene *scene;     /* nullable: the last that was made */

  DemMapCamera camera;
  DemMapCamera from, to; /* of the animation */
  gboolean at_home;      /* nobody has moved it: it fits all at any size */
  gboolean goes_home;
  gboolean true_scale;
};

enum
{
  PROP_TRUE_SCALE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DemMapView, dem_map_view, DEM_TYPE_CANVAS)

/* ---- The scene ---- */

static void
drop_world (DemMapView *self)
{
  g_clear_object (&self->scene);
  g_clear_pointer (&self->content, dem_map_content_unref);
  g_clear_pointer (&self->world, dem_map_world_unref);
}

/* Under GL a texture is quick and a surface has to be sent anew for each frame; under Cairo it is the other
 * way round. */
static void
update_output (DemMapView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  const char *name = renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : "GskCairoRenderer";
  dem_land_cache_set_output (self->land, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                             strcmp (name, "GskCairoRenderer") != 0);
}

static DemScene *
dem_map_view_create_scene (DemCanvas *canvas, const DemSceneInput *input)
{
  DemMapView *self = DEM_MAP_VIEW (canvas);
  DemMapScene *scene;

  double text_scale = dem_map_get_text_scale (input->pango);

  if (self->world != NULL
      && (dem_map_world_get_dossier (self->world) != input->dossier
          || dem_map_world_get_extent (self->world)->text_scale != text_scale))
    drop_world (self);
  if (self->world == NULL)
    self->world = dem_map_world_new (input->dossier, self->true_scale, text_scale);
  if (self->at_home)
    self->camera = dem_map_camera_home (dem_map_world_get_projection (self->world),
                                        dem_map_world_get_extent (self->world));
  if (self->content == NULL || !dem_map_content_is_current (self->content, self->world, input))
    {
      g_clear_pointer (&self->content, dem_map_content_unref);
      self->content = dem_map_content_new (self->world, input);
    }
  update_output (self);
  scene = dem_map_scene_new_for_view (self->content, input->width, input->height, self->camera, self->scene,
                                      self->land);
  g_set_object (&self->scene, scene);
  return DEM_SCENE (scene);
}

/* ---- The camera ---- */

static DemProjection *
get_projection (DemMapView *self)
{
  return dem_map_world_get_projection (self->world);
}

static DemMapCamera
clamp_camera (DemMapView *self, DemMapCamera camera)
{
  return dem_map_camera_clamp (get_projection (self), dem_map_world_get_extent (self->world),
                               gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)), camera);
}

static void
stop (DemMapView *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

DemMapCamera
dem_map_view_get_camera (DemMapView *self)
{
  g_return_val_if_fail (DEM_IS_MAP_VIEW (self), ((DemMapCamera){ { 0, 0 }, 1 }));

  return self->camera;
}

static void
put_camera (DemMapView *self, DemMapCamera camera)
{
  self->at_home = FALSE;
  self->camera = camera;
  dem_canvas_invalidate (DEM_CANVAS (self));
}

void
dem_map_view_set_camera (DemMapView *self, DemMapCamera camera)
{
  g_return_if_fail (DEM_IS_MAP_VIEW (self));

  stop (self);
  dem_pan_zoom_stop (self->pan_zoom);
  put_camera (self, self->world != NULL ? clamp_camera (self, camera) : camera);
}

static void
on_animated (double share, gpointer data)
{
  DemMapView *self = data;
  if (self->world == NULL)
    return;
  put_camera (self, dem_map_camera_between (get_projection (self), self->from, self->to, share));
  if (share >= 1.0)
    {
      self->camera = self->to;
      self->at_home = self->goes_home;
    }
}

/* Where the camera is going, or stands: further steps go on from there. */
static DemMapCamera
get_goal (DemMapView *self)
{
  gboolean moves
      = self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
  return moves ? self->to : self->camera;
}

static void
animate (DemMapView *self, DemMapCamera camera, guint milliseconds, AdwEasing easing)
{
  stop (self);
  dem_pan_zoom_stop (self->pan_zoom);
  self->from = self->camera;
  self->to = clamp_camera (self, camera);
  self->goes_home = FALSE;
  self->animation = g_object_ref_sink (
      adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, milliseconds,
                               adw_callback_animation_target_new (on_animated, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), easing);
}

void
dem_map_view_move_camera (DemMapView *self, DemMapCamera camera)
{
  g_return_if_fail (DEM_IS_MAP_VIEW (self));

  if (self->world == NULL)
    return;
  animate (self, camera, MOVE_TIME, ADW_EASE_IN_OUT_CUBIC);
  adw_animation_play (self->animation);
}

void
dem_map_view_go_home (DemMapView *self)
{
  g_return_if_fail (DEM_IS_MAP_VIEW (self));

  if (self->world == NULL)
    return;
  animate (self, dem_map_camera_home (get_projection (self), dem_map_world_get_extent (self->world)),
           MOVE_TIME, ADW_EASE_IN_OUT_CUBIC);
  self->goes_home = TRUE;
  adw_animation_play (self->animation);
}

/* A step by key or button: quick, and the next one goes on from where this one leads. */
static void
step_to (DemMapView *self, DemMapCamera camera)
{
  animate (self, camera, STEP_TIME, ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->animation);
}

static DemMapViewport
get_viewport (DemMapView *self, DemMapCamera camera)
{
  DemMapViewport viewport;
  dem_map_viewport_init (&viewport, get_projection (self), dem_map_world_get_extent (self->world),
                         gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                         camera);
  return viewport;
}

/* The camera after zooming around a pixel, no further than it may. */
static DemMapCamera
zoom_at (DemMapView *self, DemMapCamera camera, double factor, double x, double y)
{
  double nearest, farthest;
  dem_map_camera_limits (get_projection (self), dem_map_world_get_extent (self->world),
                         gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                         &nearest, &farthest);
  double zoom = CLAMP (camera.zoom * factor, farthest, nearest);
  DemMapViewport viewport = get_viewport (self, camera);
  return dem_map_camera_zoom (get_projection (self), &viewport, camera, zoom / camera.zoom, x, y);
}

static void
on_pan (DemPanZoom *pan_zoom, double dx, double dy, DemMapView *self)
{
  if (self->world == NULL)
    return;
  stop (self);
  DemMapViewport viewport = get_viewport (self, self->camera);
  put_camera (
      self, clamp_camera (self, dem_map_camera_pan (get_projection (self), &viewport, self->camera, dx, dy)));
}

static void
on_zoom (DemPanZoom *pan_zoom, double factor, double x, double y, DemMapView *self)
{
  if (self->world == NULL)
    return;
  stop (self);
  put_camera (self, clamp_camera (self, zoom_at (self, self->camera, factor, x, y)));
}

/* Brings a mark that lies outside the picture to its middle. */
static void
reveal (DemMapView *self, DemRef ref)
{
  graphene_rect_t bounds;
  graphene_point_t middle;
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->world == NULL || !dem_canvas_get_mark_bounds (DEM_CANVAS (self), ref, &bounds))
    return;
  graphene_rect_get_center (&bounds, &middle);
  if (middle.x >= MIN (CURSOR_MARGIN, width / 2) && middle.y >= MIN (CURSOR_MARGIN, height / 2)
      && middle.x <= MAX (width - CURSOR_MARGIN, width / 2)
      && middle.y <= MAX (height - CURSOR_MARGIN, height / 2))
    return;
  DemMapViewport viewport = get_viewport (self, self->camera);
  dem_map_view_move_camera (self, dem_map_camera_pan (get_projection (self), &viewport, self->camera,
                                                      width / 2 - middle.x, height / 2 - middle.y));
}

/* ---- What the canvas asks ---- */

static void
dem_map_view_focus_changed (DemCanvas *canvas, DemFocusChange what)
{
  DemMapView *self = DEM_MAP_VIEW (canvas);
  DemFocus *focus = dem_canvas_get_focus (canvas);
  guint n;

  if (what & DEM_FOCUS_DOSSIER)
    {
      DemDossier *dossier = dem_focus_get_dossier (focus);
      gboolean same = self->world != NULL && dossier != NULL
                      && g_strcmp0 (dem_dossier_get_id (dem_map_world_get_dossier (self->world)),
                                    dem_dossier_get_id (dossier))
                             == 0;
      /* The same dossier, read again, is seen from where one was. */
      stop (self);
      self->at_home = self->at_home || !same;
      drop_world (self);
    }
  else if (what & DEM_FOCUS_SELECTION)
    {
      const DemRef *selection = dem_focus_get_selection (focus, &n);
      if (n > 0)
        reveal (self, selection[n - 1]);
    }
}

static void
dem_map_view_place_children (DemCanvas *canvas, int width, int height)
{
  DemMapView *self = DEM_MAP_VIEW (canvas);
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->buttons, NULL, &size);
  gtk_widget_size_allocate (self->buttons,
                            &(GtkAllocation){ MAX (width - size.width - BUTTONS_MARGIN, 0),
                                              MAX (height - size.height - BUTTONS_MARGIN, 0), size.width,
                                              size.height },
                            -1);
}

static char *
dem_map_view_dup_tooltip (DemCanvas *canvas, DemRef ref)
{
  DemScene *scene = dem_canvas_get_scene (canvas);
  return scene != NULL ? dem_map_scene_dup_tooltip (DEM_MAP_SCENE (scene), ref) : NULL;
}

/* A second click brings what was clicked to the middle, nearer. */
static gboolean
dem_map_view_clicked (DemCanvas *canvas, double x, double y, int n_press, GdkModifierType modifiers)
{
  DemMapView *self = DEM_MAP_VIEW (canvas);

  if (n_press != 2 || self->world == NULL)
    return n_press > 1;
  DemMapViewport viewport = get_viewport (self, self->camera);
  DemMapCamera camera = dem_map_camera_pan (get_projection (self), &viewport, self->camera,
                                            viewport.width / 2 - x, viewport.height / 2 - y);
  camera.zoom *= CLICK_ZOOM;
  dem_map_view_move_camera (self, camera);
  return TRUE;
}

/* ---- Actions ---- */

static void
zoom_by (DemMapView *self, double factor)
{
  if (self->world == NULL)
    return;
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
         y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  step_to (self, zoom_at (self, get_goal (self), factor, x, y));
}

static void
on_zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (DEM_MAP_VIEW (widget), ZOOM_STEP);
}

static void
on_zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_by (DEM_MAP_VIEW (widget), 1.0 / ZOOM_STEP);
}

static void
on_home (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_map_view_go_home (DEM_MAP_VIEW (widget));
}

static void
on_pan_by (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemMapView *self = DEM_MAP_VIEW (widget);
  int dx, dy;

  if (self->world == NULL)
    return;
  g_variant_get (parameter, "(ii)", &dx, &dy);
  DemMapCamera goal = get_goal (self);
  DemMapViewport viewport = get_viewport (self, goal);
  step_to (self, dem_map_camera_pan (get_projection (self), &viewport, goal, dx, dy));
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemCanvas *canvas = DEM_CANVAS (widget);
  if (dem_canvas_move_cursor (canvas, (DemCursorMove) g_variant_get_int32 (parameter)))
    reveal (DEM_MAP_VIEW (widget), dem_canvas_get_cursor (canvas));
}

/* ---- The widget ---- */

static void
set_true_scale (DemMapView *self, gboolean true_scale)
{
  if (self->true_scale == true_scale)
    return;
  self->true_scale = true_scale;
  stop (self);
  drop_world (self);
  dem_canvas_invalidate (DEM_CANVAS (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRUE_SCALE]);
}

static void
dem_map_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TRUE_SCALE)
    g_value_set_boolean (value, DEM_MAP_VIEW (object)->true_scale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dem_map_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TRUE_SCALE)
    set_true_scale (DEM_MAP_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dem_map_view_dispose (GObject *object)
{
  DemMapView *self = DEM_MAP_VIEW (object);

  stop (self);
  drop_world (self);
  g_clear_object (&self->pan_zoom);
  g_clear_object (&self->land);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_MAP_VIEW);
  G_OBJECT_CLASS (dem_map_view_parent_class)->dispose (object);
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
      gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "map.pan", "(ii)", dx * PAN_STEP,
                                           dy * PAN_STEP);
      gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_CONTROL_MASK, "map.go", "i", move);
    }
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  /* Keyboards differ in whether + needs Shift; the picture moves against the arrow, as the camera goes with
   * it. */
  add_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, 0, "map.zoom-in");
  add_key (widget_class, GDK_KEY_equal, GDK_KEY_plus, 0, "map.zoom-in");
  add_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, GDK_SHIFT_MASK, "map.zoom-in");
  add_key (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, 0, "map.zoom-out");
  add_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, "map.home");
  add_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 1, 0, DEM_CURSOR_LEFT);
  add_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, -1, 0, DEM_CURSOR_RIGHT);
  add_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, 1, DEM_CURSOR_UP);
  add_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, -1, DEM_CURSOR_DOWN);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "map.go", "i", DEM_CURSOR_NEXT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "map.go", "i", DEM_CURSOR_PREVIOUS);
}

static void
dem_map_view_class_init (DemMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DemCanvasClass *canvas_class = DEM_CANVAS_CLASS (klass);

  object_class->dispose = dem_map_view_dispose;
  object_class->get_property = dem_map_view_get_property;
  object_class->set_property = dem_map_view_set_property;
  canvas_class->create_scene = dem_map_view_create_scene;
  canvas_class->focus_changed = dem_map_view_focus_changed;
  canvas_class->place_children = dem_map_view_place_children;
  canvas_class->dup_tooltip = dem_map_view_dup_tooltip;
  canvas_class->clicked = dem_map_view_clicked;

  properties[PROP_TRUE_SCALE] = g_param_spec_boolean (
      "true-scale", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/map/map_view.ui");
  gtk_widget_class_bind_template_child (widget_class, DemMapView, buttons);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, on_zoom_in);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, on_zoom_out);
  gtk_widget_class_install_action (widget_class, "map.home", NULL, on_home);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", on_pan_by);
  gtk_widget_class_install_action (widget_class, "map.go", "i", on_go);
  gtk_widget_class_install_property_action (widget_class, "map.true-scale", "true-scale");
  add_keys (widget_class);
}

static void
dem_map_view_init (DemMapView *self)
{
  self->at_home = TRUE;
  self->camera.zoom = 1.0;
  self->land = dem_land_cache_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pan_zoom = dem_pan_zoom_new (GTK_WIDGET (self));
  g_signal_connect_object (self->pan_zoom, "pan", G_CALLBACK (on_pan), self, 0);
  g_signal_connect_object (self->pan_zoom, "zoom", G_CALLBACK (on_zoom), self, 0);
  g_signal_connect_object (self->land, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
dem_map_view_new (void)
{
  return g_object_new (DEM_TYPE_MAP_VIEW, NULL);
}
