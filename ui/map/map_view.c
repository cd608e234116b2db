/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/map_view.h"

#include <adwaita.h>
#include <math.h>

#include "ui/common/canvas_menu.h"
#include "ui/common/menu_focus.h"
#include "ui/common/widget_style.h"
#include "ui/map/map_fit.h"
#include "ui/map/map_scene.h"
#include "ui/map/perspective_menu.h"

#define UNFOLD_TIME 220 /* milliseconds */

struct _DemMapView
{
  DemStage parent_instance;

  GtkWidget *buttons;
  GtkMenuButton *more_button;
  GMenu *perspectives;

  DemLandCache *land;

  DemMapWorld *world;     /* nullable */
  DemMapContent *content; /* nullable */
  DemMapScene *scene;     /* nullable: the last that was made */

  guint32 opened; /* the world's seat that somebody unfolded, or DEM_NO_INDEX */
  gboolean is_opened_by_cursor;
  gboolean is_near;
  AdwAnimation *opening; /* of the seat that was opened; its value says how far it is */
  AdwAnimation *nearing; /* of all seats when the camera comes near */

  gboolean true_scale;
};

enum
{
  PROP_TRUE_SCALE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DemMapView, dem_map_view, DEM_TYPE_STAGE)

/* ---- Unfolding ---- */

static void
on_unfolded (double share, gpointer data)
{
  dem_canvas_invalidate (DEM_CANVAS (data));
}

static AdwAnimation *
make_animation (DemMapView *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (on_unfolded, self, NULL);
  AdwAnimation *animation = adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, UNFOLD_TIME, target);

  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (animation), ADW_EASE_OUT_CUBIC);
  return g_object_ref_sink (animation);
}

/* Shows the actors of one seat one by one, and of no other; DEM_NO_INDEX folds it. */
static void
open_seat (DemMapView *self, guint32 seat)
{
  if (seat == self->opened)
    return;
  self->opened = seat;
  self->is_opened_by_cursor = FALSE;
  adw_animation_reset (self->opening);
  if (seat != DEM_NO_INDEX)
    adw_animation_play (self->opening);
  dem_canvas_invalidate (DEM_CANVAS (self));
}

/* Seats unfold when the camera comes near, and fold at once when it leaves. */
static DemMapUnfold
get_unfold (DemMapView *self, double zoom)
{
  gboolean is_near = zoom >= DEM_MAP_NEAR_ZOOM;

  if (is_near != self->is_near)
    {
      self->is_near = is_near;
      adw_animation_reset (self->nearing);
      if (is_near)
        adw_animation_play (self->nearing);
    }
  /* The first frame shows something already: a share of nothing would be a folded seat. */
  return (DemMapUnfold){ .near = is_near ? MAX (adw_animation_get_value (self->nearing), 0.01) : 0.0,
                         .seat = self->opened,
                         .opened = MAX (adw_animation_get_value (self->opening), 0.01) };
}

/* ---- The scene ---- */

static void
drop_world (DemMapView *self)
{
  g_clear_object (&self->scene);
  g_clear_pointer (&self->content, dem_map_content_unref);
  g_clear_pointer (&self->world, dem_map_world_unref);
  self->opened = DEM_NO_INDEX; /* it was that world's */
}

/* Under GL a texture is quick and a surface has to be sent anew for each frame; under Cairo it is the other
 * way round. */
static void
update_output (DemMapView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  const char *name = renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : "GskCairoRenderer";
  dem_land_cache_set_output (self->land, dem_widget_get_output_scale (GTK_WIDGET (self)),
                             strcmp (name, "GskCairoRenderer") != 0);
}

/* Countries that are shaded otherwise fade; the same in finer outlines just appear. */
static void
on_land_changed (DemMapView *self, gboolean is_restyled)
{
  if (is_restyled)
    dem_stage_fade (DEM_STAGE (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  if (self->content == NULL || !dem_map_content_is_current (self->content, self->world, input))
    {
      g_autoptr (DemMapContent) before = g_steal_pointer (&self->content);
      self->content = dem_map_content_new (self->world, input);
      if (before != NULL && !dem_map_content_looks_like (before, self->content))
        dem_stage_fade (DEM_STAGE (self));
    }
  update_output (self);
  DemMapCamera camera = dem_map_view_get_camera (self);
  DemMapUnfold unfold = get_unfold (self, camera.zoom);
  scene = dem_map_scene_new_for_view (self->content, input->width, input->height, camera, &unfold, self->scene,
                                      self->land);
  g_set_object (&self->scene, scene);
  return DEM_SCENE (scene);
}

/* ---- The camera: degrees in the middle, and how much nearer than what shows all seats ---- */

static DemStageCamera
to_stage (DemMapCamera camera)
{
  return (DemStageCamera){ camera.centre.longitude, camera.centre.latitude, camera.zoom };
}

static DemMapCamera
from_stage (DemStageCamera camera)
{
  return (DemMapCamera){ .centre.longitude = camera.x, .centre.latitude = camera.y, .zoom = camera.zoom };
}

static DemProjection *
get_projection (DemStage *stage)
{
  return dem_map_world_get_projection (DEM_MAP_VIEW (stage)->world);
}

static const DemMapExtent *
get_extent (DemStage *stage)
{
  return dem_map_world_get_extent (DEM_MAP_VIEW (stage)->world);
}

static DemMapViewport
get_viewport (DemStage *stage, DemStageCamera camera)
{
  DemMapViewport viewport;

  dem_map_viewport_init (&viewport, get_projection (stage), get_extent (stage),
                         gtk_widget_get_width (GTK_WIDGET (stage)),
                         gtk_widget_get_height (GTK_WIDGET (stage)), from_stage (camera));
  return viewport;
}

static gboolean
dem_map_view_is_ready (DemStage *stage)
{
  return DEM_MAP_VIEW (stage)->world != NULL;
}

static DemStageCamera
dem_map_view_get_home (DemStage *stage)
{
  return to_stage (dem_map_camera_home (get_projection (stage), get_extent (stage)));
}

static DemStageCamera
dem_map_view_clamp (DemStage *stage, DemStageCamera camera)
{
  return to_stage (dem_map_camera_clamp (get_projection (stage), get_extent (stage),
                                         gtk_widget_get_width (GTK_WIDGET (stage)),
                                         gtk_widget_get_height (GTK_WIDGET (stage)), from_stage (camera)));
}

static DemStageCamera
dem_map_view_pan (DemStage *stage, DemStageCamera camera, double dx, double dy)
{
  DemMapViewport viewport = get_viewport (stage, camera);

  return to_stage (dem_map_camera_pan (get_projection (stage), &viewport, from_stage (camera), dx, dy));
}

static DemStageCamera
dem_map_view_zoom (DemStage *stage, DemStageCamera camera, double factor, double x, double y)
{
  DemMapViewport viewport = get_viewport (stage, camera);
  double nearest, farthest, zoom;

  dem_map_camera_limits (get_projection (stage), get_extent (stage), viewport.width, viewport.height,
                         &nearest, &farthest);
  zoom = CLAMP (camera.zoom * factor, farthest, nearest);
  return to_stage (
      dem_map_camera_zoom (get_projection (stage), &viewport, from_stage (camera), zoom / camera.zoom, x, y));
}

static DemStageCamera
dem_map_view_between (DemStage *stage, DemStageCamera from, DemStageCamera to, double share)
{
  return to_stage (
      dem_map_camera_between (get_projection (stage), from_stage (from), from_stage (to), share));
}

DemMapCamera
dem_map_view_get_camera (DemMapView *self)
{
  g_return_val_if_fail (DEM_IS_MAP_VIEW (self), ((DemMapCamera){ { 0, 0 }, 1 }));

  return from_stage (dem_stage_get_camera (DEM_STAGE (self)));
}

void
dem_map_view_set_camera (DemMapView *self, DemMapCamera camera)
{
  g_return_if_fail (DEM_IS_MAP_VIEW (self));

  dem_stage_set_camera (DEM_STAGE (self), to_stage (camera));
}

void
dem_map_view_move_camera (DemMapView *self, DemMapCamera camera)
{
  g_return_if_fail (DEM_IS_MAP_VIEW (self));

  dem_stage_move_camera (DEM_STAGE (self), to_stage (camera));
}

gboolean
dem_map_view_find_camera (DemMapView *self, const DemRef *refs, guint n, DemMapCamera *camera)
{
  g_return_val_if_fail (DEM_IS_MAP_VIEW (self), FALSE);

  return self->world != NULL
         && dem_map_fit (self->world, refs, n, gtk_widget_get_width (GTK_WIDGET (self)),
                         gtk_widget_get_height (GTK_WIDGET (self)), camera);
}

/* ---- What the canvas asks ---- */

static void
dem_map_view_focus_changed (DemCanvas *canvas, DemFocusChange what)
{
  DemMapView *self = DEM_MAP_VIEW (canvas);

  if (what & DEM_FOCUS_DOSSIER)
    {
      DemDossier *dossier = dem_focus_get_dossier (dem_canvas_get_focus (canvas));
      gboolean same = self->world != NULL && dossier != NULL
                      && g_strcmp0 (dem_dossier_get_id (dem_map_world_get_dossier (self->world)),
                                    dem_dossier_get_id (dossier))
                             == 0;
      /* The same dossier, read again, is seen from where one was. */
      dem_stage_reset_camera (DEM_STAGE (self), !same);
      drop_world (self);
    }
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION | DEM_FOCUS_SCENARIO | DEM_FOCUS_PERSPECTIVE))
    dem_perspective_menu_fill (self->perspectives, dem_canvas_get_focus (canvas));
  DEM_CANVAS_CLASS (dem_map_view_parent_class)->focus_changed (canvas, what);
}

static void
dem_map_view_fill_card (DemCanvas *canvas, DemRef ref, DemHoverCard *card)
{
  DemScene *scene = dem_canvas_get_scene (canvas);
  if (scene != NULL)
    dem_map_scene_fill_card (DEM_MAP_SCENE (scene), ref, card);
}

/* "+n" unfolds its seat; a click on nothing folds it again. */
static gboolean
dem_map_view_clicked (DemCanvas *canvas, double x, double y, int n_press, GdkModifierType modifiers)
{
  DemMapView *self = DEM_MAP_VIEW (canvas);
  DemScene *scene = dem_canvas_get_scene (canvas);
  guint32 seat = scene != NULL ? dem_map_scene_find_folded (DEM_MAP_SCENE (scene), x, y) : DEM_NO_INDEX;

  if (n_press == 1 && seat != DEM_NO_INDEX)
    {
      open_seat (self, seat);
      return TRUE;
    }
  if (n_press == 1 && scene != NULL && dem_ref_is_none (dem_scene_hit (scene, x, y, 0)))
    open_seat (self, DEM_NO_INDEX);
  return DEM_CANVAS_CLASS (dem_map_view_parent_class)->clicked (canvas, x, y, n_press, modifiers);
}

/* A place on the map. */
static DemNoteTarget *
dem_map_view_dup_target_at (DemCanvas *canvas, double x, double y)
{
  DemScene *scene = dem_canvas_get_scene (canvas);
  const DemMapViewport *viewport;
  DemProjection *projection;
  double latitude, longitude;

  if (scene == NULL)
    return NULL;
  projection = get_projection (DEM_STAGE (canvas));
  viewport = dem_map_scene_get_viewport (DEM_MAP_SCENE (scene));
  longitude = dem_projection_longitude (projection, (x - viewport->dx) / viewport->scale);
  latitude = dem_projection_latitude (projection, (y - viewport->dy) / viewport->scale);
  if (!(fabs (latitude) <= 90))
    return NULL;
  /* The map may show the same meridian twice. */
  return dem_note_target_new_place (latitude, remainder (longitude, 360));
}

/* Who hides behind a number comes out when the cursor reaches them, and goes back when it leaves. */
static void
dem_map_view_cursor_moved (DemCanvas *canvas, DemRef ref)
{
  DemMapView *self = DEM_MAP_VIEW (canvas);
  DemScene *scene = dem_canvas_get_scene (canvas);
  guint32 folded = scene != NULL ? dem_map_scene_get_folded_seat (DEM_MAP_SCENE (scene), ref) : DEM_NO_INDEX;

  if (folded != DEM_NO_INDEX)
    {
      open_seat (self, folded);
      self->is_opened_by_cursor = TRUE;
    }
  else if (self->is_opened_by_cursor && scene != NULL
           && dem_map_scene_get_seat (DEM_MAP_SCENE (scene), ref) != self->opened)
    open_seat (self, DEM_NO_INDEX);
}

/* Who has no place stands in the legend. */
static gboolean
dem_map_view_is_fixed (DemStage *stage, DemRef ref)
{
  return ref.kind == DEM_KIND_ACTOR && DEM_MAP_VIEW (stage)->world != NULL
         && dem_map_world_seat_of (DEM_MAP_VIEW (stage)->world, ref.index) == DEM_NO_INDEX;
}

/* ---- The widget ---- */

static void
set_true_scale (DemMapView *self, gboolean true_scale)
{
  if (self->true_scale == true_scale)
    return;
  self->true_scale = true_scale;
  dem_stage_reset_camera (DEM_STAGE (self), FALSE);
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

  drop_world (self);
  g_clear_object (&self->land);
  g_clear_object (&self->opening);
  g_clear_object (&self->nearing);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_MAP_VIEW);
  G_OBJECT_CLASS (dem_map_view_parent_class)->dispose (object);
}

static void
dem_map_view_class_init (DemMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DemCanvasClass *canvas_class = DEM_CANVAS_CLASS (klass);
  DemStageClass *stage_class = DEM_STAGE_CLASS (klass);

  object_class->dispose = dem_map_view_dispose;
  object_class->get_property = dem_map_view_get_property;
  object_class->set_property = dem_map_view_set_property;
  canvas_class->create_scene = dem_map_view_create_scene;
  canvas_class->focus_changed = dem_map_view_focus_changed;
  canvas_class->fill_card = dem_map_view_fill_card;
  canvas_class->clicked = dem_map_view_clicked;
  canvas_class->fill_menu = dem_perspective_menu_append;
  canvas_class->dup_target_at = dem_map_view_dup_target_at;
  canvas_class->cursor_moved = dem_map_view_cursor_moved;
  stage_class->is_ready = dem_map_view_is_ready;
  stage_class->get_home = dem_map_view_get_home;
  stage_class->clamp = dem_map_view_clamp;
  stage_class->pan = dem_map_view_pan;
  stage_class->zoom = dem_map_view_zoom;
  stage_class->between = dem_map_view_between;
  stage_class->is_fixed = dem_map_view_is_fixed;

  properties[PROP_TRUE_SCALE] = g_param_spec_boolean (
      "true-scale", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/map/map_view.ui");
  gtk_widget_class_bind_template_child (widget_class, DemMapView, buttons);
  gtk_widget_class_bind_template_child (widget_class, DemMapView, more_button);
  gtk_widget_class_bind_template_child (widget_class, DemMapView, perspectives);
  gtk_widget_class_install_property_action (widget_class, "map.true-scale", "true-scale");
}

static void
dem_map_view_init (DemMapView *self)
{
  self->land = dem_land_cache_new ();
  self->opened = DEM_NO_INDEX;
  gtk_widget_init_template (GTK_WIDGET (self));
  dem_menu_button_keep_focus (self->more_button);
  self->opening = make_animation (self);
  self->nearing = make_animation (self);
  dem_stage_set_buttons (DEM_STAGE (self), self->buttons);
  dem_canvas_menu_attach (DEM_CANVAS (self));
  g_signal_connect_object (self->land, "changed", G_CALLBACK (on_land_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dem_map_view_new (void)
{
  return g_object_new (DEM_TYPE_MAP_VIEW, NULL);
}
