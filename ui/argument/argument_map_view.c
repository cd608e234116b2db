/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_view_private.h"

#include <math.h>

#include "ui/argument/argument_map_card.h"
#include "ui/argument/argument_map_plan.h"
#include "ui/common/canvas_menu.h"

#define NEAREST 3.0
#define LEAST_AT_FIRST 0.85 /* of its own size, at which a text is read with ease */
#define START_MARGIN 24.0

G_DEFINE_FINAL_TYPE (DemArgumentMapView, dem_argument_map_view, DEM_TYPE_FLAT_STAGE)

gboolean
dem_argument_map_view_is_rtl (DemArgumentMapView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

void
dem_argument_map_view_refresh (DemArgumentMapView *self)
{
  self->stale = TRUE;
  dem_canvas_invalidate (DEM_CANVAS (self));
}

void
dem_argument_map_view_speak_again (DemArgumentMapView *self, DemRef ref)
{
  dem_canvas_set_cursor (DEM_CANVAS (self), DEM_REF_NONE);
  dem_canvas_set_cursor (DEM_CANVAS (self), ref);
}

/* ---- The scene ---- */

static gboolean
is_shown_dossier (DemArgumentMapView *self, DemEvaluation *evaluation)
{
  return evaluation != NULL
         && dem_evaluation_get_dossier (evaluation) == dem_outline_get_dossier (self->outline);
}

static DemArgumentMapState
get_state (DemArgumentMapView *self, DemStageCamera camera)
{
  DemEvaluation *now = dem_evaluator_get_evaluation (self->evaluator);
  DemEvaluation *before = dem_evaluator_get_before (self->evaluator);
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (self));
  gboolean has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  return (DemArgumentMapState){
    .words = { self->map, is_shown_dossier (self, now) ? now : NULL,
               is_shown_dossier (self, before) ? before : NULL },
    .layout = self->layout,
    .boxes = self->motion != NULL ? self->motion->boxes : NULL,
    .opacities = self->motion != NULL ? self->motion->opacities : NULL,
    .origin = self->origin,
    .camera = camera,
    .handle = self->hovered != DEM_NO_INDEX                ? self->hovered
              : has_focus && cursor.kind == DEM_KIND_CLAIM ? cursor.index
                                                           : DEM_NO_INDEX,
    .framed = TRUE,
  };
}

/* Before the first layout is there. */
static DemScene *
create_empty (DemArgumentMapView *self, const DemSceneInput *input)
{
  g_autoptr (DemClaimMap) map = dem_claim_map_new_empty (self->outline);
  g_autoptr (DemArgumentPlan) plan = dem_argument_map_plan_new (map, input->pango);
  g_autoptr (DemArgumentLayout) layout = dem_argument_layout_new (plan);
  DemArgumentMapState state
      = { .words = { map, NULL, NULL }, .layout = layout, .camera = { 0, 0, 1 }, .handle = DEM_NO_INDEX };

  return DEM_SCENE (dem_argument_map_scene_new_for_state (input, &state));
}

static DemScene *
dem_argument_map_view_create_scene (DemCanvas *canvas, const DemSceneInput *input)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (canvas);
  guint32 scenario = dem_focus_get_scenario (input->focus);
  DemArgumentMapSizes sizes;
  DemArgumentMapState state;

  if (self->outline == NULL || dem_outline_get_dossier (self->outline) != input->dossier
      || dem_outline_get_scenario (self->outline) != scenario)
    dem_argument_map_view_set_outline (self, input->dossier, scenario);
  dem_argument_map_measure (input->pango, &sizes);
  if (self->stale || fabs (sizes.line - self->line) > 0.01)
    dem_argument_map_view_lay_out (self, input->pango);
  self->line = sizes.line;
  if (self->map == NULL)
    return create_empty (self, input);
  state = get_state (self, dem_stage_get_camera (DEM_STAGE (self)));
  return DEM_SCENE (dem_argument_map_scene_new_for_state (input, &state));
}

/* ---- The camera ---- */

static gboolean
dem_argument_map_view_is_ready (DemStage *stage)
{
  return DEM_ARGUMENT_MAP_VIEW (stage)->layout != NULL;
}

static gboolean
is_settled (DemStage *stage)
{
  return dem_argument_map_view_is_settled (DEM_ARGUMENT_MAP_VIEW (stage));
}

static DemStageCamera
dem_argument_map_view_fit (DemFlatStage *stage)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (stage);
  GtkWidget *widget = GTK_WIDGET (stage);

  return dem_argument_map_fit (self->layout, self->origin, gtk_widget_get_width (widget),
                               gtk_widget_get_height (widget),
                               dem_argument_map_get_frame (gtk_widget_get_pango_context (widget)));
}

static void
dem_argument_map_view_get_bounds (DemFlatStage *stage, graphene_rect_t *bounds)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (stage);
  double width, height;

  dem_argument_layout_get_size (self->layout, &width, &height);
  graphene_rect_init (bounds, self->origin.x, self->origin.y, width, height);
}

/* Everything; but at first no smaller than can be read, beginning with the first claim, and in its own size
 * where the columns have room. */
static DemStageCamera
dem_argument_map_view_get_home (DemStage *stage)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (stage);
  DemStageCamera camera = dem_argument_map_view_fit (DEM_FLAT_STAGE (stage));
  gboolean rtl = dem_argument_map_view_is_rtl (self);
  g_autofree graphene_rect_t *boxes = NULL;
  graphene_rect_t bounds;
  double room = gtk_widget_get_width (GTK_WIDGET (stage)) - 2 * START_MARGIN, from_start;

  if (self->shows_all || camera.zoom >= LEAST_AT_FIRST || dem_claim_map_count_boxes (self->map) == 0)
    return camera;
  boxes = dem_argument_map_dup_boxes (self->layout, self->origin, rtl);
  dem_argument_map_view_get_bounds (DEM_FLAT_STAGE (stage), &bounds);
  camera.zoom = CLAMP (room / bounds.size.width, LEAST_AT_FIRST, 1);
  camera.y = boxes[0].origin.y + boxes[0].size.height / 2;
  from_start = room / 2 / camera.zoom;
  camera.x = rtl ? boxes[0].origin.x + boxes[0].size.width - from_start : boxes[0].origin.x + from_start;
  return camera;
}

/* ---- The evaluator and the notebook ---- */

static void
on_evaluated (DemArgumentMapView *self)
{
  dem_canvas_invalidate (DEM_CANVAS (self));
}

static void
take_evaluator (DemArgumentMapView *self, DemEvaluator *evaluator)
{
  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_func (self->evaluator, on_evaluated, self);
  g_set_object (&self->evaluator, evaluator);
  g_signal_connect_object (evaluator, "changed", G_CALLBACK (on_evaluated), self, G_CONNECT_SWAPPED);
  dem_canvas_invalidate (DEM_CANVAS (self));
}

void
dem_argument_map_view_set_evaluator (DemArgumentMapView *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self));
  g_return_if_fail (DEM_IS_EVALUATOR (evaluator));

  self->evaluates_itself = FALSE;
  take_evaluator (self, evaluator);
}

void
dem_argument_map_view_set_notebook (DemArgumentMapView *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  g_set_object (&self->notebook, notebook);
}

/* ---- What the canvas asks ---- */

static void
dem_argument_map_view_focus_changed (DemCanvas *canvas, DemFocusChange what)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (canvas);
  DemFocus *focus = dem_canvas_get_focus (canvas);
  DemDossier *dossier = dem_focus_get_dossier (focus);

  if (self->evaluates_itself && (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO)))
    dem_evaluator_set (self->evaluator, dossier, &(DemWhatIf){ .scenario = dem_focus_get_scenario (focus) });
  if (what & DEM_FOCUS_DOSSIER)
    {
      DemDossier *shown = self->outline != NULL ? dem_outline_get_dossier (self->outline) : NULL;
      gboolean same = dossier != NULL && shown != NULL
                      && g_strcmp0 (dem_dossier_get_id (shown), dem_dossier_get_id (dossier)) == 0;

      dem_stage_reset_camera (DEM_STAGE (self), !same);
      self->shows_all = self->shows_all && same;
      dem_argument_map_view_drop_map (self);
    }
  else if (what & DEM_FOCUS_SELECTION)
    dem_argument_map_view_unfold_to_selection (self);
  DEM_CANVAS_CLASS (dem_argument_map_view_parent_class)->focus_changed (canvas, what);
}

static void
dem_argument_map_view_fill_card (DemCanvas *canvas, DemRef ref, DemHoverCard *card)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (canvas);
  DemArgumentMapState state;

  if (self->map == NULL || dem_canvas_get_scene (canvas) == NULL)
    return;
  state = get_state (self, dem_stage_get_camera (DEM_STAGE (self)));
  dem_argument_map_fill_card (&state.words, ref, card);
}

DemArgumentMapScene *
dem_argument_map_view_get_scene (DemArgumentMapView *self)
{
  DemScene *scene = dem_canvas_get_scene (DEM_CANVAS (self));

  return scene != NULL && self->map != NULL ? DEM_ARGUMENT_MAP_SCENE (scene) : NULL;
}

static gboolean
dem_argument_map_view_clicked (DemCanvas *canvas, double x, double y, int n_press, GdkModifierType modifiers)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (canvas);
  DemArgumentMapScene *scene = dem_argument_map_view_get_scene (self);
  guint32 claim = scene != NULL ? dem_argument_map_scene_find_fold (scene, x, y) : DEM_NO_INDEX;

  if (claim == DEM_NO_INDEX)
    return DEM_CANVAS_CLASS (dem_argument_map_view_parent_class)->clicked (canvas, x, y, n_press, modifiers);
  dem_argument_map_view_set_open (self, claim, !self->is_open[claim]);
  return TRUE;
}

/* The box under the pointer offers to be folded. Its handle reaches beyond its edge. */
static void
on_motion (GtkEventControllerMotion *motion, double x, double y, DemArgumentMapView *self)
{
  DemArgumentMapScene *scene = dem_argument_map_view_get_scene (self);
  DemRef ref = DEM_REF_NONE;
  guint32 hovered;

  if (scene == NULL || dem_argument_map_scene_find_fold (scene, x, y) != DEM_NO_INDEX)
    return;
  ref = dem_scene_hit (DEM_SCENE (scene), x, y, 0);
  hovered = ref.kind == DEM_KIND_CLAIM ? ref.index : DEM_NO_INDEX;
  if (hovered == self->hovered)
    return;
  self->hovered = hovered;
  dem_canvas_invalidate (DEM_CANVAS (self));
}

static void
on_leave (GtkEventControllerMotion *motion, DemArgumentMapView *self)
{
  if (self->hovered != DEM_NO_INDEX)
    dem_canvas_invalidate (DEM_CANVAS (self));
  self->hovered = DEM_NO_INDEX;
}

/* ---- Actions ---- */

static void
on_fold (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_argument_map_view_fold (DEM_ARGUMENT_MAP_VIEW (widget), TRUE, TRUE);
}

static void
on_unfold_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_argument_map_view_unfold_all (DEM_ARGUMENT_MAP_VIEW (widget));
}

static void
on_fold_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_argument_map_view_fold_all (DEM_ARGUMENT_MAP_VIEW (widget));
}

static void
on_home (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DEM_ARGUMENT_MAP_VIEW (widget)->shows_all = TRUE;
  dem_stage_go_home (DEM_STAGE (widget));
}

/* ---- The widget ---- */

static void
dem_argument_map_view_dispose (GObject *object)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (object);

  dem_argument_map_view_drop_map (self);
  g_clear_pointer (&self->outline, dem_outline_unref);
  g_clear_pointer (&self->is_open, g_free);
  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_func (self->evaluator, on_evaluated, self);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_ARGUMENT_MAP_VIEW);
  G_OBJECT_CLASS (dem_argument_map_view_parent_class)->dispose (object);
}

static void
dem_argument_map_view_class_init (DemArgumentMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DemCanvasClass *canvas_class = DEM_CANVAS_CLASS (klass);
  DemStageClass *stage_class = DEM_STAGE_CLASS (klass);
  DemFlatStageClass *flat_class = DEM_FLAT_STAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_argument_map_view_dispose;
  canvas_class->create_scene = dem_argument_map_view_create_scene;
  canvas_class->focus_changed = dem_argument_map_view_focus_changed;
  canvas_class->fill_card = dem_argument_map_view_fill_card;
  canvas_class->clicked = dem_argument_map_view_clicked;
  stage_class->is_ready = dem_argument_map_view_is_ready;
  stage_class->is_settled = is_settled;
  stage_class->get_home = dem_argument_map_view_get_home;
  flat_class->fit = dem_argument_map_view_fit;
  flat_class->get_bounds = dem_argument_map_view_get_bounds;
  flat_class->nearest = NEAREST;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/demarche/Demarche/ui/argument/argument_map_view.ui");
  gtk_widget_class_bind_template_child (widget_class, DemArgumentMapView, buttons);
  gtk_widget_class_install_action (widget_class, "argument.fold", NULL, on_fold);
  gtk_widget_class_install_action (widget_class, "argument.unfold-all", NULL, on_unfold_all);
  gtk_widget_class_install_action (widget_class, "argument.fold-all", NULL, on_fold_all);
  gtk_widget_class_install_action (widget_class, "argument.home", NULL, on_home);
}

static void
dem_argument_map_view_init (DemArgumentMapView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  g_autoptr (DemEvaluator) evaluator = dem_evaluator_new ();

  self->anchor = self->hovered = DEM_NO_INDEX;
  self->to_reveal = DEM_REF_NONE;
  self->evaluates_itself = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Texts are drawn in other sizes than they are measured in: letters rounded twice would stand unevenly. */
  pango_context_set_round_glyph_positions (gtk_widget_get_pango_context (GTK_WIDGET (self)), FALSE);
  dem_stage_set_buttons (DEM_STAGE (self), self->buttons);
  take_evaluator (self, evaluator);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  dem_argument_map_view_add_keys (self);
  dem_canvas_menu_attach (DEM_CANVAS (self));
}

GtkWidget *
dem_argument_map_view_new (void)
{
  return g_object_new (DEM_TYPE_ARGUMENT_MAP_VIEW, NULL);
}
