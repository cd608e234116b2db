/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline_view_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/timeline/timeline_card.h"

#define BAR_X 8
#define HISTOGRAM_MARGIN 0.06 /* around what was a histogram, once it is looked at closer */

G_DEFINE_FINAL_TYPE (DemTimelineView, dem_timeline_view, DEM_TYPE_CANVAS)

DemFocus *
dem_timeline_view_get_focus (DemTimelineView *self)
{
  return dem_canvas_get_focus (DEM_CANVAS (self));
}

gboolean
dem_timeline_view_is_mirrored (DemTimelineView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
mirror_x (DemTimelineView *self, double x)
{
  return dem_timeline_view_is_mirrored (self) ? self->layout.width - x : x;
}

DemTimelineScene *
dem_timeline_view_get_scene (DemTimelineView *self)
{
  DemScene *scene = dem_canvas_get_scene (DEM_CANVAS (self));

  return scene != NULL ? DEM_TIMELINE_SCENE (scene) : NULL;
}

DemTimelinePart
dem_timeline_view_part_at (DemTimelineView *self, double x, double y, DemPeriod *days)
{
  DemTimelineScene *scene = dem_timeline_view_get_scene (self);

  return scene != NULL ? dem_timeline_scene_part_at (scene, x, y, days) : DEM_TIMELINE_NOWHERE;
}

/* ---- The camera ---- */

DemPeriod
dem_timeline_view_get_span (DemTimelineView *self)
{
  return dem_dossier_get_span (self->index->dossier);
}

static void
update_actions (DemTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has = self->index != NULL;

  gtk_widget_action_set_enabled (widget, "timeline.zoom-in",
                                 has && dem_timeline_camera_length (&self->camera) > DEM_TIMELINE_SHORTEST);
  gtk_widget_action_set_enabled (
      widget, "timeline.zoom-out",
      has
          && dem_timeline_camera_length (&self->camera)
                 < dem_timeline_camera_longest (dem_timeline_view_get_span (self)));
  gtk_widget_action_set_enabled (widget, "timeline.fit", has);
  dem_timeline_view_update_menu_actions (self);
}

/* Shows something else. The focus holds whole days; what is between them is the camera's own. */
void
dem_timeline_view_set_camera (DemTimelineView *self, DemTimelineCamera camera)
{
  if (self->index == NULL)
    return;
  self->camera = dem_timeline_camera_limit (camera, dem_timeline_view_get_span (self));
  self->view = dem_timeline_camera_to_period (&self->camera);
  dem_focus_set_view (dem_timeline_view_get_focus (self), self->view);
  dem_canvas_invalidate (DEM_CANVAS (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  update_actions (self);
}

/* Follows the focus's view where somebody else has set it. */
static void
follow_view (DemTimelineView *self)
{
  DemPeriod view = dem_focus_get_view (dem_timeline_view_get_focus (self));

  if (view.first == self->view.first && view.last == self->view.last)
    return;
  self->view = view;
  self->camera = dem_timeline_camera_limit (dem_timeline_camera_for (view, dem_timeline_view_get_span (self)),
                                            dem_timeline_view_get_span (self));
}

double
dem_timeline_view_day_at (DemTimelineView *self, double x)
{
  return self->camera.first
         + (mirror_x (self, x) - self->layout.left) / (self->layout.right - self->layout.left)
               * dem_timeline_camera_length (&self->camera);
}

double
dem_timeline_view_overview_day_at (DemTimelineView *self, double x)
{
  return dem_axis_to_day (&self->layout.overview, mirror_x (self, x));
}

static void
on_pan (DemPanZoom *pan_zoom, double dx, double dy, DemTimelineView *self)
{
  double pixels = self->layout.right - self->layout.left;
  double days = (dem_timeline_view_is_mirrored (self) ? dx : -dx) * dem_timeline_camera_length (&self->camera)
                / MAX (pixels, 1);

  dem_timeline_view_set_camera (self, dem_timeline_camera_move (self->camera, days));
}

/* Over the lanes the day under the pointer stays there; over the overview the middle of the view does. */
static void
on_zoom (DemPanZoom *pan_zoom, double factor, double x, double y, DemTimelineView *self)
{
  double day = y >= self->layout.overview_top ? dem_timeline_camera_middle (&self->camera)
                                              : dem_timeline_view_day_at (self, x);

  dem_timeline_view_set_camera (
      self, dem_timeline_camera_zoom (self->camera, factor, day,
                                      self->index ? dem_timeline_view_get_span (self) : DEM_PERIOD_ALL));
}

static gboolean
on_pan_begin (DemPanZoom *pan_zoom, double x, double y, GdkModifierType modifiers, DemTimelineView *self)
{
  return self->index == NULL || dem_timeline_view_is_drag (self, x, y, modifiers);
}

/* ---- Clicks and the pointer ---- */

static void
look_closer (DemTimelineView *self, DemPeriod days)
{
  DemTimelineCamera camera = { (double) days.first, (double) days.last + 1 };
  double margin = HISTOGRAM_MARGIN * dem_timeline_camera_length (&camera);

  /* A histogram of almost all that is in view, or of one day, must still open up. */
  if (dem_timeline_camera_length (&camera) > 0.7 * dem_timeline_camera_length (&self->camera))
    camera = dem_timeline_camera_zoom (self->camera, 2, dem_timeline_camera_middle (&camera),
                                       dem_timeline_view_get_span (self));
  dem_timeline_view_set_camera (self, (DemTimelineCamera){ camera.first - margin, camera.last + margin });
}

static gboolean
dem_timeline_view_clicked (DemCanvas *canvas, double x, double y, int n_press, GdkModifierType modifiers)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (canvas);
  DemPeriod days;

  if (dem_timeline_view_get_scene (self) != NULL
      && dem_timeline_scene_handle_at (dem_timeline_view_get_scene (self), x, y, DEM_TIMELINE_HANDLE_REACH)
             != DEM_N_HANDLES)
    return TRUE;
  switch (dem_timeline_view_part_at (self, x, y, &days))
    {
    case DEM_TIMELINE_HISTOGRAM:
      look_closer (self, days);
      return TRUE;
    case DEM_TIMELINE_OVERVIEW:
      dem_timeline_view_set_camera (
          self, dem_timeline_camera_move (self->camera, dem_timeline_view_overview_day_at (self, x)
                                                            - dem_timeline_camera_middle (&self->camera)));
      return TRUE;
    case DEM_TIMELINE_BRUSH:
    case DEM_TIMELINE_BRUSH_START:
    case DEM_TIMELINE_BRUSH_END:
      return TRUE;
    case DEM_TIMELINE_LANES:
    case DEM_TIMELINE_NOWHERE:
    default:
      return FALSE;
    }
}

/* What the pointer looks like where the canvas sees no mark. */
static const char *
pointer_for (DemTimelinePart part)
{
  switch (part)
    {
    case DEM_TIMELINE_HISTOGRAM:
      return "zoom-in";
    case DEM_TIMELINE_BRUSH:
      return "grab";
    case DEM_TIMELINE_BRUSH_START:
    case DEM_TIMELINE_BRUSH_END:
      return "col-resize";
    case DEM_TIMELINE_OVERVIEW:
      return "crosshair";
    case DEM_TIMELINE_LANES:
    case DEM_TIMELINE_NOWHERE:
    default:
      return NULL;
    }
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, DemTimelineView *self)
{
  DemTimelinePart part = dem_timeline_view_part_at (self, x, y, NULL);

  if (dem_timeline_view_get_scene (self) != NULL
      && dem_timeline_scene_handle_at (dem_timeline_view_get_scene (self), x, y, DEM_TIMELINE_HANDLE_REACH)
             != DEM_N_HANDLES)
    part = DEM_TIMELINE_BRUSH_START;
  if (part == self->pointed)
    return;
  self->pointed = part;
  if (pointer_for (part) != NULL
      || dem_ref_is_none (dem_scene_hit (DEM_SCENE (dem_timeline_view_get_scene (self)), x, y, 0)))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), pointer_for (part));
}

static gboolean
dem_timeline_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  DemPeriod days;
  g_autofree char *span = NULL;
  g_autofree char *text = NULL;

  if (GTK_WIDGET_CLASS (dem_timeline_view_parent_class)->query_tooltip (widget, x, y, keyboard, tooltip))
    return TRUE;
  if (keyboard
      || dem_timeline_view_part_at (DEM_TIMELINE_VIEW (widget), x, y, &days) != DEM_TIMELINE_HISTOGRAM)
    return FALSE;
  span = dem_period_format (days);
  /* Translators: tooltip of a histogram; the argument is a time */
  text = g_strdup_printf (_ ("Look closer at %s"), span);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* ---- The canvas ---- */

/* Where groups are scrolled, that of what was selected last comes into view. */
static void
show_selected_group (DemTimelineView *self)
{
  guint n;
  const DemRef *selection = dem_focus_get_selection (dem_timeline_view_get_focus (self), &n);

  if (n > 0)
    dem_timeline_view_show_group_of (self, selection[n - 1]);
}

static void
dem_timeline_view_focus_changed (DemCanvas *canvas, DemFocusChange what)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (canvas);

  dem_timeline_view_follow_playback (self, what);
  /* What has to do with the selection comes first. */
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION))
    self->first_band = 0;
  if (what & DEM_FOCUS_DOSSIER)
    self->first_group = 0;
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO))
    dem_timeline_view_update_index (self);
  if (what & DEM_FOCUS_DOSSIER)
    {
      dem_pan_zoom_stop (self->pan_zoom);
      g_hash_table_remove_all (self->rows->rows);
      self->view = (DemPeriod){ DEM_DAY_UNKNOWN, DEM_DAY_UNKNOWN };
    }
  if (self->index != NULL && what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_VIEW))
    follow_view (self);
  if (what & DEM_FOCUS_SELECTION)
    show_selected_group (self);
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO | DEM_FOCUS_PERIOD))
    dem_timeline_view_counts_changed (self);
  gtk_widget_set_visible (self->bar, self->index != NULL);
  if (what
      & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO | DEM_FOCUS_SELECTION | DEM_FOCUS_VIEW | DEM_FOCUS_PERIOD))
    gtk_widget_queue_allocate (
        GTK_WIDGET (self)); /* the handles move, the way out of an empty view comes and goes */
  update_actions (self);
}

static void
dem_timeline_view_fill_card (DemCanvas *canvas, DemRef ref, DemHoverCard *card)
{
  DemFocus *focus = dem_canvas_get_focus (canvas);

  dem_timeline_card_fill (card, dem_focus_get_dossier (focus), ref, dem_focus_get_scenario (focus));
}

static int
get_bar_width (DemTimelineView *self, double width)
{
  int minimum, natural, room = (int) width - 2 * BAR_X;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  /* What is said while time is played changes all the time: the bar stays as it is, and so does today's tag.
   */
  if (gtk_widget_get_visible (GTK_WIDGET (self->said)))
    natural = room;
  /* Where there is less room than its buttons take, as for a moment while a window narrows, it is cut off. */
  return MAX (minimum, MIN (natural, room));
}

static DemScene *
dem_timeline_view_create_scene (DemCanvas *canvas, const DemSceneInput *input)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (canvas);
  DemTimelineOptions options = { .index = self->index,
                                 .relevant = dem_timeline_view_get_relevant (self, input->relevance),
                                 .groups = self->groups,
                                 .labels = self->labels,
                                 .rows = self->rows,
                                 .overview = self->overview,
                                 .first = self->camera.first,
                                 .last = self->camera.last,
                                 .bar_end = BAR_X + get_bar_width (self, input->width),
                                 .first_band = self->first_band,
                                 .first_group = self->first_group,
                                 .has_counts = TRUE,
                                 .is_waiting = dem_timeline_view_is_indexing (self) };
  DemScene *scene = dem_timeline_scene_new_with_options (input, &options);

  self->layout = *dem_timeline_scene_get_layout (DEM_TIMELINE_SCENE (scene));
  self->first_band = dem_bands_get_first (dem_timeline_scene_get_bands (DEM_TIMELINE_SCENE (scene)));
  self->first_group = dem_event_lanes_get_first (dem_timeline_scene_get_event_lanes (DEM_TIMELINE_SCENE (scene)));
  return scene;
}

/* The bar stands over the scene, at the beginning; where there is only room for the overview it goes. */
static void
dem_timeline_view_place_children (DemCanvas *canvas, int width, int height)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (canvas);
  int bar_width = get_bar_width (self, width);
  gboolean is_shown = dem_timeline_view_get_scene (self) != NULL && !self->layout.compact;
  int bar_height;

  /* An open menu has its size only once it was styled. */
  if (self->menu != NULL && gtk_widget_get_mapped (self->menu))
    gtk_popover_present (GTK_POPOVER (self->menu));
  dem_timeline_view_place_handles (self);
  dem_timeline_view_place_show_all (self);
  gtk_widget_set_child_visible (self->bar, is_shown);
  if (!is_shown || !gtk_widget_get_visible (self->bar))
    return;
  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, bar_width, &bar_height, NULL, NULL, NULL);
  bar_height = MAX (bar_height, (int) self->layout.axis_text_y);
  gtk_widget_size_allocate (
      self->bar,
      &(GtkAllocation){ dem_timeline_view_is_mirrored (self) ? width - BAR_X - bar_width : BAR_X, 0,
                        bar_width, bar_height },
      -1);
}

/* ---- The widget ---- */

enum
{
  PROP_SPEED = 1,
  PROP_PLAYBACK_MODE,
  PROP_GROUPING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
dem_timeline_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_SPEED:
      g_value_set_int (value, self->player.speed);
      break;
    case PROP_PLAYBACK_MODE:
      g_value_set_int (value, self->player.mode);
      break;
    case PROP_GROUPING:
      g_value_set_string (value, dem_timeline_view_get_grouping (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dem_timeline_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_SPEED:
      dem_timeline_view_set_speed (self, g_value_get_int (value));
      break;
    case PROP_PLAYBACK_MODE:
      dem_timeline_view_set_playback_mode (self, g_value_get_int (value));
      break;
    case PROP_GROUPING:
      dem_timeline_view_set_grouping (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
install_properties (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SPEED] = g_param_spec_int ("speed", NULL, NULL, 10, 1600, 100, flags);
  properties[PROP_PLAYBACK_MODE] = g_param_spec_int ("playback-mode", NULL, NULL, DEM_PLAYBACK_CUMULATIVE,
                                                     DEM_PLAYBACK_INSTANT, DEM_PLAYBACK_CUMULATIVE, flags);
  properties[PROP_GROUPING]
      = g_param_spec_string ("grouping", NULL, NULL, dem_event_grouping_to_name (DEM_GROUPING_NONE), flags);
  g_object_class_install_properties (klass, N_PROPERTIES, properties);
}

static void
dem_timeline_view_dispose (GObject *object)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (object);

  dem_timeline_view_clear_playback (self);
  dem_timeline_view_stop_indexing (self);
  g_clear_handle_id (&self->counting, g_source_remove);
  dem_timeline_view_clear_handles (self);
  g_clear_pointer (&self->show_all, gtk_widget_unparent);
  dem_timeline_view_clear_menu (self);
  g_clear_object (&self->pan_zoom);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_TIMELINE_VIEW);
  G_OBJECT_CLASS (dem_timeline_view_parent_class)->dispose (object);
}

static void
dem_timeline_view_finalize (GObject *object)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (object);

  g_clear_pointer (&self->relevant, dem_relevant_events_unref);
  g_clear_pointer (&self->groups, dem_lane_memory_free);
  g_clear_pointer (&self->index, dem_timeline_index_unref);
  g_clear_pointer (&self->labels, dem_label_cache_free);
  g_clear_pointer (&self->rows, dem_row_memory_free);
  g_clear_pointer (&self->overview, dem_overview_memory_free);
  G_OBJECT_CLASS (dem_timeline_view_parent_class)->finalize (object);
}

static void
dem_timeline_view_class_init (DemTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DemCanvasClass *canvas_class = DEM_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = dem_timeline_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = dem_timeline_view_set_property;
  G_OBJECT_CLASS (klass)->dispose = dem_timeline_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_timeline_view_finalize;
  widget_class->query_tooltip = dem_timeline_view_query_tooltip;
  canvas_class->create_scene = dem_timeline_view_create_scene;
  canvas_class->focus_changed = dem_timeline_view_focus_changed;
  canvas_class->place_children = dem_timeline_view_place_children;
  canvas_class->clicked = dem_timeline_view_clicked;
  canvas_class->dup_target_at = dem_timeline_view_dup_target_at;
  canvas_class->fill_card = dem_timeline_view_fill_card;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/demarche/Demarche/ui/timeline/timeline_view.ui");
  gtk_widget_class_bind_template_child (widget_class, DemTimelineView, bar);
  gtk_widget_class_bind_template_child (widget_class, DemTimelineView, counts_button);
  gtk_widget_class_bind_template_child (widget_class, DemTimelineView, counts);
  gtk_widget_class_bind_template_child (widget_class, DemTimelineView, play);
  gtk_widget_class_bind_template_child (widget_class, DemTimelineView, speed);
  gtk_widget_class_bind_template_child (widget_class, DemTimelineView, group);
  gtk_widget_class_bind_template_child (widget_class, DemTimelineView, said);
  gtk_widget_class_bind_template_child (widget_class, DemTimelineView, said_label);
  install_properties (G_OBJECT_CLASS (klass));
  dem_timeline_view_install_actions (widget_class);
  dem_timeline_view_install_counts (widget_class);
  dem_timeline_view_install_playback (widget_class);
  dem_timeline_view_install_menu (widget_class);
  dem_timeline_view_install_groups (widget_class);
}

static void
dem_timeline_view_init (DemTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  /* The menu in the template asks for it at once. */
  self->player.speed = 100;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE); /* of a histogram */
  self->labels = dem_label_cache_new ();
  self->rows = dem_row_memory_new ();
  self->overview = dem_overview_memory_new ();
  self->spoken_group = -1;
  self->view = (DemPeriod){ DEM_DAY_UNKNOWN, DEM_DAY_UNKNOWN };
  self->pan_zoom = dem_pan_zoom_new (GTK_WIDGET (self));
  g_signal_connect_object (self->pan_zoom, "pan", G_CALLBACK (on_pan), self, 0);
  g_signal_connect_object (self->pan_zoom, "zoom", G_CALLBACK (on_zoom), self, 0);
  g_signal_connect_object (self->pan_zoom, "drag-begin", G_CALLBACK (on_pan_begin), self, 0);
  dem_timeline_view_init_drag (self);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  dem_timeline_view_init_counts (self);
  dem_timeline_view_init_bands (self);
  dem_timeline_view_init_playback (self);
  dem_timeline_view_init_handles (self);
  dem_timeline_view_init_show_all (self);
  dem_timeline_view_init_menu (self);
  update_actions (self);
}

GtkWidget *
dem_timeline_view_new (void)
{
  return g_object_new (DEM_TYPE_TIMELINE_VIEW, NULL);
}
