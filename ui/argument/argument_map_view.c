/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_view.h"

#include <adwaita.h>
#include <math.h>

#include "ui/argument/argument_map_card.h"
#include "ui/argument/argument_map_motion.h"
#include "ui/argument/argument_map_plan.h"
#include "ui/argument/argument_map_scene.h"

#define FOLD_TIME 220 /* milliseconds */
#define NEAREST 3.0
#define FARTHEST 0.5       /* of what shows everything */
#define KEPT_IN_VIEW 60.0  /* pixels of the map that stay in the picture */
#define LEAST_AT_FIRST 0.85 /* of its own size, at which a text is read with ease */
#define START_MARGIN 24.0
#define PAN_STEP 90

struct _DemArgumentMapView
{
  DemStage parent_instance;

  GtkWidget *buttons;

  DemEvaluator *evaluator;
  gboolean evaluates_itself;
  DemNotebook *notebook; /* nullable */

  DemOutline *outline; /* nullable */
  gboolean *is_open;   /* by claim of the outline's dossier */
  double line;         /* height of text when it was measured */

  DemClaimMap *map;          /* nullable: what is on screen */
  DemArgumentLayout *layout; /* of it */
  graphene_point_t origin;   /* of it */
  DemArgumentMotion *motion; /* nullable: boxes are on their way */
  AdwAnimation *animation;   /* nullable */

  DemClaimMap *awaited; /* nullable: what is being laid out */
  GCancellable *cancellable;
  gboolean stale;    /* something else is to be shown */
  guint32 anchor;    /* the claim whose box stays where it is, or DEM_NO_INDEX */
  DemRef to_reveal;  /* as soon as it is there */
  gboolean speaks_fold; /* the keyboard has folded what it is on */
  gboolean shows_all; /* home is everything, however small */

  guint32 hovered; /* a claim, or DEM_NO_INDEX */
};

G_DEFINE_FINAL_TYPE (DemArgumentMapView, dem_argument_map_view, DEM_TYPE_STAGE)

static gboolean
is_rtl (DemArgumentMapView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
get_width (DemArgumentMapView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self));
}

static double
get_height (DemArgumentMapView *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self));
}

static void
refresh (DemArgumentMapView *self)
{
  self->stale = TRUE;
  dem_canvas_invalidate (DEM_CANVAS (self));
}

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
  self->animation = g_object_ref_sink (
      adw_timed_animation_new (GTK_WIDGET (self), 0.0, 1.0, FOLD_TIME,
                               adw_callback_animation_target_new (on_animated, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
  adw_animation_play (self->animation);
}

/* ---- Layouts ---- */

/* Says anew what the keyboard is on: its strength, or what is folded. */
static void
speak_again (DemArgumentMapView *self, DemRef ref)
{
  dem_canvas_set_cursor (DEM_CANVAS (self), DEM_REF_NONE);
  dem_canvas_set_cursor (DEM_CANVAS (self), ref);
}

static void
cancel_layout (DemArgumentMapView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->awaited, dem_claim_map_unref);
}

static void
drop_map (DemArgumentMapView *self)
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
  return dem_argument_map_dup_boxes (self->layout, self->origin, is_rtl (self));
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
  g_autofree graphene_rect_t *to = dem_argument_map_dup_boxes (layout, *graphene_point_zero (), is_rtl (self));
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
        speak_again (self, dem_canvas_get_cursor (DEM_CANVAS (self)));
      self->speaks_fold = FALSE;
      if (!dem_ref_is_none (self->to_reveal))
        dem_stage_reveal (DEM_STAGE (self), self->to_reveal);
      self->to_reveal = DEM_REF_NONE;
    }
  g_object_unref (self);
}

/* ---- What is unfolded ---- */

/* What was unfolded before a dossier was read again is so afterwards, by id. */
static void
carry_over (DemOutline *old, const gboolean *was_open, DemOutline *outline, gboolean *is_open)
{
  DemDossier *before = dem_outline_get_dossier (old), *after = dem_outline_get_dossier (outline);

  for (guint i = 0; i < dem_dossier_count (after, DEM_KIND_CLAIM); i++)
    {
      DemRef ref = dem_dossier_find (before, dem_dossier_claim (after, i)->item.id);

      if (ref.kind == DEM_KIND_CLAIM)
        is_open[i] = was_open[ref.index];
    }
}

static void
set_outline (DemArgumentMapView *self, DemDossier *dossier, guint32 scenario)
{
  DemOutline *outline = dem_outline_new (dossier, scenario);
  DemDossier *before = self->outline != NULL ? dem_outline_get_dossier (self->outline) : NULL;
  gboolean *is_open = self->is_open;

  if (before != dossier)
    {
      is_open = dem_claim_map_get_default_open (outline);
      if (before != NULL && g_strcmp0 (dem_dossier_get_id (before), dem_dossier_get_id (dossier)) == 0)
        carry_over (self->outline, self->is_open, outline, is_open);
      g_free (self->is_open);
      self->is_open = is_open;
      drop_map (self);
    }
  g_clear_pointer (&self->outline, dem_outline_unref);
  self->outline = outline;
  self->stale = TRUE;
}

static void
gather (DemArgumentMapView *self, PangoContext *pango)
{
  g_autoptr (DemArgumentPlan) plan = NULL;

  cancel_layout (self);
  self->awaited = dem_claim_map_new (self->outline, self->is_open);
  self->cancellable = g_cancellable_new ();
  self->stale = FALSE;
  plan = dem_argument_map_plan_new (self->awaited, pango);
  dem_argument_layout_new_async (plan, self->cancellable, on_laid_out, g_object_ref (self));
}

static gboolean
is_shown_dossier (DemArgumentMapView *self, DemEvaluation *evaluation)
{
  return evaluation != NULL && dem_evaluation_get_dossier (evaluation) == dem_outline_get_dossier (self->outline);
}

static DemArgumentMapState
get_state (DemArgumentMapView *self, DemStageCamera camera)
{
  DemEvaluation *now = dem_evaluator_get_evaluation (self->evaluator);
  DemEvaluation *before = dem_evaluator_get_before (self->evaluator);
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (self));
  gboolean has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  return (DemArgumentMapState){
    .words = { self->map, is_shown_dossier (self, now) ? now : NULL, is_shown_dossier (self, before) ? before : NULL },
    .layout = self->layout,
    .boxes = self->motion != NULL ? self->motion->boxes : NULL,
    .opacities = self->motion != NULL ? self->motion->opacities : NULL,
    .origin = self->origin,
    .camera = camera,
    .handle = self->hovered != DEM_NO_INDEX                  ? self->hovered
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
    set_outline (self, input->dossier, scenario);
  dem_argument_map_measure (input->pango, &sizes);
  if (self->stale || fabs (sizes.line - self->line) > 0.01)
    gather (self, input->pango);
  self->line = sizes.line;
  if (self->map == NULL)
    return create_empty (self, input);
  state = get_state (self, dem_stage_get_camera (DEM_STAGE (self)));
  return DEM_SCENE (dem_argument_map_scene_new_for_state (input, &state));
}

gboolean
dem_argument_map_view_is_settled (DemArgumentMapView *self)
{
  g_return_val_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self), FALSE);

  return self->map != NULL && self->awaited == NULL && !self->stale && self->motion == NULL;
}

gboolean
dem_argument_map_view_is_open (DemArgumentMapView *self, guint32 claim)
{
  g_return_val_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self), FALSE);

  return self->is_open != NULL && self->is_open[claim];
}

/* The camera stays where it is from then on, or it would move what was clicked. */
static void
hold_camera (DemArgumentMapView *self)
{
  if (self->layout != NULL)
    dem_stage_set_camera (DEM_STAGE (self), dem_stage_get_camera (DEM_STAGE (self)));
}

void
dem_argument_map_view_set_open (DemArgumentMapView *self, guint32 claim, gboolean is_open)
{
  g_return_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self));

  if (self->is_open == NULL || self->is_open[claim] == is_open)
    return;
  hold_camera (self);
  self->is_open[claim] = is_open;
  self->anchor = claim;
  refresh (self);
}

void
dem_argument_map_view_unfold_all (DemArgumentMapView *self)
{
  g_return_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self));

  if (self->outline == NULL)
    return;
  for (guint i = 0; i < dem_dossier_count (dem_outline_get_dossier (self->outline), DEM_KIND_CLAIM); i++)
    self->is_open[i] = TRUE;
  refresh (self);
}

void
dem_argument_map_view_fold_all (DemArgumentMapView *self)
{
  g_return_if_fail (DEM_IS_ARGUMENT_MAP_VIEW (self));

  if (self->outline == NULL)
    return;
  g_free (self->is_open);
  self->is_open = dem_claim_map_get_default_open (self->outline);
  refresh (self);
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
fit_all (DemArgumentMapView *self)
{
  return dem_argument_map_fit (self->layout, self->origin, get_width (self), get_height (self),
                               dem_argument_map_get_frame (gtk_widget_get_pango_context (GTK_WIDGET (self))));
}

/* Everything; but at first no smaller than can be read, beginning with the first claim. */
static DemStageCamera
dem_argument_map_view_get_home (DemStage *stage)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (stage);
  DemStageCamera camera = fit_all (self);
  g_autofree graphene_rect_t *boxes = NULL;

  if (self->shows_all || camera.zoom >= LEAST_AT_FIRST || dem_claim_map_count_boxes (self->map) == 0)
    return camera;
  boxes = dem_argument_map_dup_boxes (self->layout, self->origin, is_rtl (self));
  camera.zoom = LEAST_AT_FIRST;
  camera.y = boxes[0].origin.y + boxes[0].size.height / 2;
  camera.x = is_rtl (self)
                 ? boxes[0].origin.x + boxes[0].size.width - (get_width (self) / 2 - START_MARGIN) / camera.zoom
                 : boxes[0].origin.x + (get_width (self) / 2 - START_MARGIN) / camera.zoom;
  return camera;
}

static DemStageCamera
dem_argument_map_view_clamp (DemStage *stage, DemStageCamera camera)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (stage);
  double width, height, home = fit_all (self).zoom, reach_x, reach_y;

  dem_argument_layout_get_size (self->layout, &width, &height);
  camera.zoom = CLAMP (camera.zoom, home * FARTHEST, NEAREST);
  reach_x = MAX (get_width (self) / 2 - KEPT_IN_VIEW, 0) / camera.zoom;
  reach_y = MAX (get_height (self) / 2 - KEPT_IN_VIEW, 0) / camera.zoom;
  camera.x = CLAMP (camera.x, self->origin.x - reach_x, self->origin.x + width + reach_x);
  camera.y = CLAMP (camera.y, self->origin.y - reach_y, self->origin.y + height + reach_y);
  return camera;
}

static DemStageCamera
dem_argument_map_view_pan (DemStage *stage, DemStageCamera camera, double dx, double dy)
{
  camera.x -= dx / camera.zoom;
  camera.y -= dy / camera.zoom;
  return camera;
}

static DemStageCamera
dem_argument_map_view_zoom (DemStage *stage, DemStageCamera camera, double factor, double x, double y)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (stage);
  double dx = x - get_width (self) / 2, dy = y - get_height (self) / 2;
  DemStageCamera zoomed = camera;

  zoomed.zoom *= factor;
  zoomed.zoom = dem_argument_map_view_clamp (stage, zoomed).zoom;
  zoomed.x += dx / camera.zoom - dx / zoomed.zoom;
  zoomed.y += dy / camera.zoom - dy / zoomed.zoom;
  return zoomed;
}

/* Even in magnification, so that a long way does not seem to slow down. */
static DemStageCamera
dem_argument_map_view_between (DemStage *stage, DemStageCamera from, DemStageCamera to, double share)
{
  return (DemStageCamera){ from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share,
                           from.zoom * pow (to.zoom / from.zoom, share) };
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
  speak_again (self, cursor);
  return TRUE;
}

/* ---- What the canvas asks ---- */

/* What is selected anywhere comes out of what hides it. */
static void
unfold_to_selection (DemArgumentMapView *self)
{
  DemFocus *focus = dem_canvas_get_focus (DEM_CANVAS (self));
  const DemRef *selection;
  guint n;

  selection = dem_focus_get_selection (focus, &n);
  if (n == 0 || self->outline == NULL || dem_outline_get_dossier (self->outline) != dem_focus_get_dossier (focus)
      || !dem_claim_map_reveal (self->outline, self->is_open, selection[n - 1]))
    return;
  hold_camera (self);
  self->to_reveal = selection[n - 1];
  refresh (self);
}

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
      drop_map (self);
    }
  else if (what & DEM_FOCUS_SELECTION)
    unfold_to_selection (self);
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

static DemArgumentMapScene *
get_scene (DemArgumentMapView *self)
{
  DemScene *scene = dem_canvas_get_scene (DEM_CANVAS (self));

  return scene != NULL && self->map != NULL ? DEM_ARGUMENT_MAP_SCENE (scene) : NULL;
}

static gboolean
dem_argument_map_view_clicked (DemCanvas *canvas, double x, double y, int n_press, GdkModifierType modifiers)
{
  DemArgumentMapView *self = DEM_ARGUMENT_MAP_VIEW (canvas);
  DemArgumentMapScene *scene = get_scene (self);
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
  DemArgumentMapScene *scene = get_scene (self);
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

/* ---- Keys ---- */

static const DemClaimMapBox *
get_cursor_box (DemArgumentMapView *self)
{
  DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (self));
  guint32 box = self->map != NULL && cursor.kind == DEM_KIND_CLAIM ? dem_claim_map_find_claim (self->map, cursor.index)
                                                                   : DEM_NO_NODE;

  return box != DEM_NO_NODE ? dem_claim_map_get_box (self->map, box) : NULL;
}

/* Folds or unfolds the box under the cursor; FALSE when there is nothing to fold that way. */
static gboolean
fold (DemArgumentMapView *self, gboolean can_open, gboolean can_close)
{
  const DemClaimMapBox *box = get_cursor_box (self);

  if (box == NULL || box->n_reasons == 0 || (box->is_open ? !can_close : !can_open))
    return FALSE;
  dem_argument_map_view_set_open (self, box->claim, !self->is_open[box->claim]);
  self->speaks_fold = TRUE;
  return TRUE;
}

static gboolean
go (DemArgumentMapView *self, DemCursorMove move)
{
  DemCanvas *canvas = DEM_CANVAS (self);
  DemArgumentMapScene *scene = get_scene (self);
  gboolean to_reasons = move == (is_rtl (self) ? DEM_CURSOR_LEFT : DEM_CURSOR_RIGHT);
  DemRef ref;

  if (scene == NULL)
    return FALSE;
  if (to_reasons && fold (self, TRUE, FALSE))
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
      return !control ? fold (self, TRUE, FALSE)
                      : gtk_widget_activate_action (GTK_WIDGET (self), "stage.zoom-in", NULL);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return !control ? fold (self, FALSE, TRUE)
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
      return fold (self, TRUE, TRUE);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return gtk_widget_activate_action (GTK_WIDGET (self), "argument.home", NULL);
    default:
      return FALSE;
    }
}

/* Keys that a stage uses otherwise; before it hears them, unless a button has the keyboard. */
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, DemArgumentMapView *self)
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

/* ---- Actions ---- */

static void
on_fold (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fold (DEM_ARGUMENT_MAP_VIEW (widget), TRUE, TRUE);
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

  drop_map (self);
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

  G_OBJECT_CLASS (klass)->dispose = dem_argument_map_view_dispose;
  canvas_class->create_scene = dem_argument_map_view_create_scene;
  canvas_class->focus_changed = dem_argument_map_view_focus_changed;
  canvas_class->fill_card = dem_argument_map_view_fill_card;
  canvas_class->clicked = dem_argument_map_view_clicked;
  stage_class->is_ready = dem_argument_map_view_is_ready;
  stage_class->is_settled = is_settled;
  stage_class->get_home = dem_argument_map_view_get_home;
  stage_class->clamp = dem_argument_map_view_clamp;
  stage_class->pan = dem_argument_map_view_pan;
  stage_class->zoom = dem_argument_map_view_zoom;
  stage_class->between = dem_argument_map_view_between;

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
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (DemEvaluator) evaluator = dem_evaluator_new ();

  self->anchor = self->hovered = DEM_NO_INDEX;
  self->to_reveal = DEM_REF_NONE;
  self->evaluates_itself = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  dem_stage_set_buttons (DEM_STAGE (self), self->buttons);
  take_evaluator (self, evaluator);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
dem_argument_map_view_new (void)
{
  return g_object_new (DEM_TYPE_ARGUMENT_MAP_VIEW, NULL);
}
