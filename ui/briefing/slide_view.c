/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/slide_view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/argument/argument_map_view.h"
#include "ui/briefing/scaler.h"
#include "ui/briefing/slide_layout.h"
#include "ui/briefing/slide_text.h"
#include "ui/briefing/strip.h"
#include "ui/map/map_view.h"
#include "ui/map/network_view.h"

#define MOVE_TIME 900 /* milliseconds, as all of these */
#define FADE_TIME 300 /* half of it out, half in */
#define STAGE_TIME 300

/* What is drawn beside the stage. */
typedef struct
{
  DemTalkStop *stop; /* nullable */
  DemSlideText *text; /* nullable */
  DemStrip *strip;    /* nullable */
  PangoLayout *number;
  PangoLayout *source;
} Words;

struct _DemSlideView
{
  GtkWidget parent_instance;

  GtkWidget *scaler;
  GtkStack *stages;

  DemFocus *focus;
  DemEvaluator *evaluator;
  DemNotebook *notebook; /* nullable */
  gboolean dark;
  gboolean live;

  DemTalkStop *stop; /* nullable */
  char *number;      /* nullable */
  char *marking;     /* nullable */
  DemStageKind stage;
  DemSlideLayout layout;

  DemTimelineIndex *index; /* nullable */
  Words words, before;
  gboolean words_stale;
  AdwAnimation *fading; /* nullable */
  double faded;         /* from 0 to 1 */

  guint tick; /* until the stage is ready for its camera */
  gboolean moves;
};

enum
{
  PROP_DARK = 1,
  N_PROPS
};

enum
{
  MOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemSlideView, dem_slide_view, GTK_TYPE_WIDGET)

static const char *const stage_names[] = { "map", "network", "argument" };

static const DemPalette *
get_palette (DemSlideView *self)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  return dem_palette_get (self->dark, adw_style_manager_get_high_contrast (style));
}

/* ---- The stage ---- */

static GtkWidget *
make_stage (DemStageKind stage)
{
  switch (stage)
    {
    case DEM_STAGE_NETWORK:
      return dem_network_view_new ();
    case DEM_STAGE_ARGUMENT:
      return dem_argument_map_view_new ();
    case DEM_STAGE_MAP:
    default:
      return dem_map_view_new ();
    }
}

static void
give_notebook (DemSlideView *self, GtkWidget *view)
{
  if (DEM_IS_NETWORK_VIEW (view))
    dem_network_view_set_notebook (DEM_NETWORK_VIEW (view), self->notebook);
}

static void
give_evaluator (DemSlideView *self, GtkWidget *view)
{
  if (DEM_IS_ARGUMENT_MAP_VIEW (view) && self->evaluator != NULL)
    dem_argument_map_view_set_evaluator (DEM_ARGUMENT_MAP_VIEW (view), self->evaluator);
}

static void
on_stage_moved (DemStage *stage, DemSlideView *self)
{
  g_assert (DEM_IS_SLIDE_VIEW (self));

  if (self->live && gtk_stack_get_visible_child (self->stages) == GTK_WIDGET (stage))
    g_signal_emit (self, signals[MOVED], 0);
}

/* Made when it is first seen. */
static GtkWidget *
ensure_stage (DemSlideView *self, DemStageKind stage)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->stages, stage_names[stage]);

  if (view != NULL || self->focus == NULL)
    return view;
  view = make_stage (stage);
  dem_canvas_set_palette (DEM_CANVAS (view), get_palette (self));
  dem_canvas_set_focus (DEM_CANVAS (view), self->focus);
  dem_stage_set_bare (DEM_STAGE (view), TRUE);
  give_evaluator (self, view);
  give_notebook (self, view);
  g_signal_connect_object (view, "moved", G_CALLBACK (on_stage_moved), self, 0);
  gtk_stack_add_named (self->stages, view, stage_names[stage]);
  return view;
}

DemStage *
dem_slide_view_get_stage (DemSlideView *self)
{
  g_return_val_if_fail (DEM_IS_SLIDE_VIEW (self), NULL);

  return DEM_STAGE (gtk_stack_get_visible_child (self->stages));
}

/* Where the stop wants the camera on the map; FALSE for wherever shows all. */
static gboolean
find_camera (DemSlideView *self, DemMapView *map, DemMapCamera *camera)
{
  const DemStopView *view = self->stop != NULL ? dem_talk_stop_get_view (self->stop) : NULL;

  if (view == NULL)
    return FALSE;
  if (dem_map_view_find_camera (map, view->fit, view->n_fit, camera))
    return TRUE;
  if (view->zoom > 0 && view->latitude >= -90 && view->longitude >= -360)
    {
      *camera = (DemMapCamera){ { view->longitude, view->latitude }, view->zoom };
      return TRUE;
    }
  return dem_map_view_find_camera (map, view->select, view->n_select, camera);
}

static void
aim (DemSlideView *self, DemStage *stage)
{
  gboolean moves = self->moves && adw_get_enable_animations (GTK_WIDGET (self));
  DemMapCamera camera;

  if (DEM_IS_ARGUMENT_MAP_VIEW (stage) && self->stop != NULL)
    dem_stage_frame_marks (stage, dem_talk_stop_get_view (self->stop)->select,
                           dem_talk_stop_get_view (self->stop)->n_select, moves ? MOVE_TIME : 0);
  if (!DEM_IS_MAP_VIEW (stage))
    return;
  if (!find_camera (self, DEM_MAP_VIEW (stage), &camera))
    dem_stage_go_home (stage);
  else if (moves)
    dem_stage_move_camera_slowly (
        stage, (DemStageCamera){ camera.centre.longitude, camera.centre.latitude, camera.zoom }, MOVE_TIME);
  else
    dem_map_view_set_camera (DEM_MAP_VIEW (stage), camera);
}

/* An argument comes to rest when what the stop asks for is unfolded. */
static gboolean
is_ready (DemStage *stage)
{
  return dem_canvas_get_scene (DEM_CANVAS (stage)) != NULL
         && (!DEM_IS_ARGUMENT_MAP_VIEW (stage) || dem_argument_map_view_is_settled (DEM_ARGUMENT_MAP_VIEW (stage)));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DemSlideView *self = DEM_SLIDE_VIEW (widget);
  DemStage *stage = dem_slide_view_get_stage (self);

  if (stage != NULL && !is_ready (stage))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  if (stage != NULL)
    aim (self, stage);
  return G_SOURCE_REMOVE;
}

/* Nobody can look anywhere before there is a picture; that takes a frame when the stage is new. */
static void
aim_soon (DemSlideView *self, gboolean moves)
{
  DemStage *stage = dem_slide_view_get_stage (self);

  self->moves = moves;
  if (self->tick == 0 && stage != NULL && is_ready (stage))
    aim (self, stage);
  else if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
put_stage (DemSlideView *self, DemStageKind stage)
{
  GtkWidget *before = gtk_stack_get_visible_child (self->stages);
  GtkWidget *view = ensure_stage (self, stage);

  self->stage = stage;
  if (view == NULL || view == before)
    return;
  if (before != NULL && gtk_widget_get_mapped (before) && !DEM_IS_ARGUMENT_MAP_VIEW (before)
      && !DEM_IS_ARGUMENT_MAP_VIEW (view))
    dem_stage_arrive_from (DEM_STAGE (view), DEM_STAGE (before));
  gtk_stack_set_visible_child (self->stages, view);
}

void
dem_slide_view_set_stage (DemSlideView *self, DemStageKind stage)
{
  g_return_if_fail (DEM_IS_SLIDE_VIEW (self));

  if (stage == self->stage && gtk_stack_get_visible_child (self->stages) != NULL)
    return;
  put_stage (self, stage);
  self->words_stale = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dem_slide_view_follow (DemSlideView *self, DemSlideView *other)
{
  DemStage *stage, *from;

  g_return_if_fail (DEM_IS_SLIDE_VIEW (self) && DEM_IS_SLIDE_VIEW (other));

  stage = dem_slide_view_get_stage (self);
  from = dem_slide_view_get_stage (other);
  if (stage != NULL && from != NULL && G_OBJECT_TYPE (stage) == G_OBJECT_TYPE (from))
    dem_stage_set_camera (stage, dem_stage_get_camera (from));
}

/* ---- Words and time ---- */

static void
clear_words (Words *words)
{
  g_clear_object (&words->stop);
  g_clear_pointer (&words->text, dem_slide_text_free);
  g_clear_pointer (&words->strip, dem_strip_free);
  g_clear_object (&words->number);
  g_clear_object (&words->source);
}

static DemTimelineIndex *
get_index (DemSlideView *self, DemDossier *dossier)
{
  guint32 scenario = dem_focus_get_scenario (self->focus);

  if (self->index != NULL && (self->index->dossier != dossier || self->index->scenario != scenario))
    g_clear_pointer (&self->index, dem_timeline_index_unref);
  if (self->index == NULL)
    self->index = dem_timeline_index_new (dossier, scenario);
  return self->index;
}

static DemStrip *
make_strip (DemSlideView *self, PangoContext *pango)
{
  const graphene_rect_t *room = &self->layout.strip;
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  DemSceneInput input;

  if (dossier == NULL || room->size.height <= 0)
    return NULL;
  input = (DemSceneInput){ .dossier = dossier,
                           .focus = self->focus,
                           .relevance = dem_focus_get_relevance (self->focus),
                           .palette = get_palette (self),
                           .pango = pango,
                           .width = room->size.width,
                           .height = room->size.height };
  return dem_strip_new (&input, get_index (self, dossier), self->layout.unit, self->layout.margin);
}

/* "5 of 11", and the line that is on every slide. (transfer full) (nullable) */
static char *
make_number (DemSlideView *self)
{
  if (self->number == NULL || self->marking == NULL)
    return g_strdup (self->number != NULL ? self->number : self->marking);
  return g_strdup_printf ("%s · %s", self->number, self->marking);
}

/* What stands first and last of it is kept where it is too long. */
static PangoLayout *
make_footer (DemSlideView *self, PangoContext *pango, const char *text, double width)
{
  PangoLayout *layout;

  if (text == NULL)
    return NULL;
  layout = dem_slide_layout (pango, text, DEM_SLIDE_FOOTER * self->layout.unit, PANGO_WEIGHT_NORMAL);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  return layout;
}

static void
make_words (DemSlideView *self)
{
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const DemSlideLayout *layout = &self->layout;
  g_autofree char *source = self->stop != NULL ? dem_talk_stop_dup_source (self->stop) : NULL;
  g_autofree char *number = make_number (self);

  self->words_stale = FALSE;
  clear_words (&self->words);
  if (self->focus == NULL || layout->unit <= 0)
    return;
  if (self->stop != NULL)
    self->words.text = dem_slide_text_new (pango, self->stop, layout->text.size.width, layout->text.size.height,
                                           layout->unit);
  g_set_object (&self->words.stop, self->stop);
  self->words.strip = make_strip (self, pango);
  self->words.number = make_footer (self, pango, number, layout->footer.size.width * 0.6);
  self->words.source = make_footer (self, pango, source, layout->footer.size.width * 0.37);
  if (self->words.source != NULL)
    pango_layout_set_alignment (self->words.source, PANGO_ALIGN_RIGHT);
}

static void
refresh_words (DemSlideView *self)
{
  self->words_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_faded (double share, gpointer data)
{
  DemSlideView *self = data;

  self->faded = share;
  if (share >= 1)
    clear_words (&self->before);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The words on screen go while others come. */
static void
fade_words (DemSlideView *self)
{
  if (self->fading != NULL)
    adw_animation_pause (self->fading);
  g_clear_object (&self->fading);
  clear_words (&self->before);
  self->faded = 1;
  self->words_stale = TRUE;
  if (!adw_get_enable_animations (GTK_WIDGET (self)) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->before = self->words;
  self->words = (Words){ 0 };
  self->faded = 0;
  self->fading = g_object_ref_sink (
      adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_TIME,
                               adw_callback_animation_target_new (on_faded, self, NULL)));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->fading), ADW_LINEAR);
  adw_animation_play (self->fading);
}

static void
draw_part_at (GtkSnapshot *snapshot, const graphene_rect_t *room, DemStrip *strip)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &room->origin);
  dem_strip_draw (strip, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
draw_words (DemSlideView *self, GtkSnapshot *snapshot, Words *words, double opacity)
{
  const DemSlideLayout *layout = &self->layout;
  const DemPalette *palette = get_palette (self);
  graphene_point_t footer = layout->footer.origin;
  double width;

  if (opacity <= 0)
    return;
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  if (words->text != NULL)
    dem_slide_text_draw (words->text, snapshot, layout->text.origin.x, layout->text.origin.y, palette);
  if (words->strip != NULL)
    draw_part_at (snapshot, &layout->strip, words->strip);
  if (words->number != NULL)
    {
      width = pango_layout_get_width (words->number) / (double) PANGO_SCALE;
      dem_paint_text (snapshot, words->number, layout->mirrored ? footer.x + layout->footer.size.width - width : footer.x,
                      footer.y, &palette->dim);
    }
  if (words->source != NULL)
    {
      width = pango_layout_get_width (words->source) / (double) PANGO_SCALE;
      dem_paint_text (snapshot, words->source, layout->mirrored ? footer.x : footer.x + layout->footer.size.width - width,
                      footer.y, &palette->dim);
    }
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

/* ---- The widget ---- */

static void
dem_slide_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DemSlideView *self = DEM_SLIDE_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const DemPalette *palette = get_palette (self);

  if (self->words_stale)
    make_words (self);
  gtk_snapshot_append_color (snapshot, &palette->view, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_widget_snapshot_child (widget, self->scaler, snapshot);
  draw_words (self, snapshot, &self->before, 1 - 2 * self->faded);
  draw_words (self, snapshot, &self->words, 2 * self->faded - 1);
}

static void
dem_slide_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 360;
  *minimum_baseline = *natural_baseline = -1;
}

static void
dem_slide_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DemSlideView *self = DEM_SLIDE_VIEW (widget);
  DemSlideLayout before = self->layout;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t *stage = &self->layout.stage;

  dem_slide_layout_init (&self->layout, width, height, self->stage, mirrored);
  dem_scaler_set_scale (DEM_SCALER (self->scaler), MAX (self->layout.unit * DEM_SLIDE_ENLARGEMENT, 0.01));
  gtk_widget_measure (self->scaler, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scaler,
                            &(GtkAllocation){ (int) stage->origin.x, (int) stage->origin.y, (int) stage->size.width,
                                              (int) stage->size.height },
                            -1);
  if (dem_slide_layout_equal (&before, &self->layout))
    return;
  clear_words (&self->before);
  self->faded = self->fading != NULL ? self->faded : 1;
  refresh_words (self);
  if (!self->live)
    aim_soon (self, FALSE);
}

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, DemSlideView *self)
{
  g_assert (DEM_IS_SLIDE_VIEW (self));

  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION | DEM_FOCUS_PERIOD | DEM_FOCUS_SCENARIO))
    refresh_words (self);
}

static void
give_palette (DemSlideView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (stage_names); i++)
    {
      GtkWidget *view = gtk_stack_get_child_by_name (self->stages, stage_names[i]);

      if (view != NULL)
        dem_canvas_set_palette (DEM_CANVAS (view), get_palette (self));
    }
  refresh_words (self);
}

void
dem_slide_view_set_dark (DemSlideView *self, gboolean dark)
{
  g_return_if_fail (DEM_IS_SLIDE_VIEW (self));

  if (self->dark == dark)
    return;
  self->dark = dark;
  give_palette (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
}

static void
dem_slide_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DARK)
    dem_slide_view_set_dark (DEM_SLIDE_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dem_slide_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_DARK)
    g_value_set_boolean (value, DEM_SLIDE_VIEW (object)->dark);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dem_slide_view_dispose (GObject *object)
{
  DemSlideView *self = DEM_SLIDE_VIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->fading != NULL)
    adw_animation_pause (self->fading);
  g_clear_object (&self->fading);
  clear_words (&self->words);
  clear_words (&self->before);
  g_clear_pointer (&self->scaler, gtk_widget_unparent);
  g_clear_pointer (&self->index, dem_timeline_index_unref);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->marking, g_free);
  g_clear_object (&self->stop);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (dem_slide_view_parent_class)->dispose (object);
}

static void
dem_slide_view_class_init (DemSlideViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dem_slide_view_dispose;
  object_class->get_property = dem_slide_view_get_property;
  object_class->set_property = dem_slide_view_set_property;
  widget_class->measure = dem_slide_view_measure;
  widget_class->size_allocate = dem_slide_view_size_allocate;
  widget_class->snapshot = dem_slide_view_snapshot;
  properties[PROP_DARK] = g_param_spec_boolean (
      "dark", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_slide_view_init (DemSlideView *self)
{
  self->dark = TRUE;
  self->faded = 1;
  self->words_stale = TRUE;
  self->stages = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stages, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stages, STAGE_TIME);
  self->scaler = dem_scaler_new (GTK_WIDGET (self->stages));
  gtk_widget_set_parent (self->scaler, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  dem_slide_view_set_live (self, FALSE);
}

GtkWidget *
dem_slide_view_new (void)
{
  return g_object_new (DEM_TYPE_SLIDE_VIEW, NULL);
}

void
dem_slide_view_set_focus (DemSlideView *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_SLIDE_VIEW (self));
  g_return_if_fail (DEM_IS_FOCUS (focus));
  g_return_if_fail (self->focus == NULL);

  self->focus = g_object_ref (focus);
  g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, 0);
  refresh_words (self);
}

static void
give_all (DemSlideView *self, void (*give) (DemSlideView *self, GtkWidget *view))
{
  for (guint i = 0; i < G_N_ELEMENTS (stage_names); i++)
    {
      GtkWidget *view = gtk_stack_get_child_by_name (self->stages, stage_names[i]);

      if (view != NULL)
        give (self, view);
    }
}

void
dem_slide_view_set_evaluator (DemSlideView *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_SLIDE_VIEW (self));

  g_set_object (&self->evaluator, evaluator);
  give_all (self, give_evaluator);
}

void
dem_slide_view_set_notebook (DemSlideView *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_SLIDE_VIEW (self));

  g_set_object (&self->notebook, notebook);
  give_all (self, give_notebook);
}

/* What the slide says, in one sentence after the other. */
static void
speak (DemSlideView *self)
{
  const char *headline = self->stop != NULL ? dem_talk_stop_get_text (self->stop, DEM_STOP_HEADLINE) : NULL;
  const char *text = self->stop != NULL ? dem_talk_stop_get_text (self->stop, DEM_STOP_TEXT) : NULL;
  g_autofree char *label = g_strjoin ("\n", headline != NULL ? headline : "", text, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
dem_slide_view_show (
    DemSlideView *self, DemTalkStop *stop, const char *number, const char *marking, gboolean animate)
{
  gboolean had_stage, is_other;

  g_return_if_fail (DEM_IS_SLIDE_VIEW (self));

  is_other = self->stop != stop;
  had_stage = gtk_stack_get_visible_child (self->stages) != NULL;
  g_set_object (&self->stop, stop);
  g_free (self->number);
  self->number = g_strdup (number);
  g_free (self->marking);
  self->marking = g_strdup (marking);
  if (animate && is_other)
    fade_words (self);
  if (stop != NULL)
    put_stage (self, dem_talk_stop_get_view (stop)->stage);
  refresh_words (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  aim_soon (self, animate && had_stage);
  speak (self);
}

void
dem_slide_view_set_live (DemSlideView *self, gboolean live)
{
  g_return_if_fail (DEM_IS_SLIDE_VIEW (self));

  self->live = live;
  gtk_widget_set_can_target (self->scaler, live);
  gtk_widget_set_can_focus (self->scaler, live);
}

gboolean
dem_slide_view_is_cut (DemSlideView *self)
{
  g_return_val_if_fail (DEM_IS_SLIDE_VIEW (self), FALSE);

  if (self->words_stale)
    make_words (self);
  return self->words.text != NULL && dem_slide_text_is_cut (self->words.text);
}
