/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/presentation.h"

#include <glib/gi18n-lib.h>

#include "ui/briefing/console_window.h"
#include "ui/briefing/screens.h"
#include "ui/briefing/stop_list.h"
#include "ui/common/say.h"
#include "ui/search/search_popover.h"

#define SCREENS_SETTLE 150 /* milliseconds after which screens that came or went are looked at */
#define CHECK_TIME 250
#define MOST_CHECKS 12
#define OVERVIEW_WIDTH 760
#define OVERVIEW_HEIGHT 420

struct _DemPresentation
{
  GObject parent_instance;

  DemTalk *talk;
  DemBriefing *briefing;
  DemNotebook *notebook; /* nullable */
  DemEvaluator *evaluator;          /* of the speaker's focus */
  DemEvaluator *audience_evaluator;
  GtkApplication *application;

  GtkWindow *audience;
  GtkWindow *console;
  DemSlideFrame *frame; /* the audience's */
  GtkLabel *hint;       /* on the audience's screen, while there is no other */

  GtkWidget *panel; /* nullable: a popover: question from the floor, or overview */
  DemFocus *asked;  /* what the question has found */

  GdkMonitor *speaker_on;  /* nullable: where the windows were put */
  GdkMonitor *audience_on;
  gboolean swapped;
  guint placement; /* source */
  guint check;     /* source: whether the windows are where they were put */
  guint n_checks;
  guint escape;    /* source: the second Escape comes too late */
  guint inhibition;
  gboolean is_over;
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemPresentation, dem_presentation, G_TYPE_OBJECT)

static gboolean
has_console (DemPresentation *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->console));
}

static DemConsoleWindow *
get_console (DemPresentation *self)
{
  return DEM_CONSOLE_WINDOW (self->console);
}

/* ---- Strengths: what a focus tries goes over what the notebook assumes ---- */

static void
evaluate (DemPresentation *self, DemEvaluator *evaluator, DemFocus *focus)
{
  DemDossier *dossier = dem_focus_get_dossier (focus);
  g_autoptr (GArray) assumptions = NULL, starts = NULL;
  const DemAssumption *trials;
  DemWhatIf what_if = { .scenario = dem_focus_get_scenario (focus) };
  guint n;

  if (dossier == NULL)
    return;
  assumptions = self->notebook != NULL ? dem_notebook_dup_assumptions (self->notebook, dossier)
                                       : g_array_new (FALSE, FALSE, sizeof (DemAssumption));
  starts = self->notebook != NULL ? dem_notebook_dup_starts (self->notebook, dossier)
                                  : g_array_new (FALSE, FALSE, sizeof (DemAssumption));
  trials = dem_focus_get_trials (focus, &n);
  if (n > 0)
    g_array_append_vals (assumptions, trials, n);
  what_if.n_assumptions = assumptions->len;
  what_if.n_starts = starts->len;
  what_if.assumptions = (const DemAssumption *) (gpointer) assumptions->data;
  what_if.starts = (const DemAssumption *) (gpointer) starts->data;
  dem_evaluator_set (evaluator, dossier, &what_if);
}

static void
evaluate_both (DemPresentation *self)
{
  evaluate (self, self->evaluator, dem_talk_get_focus (self->talk));
  evaluate (self, self->audience_evaluator, dem_talk_get_audience_focus (self->talk));
}

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, DemPresentation *self)
{
  g_assert (DEM_IS_PRESENTATION (self));

  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO | DEM_FOCUS_TRIALS))
    evaluate_both (self);
}

/* With one screen the audience's slide is what the speaker explores. */
static void
on_audience_focus_changed (DemFocus *focus, DemFocusChange what, DemPresentation *self)
{
  g_assert (DEM_IS_PRESENTATION (self));

  if (dem_talk_is_audience_exploring (self->talk) && !has_console (self))
    dem_focus_copy_from (dem_talk_get_focus (self->talk), focus);
}

/* ---- A word to the speaker ---- */

static void
set_hint (DemPresentation *self, const char *hint)
{
  gboolean here = hint != NULL && *hint != '\0' && !has_console (self);

  dem_console_window_set_hint (get_console (self), hint);
  gtk_label_set_text (self->hint, here ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), here);
}

static gboolean
on_escape_over (gpointer data)
{
  DemPresentation *self = data;

  self->escape = 0;
  set_hint (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
update_hint (DemPresentation *self)
{
  const char *digits = dem_talk_get_digits (self->talk);
  g_autofree char *number = *digits != '\0' ? g_strdup_printf (_ ("Go to stop %s"), digits) : NULL;

  g_clear_handle_id (&self->escape, g_source_remove);
  if (dem_talk_is_escaping (self->talk, g_get_monotonic_time ()))
    {
      set_hint (self, _ ("Press Esc again to end"));
      self->escape = g_timeout_add (DEM_TALK_ESCAPE_TIME / 1000, on_escape_over, self);
    }
  else
    set_hint (self, number);
}

static void
say (DemPresentation *self, const char *words)
{
  if (words != NULL)
    dem_say (has_console (self) ? GTK_WIDGET (self->console) : GTK_WIDGET (self->audience), words);
}

/* ---- Question from the floor, and the overview ---- */

static void
on_panel_closed (DemPresentation *self)
{
  if (self->is_over)
    return;
  dem_talk_set_panel (self->talk, DEM_PANEL_NONE);
}

static gboolean
drop_panel (gpointer panel)
{
  gtk_widget_unparent (GTK_WIDGET (panel));
  g_object_unref (panel);
  return G_SOURCE_REMOVE;
}

static void
close_panel (DemPresentation *self)
{
  GtkWidget *panel = g_steal_pointer (&self->panel);

  if (panel == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (panel));
  g_idle_add (drop_panel, g_object_ref (panel)); /* not from inside its own signal */
}

static void
on_asked (DemFocus *asked, DemFocusChange what, DemPresentation *self)
{
  const DemRef *selection;
  guint n;

  g_assert (DEM_IS_PRESENTATION (self));

  selection = dem_focus_get_selection (asked, &n);
  if ((what & DEM_FOCUS_SELECTION) && n > 0)
    dem_talk_look_at (self->talk, selection[n - 1]);
}

static GtkWidget *
make_question (DemPresentation *self)
{
  dem_focus_open (self->asked, dem_focus_get_dossier (dem_talk_get_focus (self->talk)));
  return dem_search_popover_new (self->asked);
}

static GtkWidget *
make_overview (DemPresentation *self)
{
  GtkWidget *popover = gtk_popover_new (), *list = dem_stop_list_new (self->talk, TRUE);

  gtk_widget_set_size_request (list, OVERVIEW_WIDTH, OVERVIEW_HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  g_signal_connect_object (list, "chosen", G_CALLBACK (on_panel_closed), self, G_CONNECT_SWAPPED);
  return popover;
}

/* Where the speaker looks: at the console, or in the middle of the slide where there is none. */
static void
open_panel (DemPresentation *self, DemTalkPanel panel)
{
  GtkWidget *parent = GTK_WIDGET (self->frame);

  self->panel = panel == DEM_PANEL_QUESTION ? make_question (self) : make_overview (self);
  if (has_console (self))
    parent = panel == DEM_PANEL_QUESTION ? dem_console_window_get_question_button (get_console (self))
                                         : GTK_WIDGET (dem_console_window_get_frame (get_console (self)));
  gtk_widget_set_parent (self->panel, parent);
  if (parent == GTK_WIDGET (self->frame))
    gtk_popover_set_pointing_to (
        GTK_POPOVER (self->panel),
        &(GdkRectangle){ gtk_widget_get_width (parent) / 2, gtk_widget_get_height (parent) / 8, 1, 1 });
  g_signal_connect_object (self->panel, "closed", G_CALLBACK (on_panel_closed), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->panel));
}

static void
update_panel (DemPresentation *self)
{
  DemTalkPanel panel = dem_talk_get_panel (self->talk);

  close_panel (self);
  if (panel != DEM_PANEL_NONE)
    open_panel (self, panel);
}

/* ---- The talk ---- */

static void
on_talk_changed (DemTalk *talk, guint changes, DemPresentation *self)
{
  g_autofree char *words = dem_talk_dup_words (talk, (DemTalkChange) changes);

  g_assert (DEM_IS_PRESENTATION (self));

  if (changes & DEM_TALK_CHANGED_PANEL)
    update_panel (self);
  update_hint (self);
  say (self, words);
}

static void
on_refused (DemTalk *talk, guint refusal, DemPresentation *self)
{
  const char *words = dem_talk_refusal_get_words ((DemTalkRefusal) refusal);

  g_assert (DEM_IS_PRESENTATION (self));

  set_hint (self, words);
  say (self, words);
}

/* What the windows still tell while they go is of no interest. */
static void
close_windows (DemPresentation *self)
{
  GdkDisplay *display = gdk_display_get_default ();

  g_signal_handlers_disconnect_by_data (self->talk, self);
  g_signal_handlers_disconnect_by_data (dem_talk_get_focus (self->talk), self);
  g_signal_handlers_disconnect_by_data (dem_talk_get_audience_focus (self->talk), self);

  g_clear_handle_id (&self->placement, g_source_remove);
  g_clear_handle_id (&self->check, g_source_remove);
  g_clear_handle_id (&self->escape, g_source_remove);
  if (display != NULL)
    g_signal_handlers_disconnect_by_data (gdk_display_get_monitors (display), self);
  g_clear_pointer (&self->panel, gtk_widget_unparent); /* at once: its parent goes as well */
  if (self->inhibition != 0)
    gtk_application_uninhibit (self->application, self->inhibition);
  self->inhibition = 0;
  gtk_window_destroy (self->console);
  gtk_window_destroy (self->audience);
}

static void
on_ended (DemTalk *talk, DemPresentation *self)
{
  g_assert (DEM_IS_PRESENTATION (self));

  if (self->is_over)
    return;
  self->is_over = TRUE;
  close_windows (self);
  g_signal_emit (self, signals[ENDED], 0);
}

/* ---- What both screens hear of the pointer, and of the camera ---- */

static void
on_pointed (DemSlideFrame *frame, double x, double y, DemPresentation *self)
{
  if (self->is_over)
    return;
  dem_slide_marks_set_pointer (dem_slide_frame_get_marks (self->frame), x, y);
  dem_slide_marks_set_pointer (dem_slide_frame_get_marks (dem_console_window_get_frame (get_console (self))), x, y);
}

static void
on_drawn (DemSlideFrame *frame, guint n, const double *points, DemPresentation *self)
{
  if (self->is_over)
    return;
  dem_slide_marks_set_stroke (dem_slide_frame_get_marks (self->frame), points, n);
  dem_slide_marks_set_stroke (dem_slide_frame_get_marks (dem_console_window_get_frame (get_console (self))), points, n);
}

static void
on_moved (DemSlideView *slide, DemPresentation *self)
{
  g_assert (DEM_IS_PRESENTATION (self));

  if (!self->is_over && has_console (self) && dem_talk_is_audience_exploring (self->talk))
    dem_slide_view_follow (dem_slide_frame_get_slide (self->frame), slide);
}

static void
listen_to_frame (DemPresentation *self, DemSlideFrame *frame)
{
  g_signal_connect_object (frame, "pointed", G_CALLBACK (on_pointed), self, 0);
  g_signal_connect_object (frame, "drawn", G_CALLBACK (on_drawn), self, 0);
}

/* ---- Screens ---- */

/* A window that fills one screen does not always go to another when it is asked to; one that is shown anew does, once it is
 * there. */
static void
put_window (GtkWindow *window, GdkMonitor *monitor)
{
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  gtk_window_unfullscreen (window);
  gtk_window_present (window);
  gtk_window_fullscreen_on_monitor (window, monitor);
}

static gboolean
is_on (GtkWindow *window, GdkMonitor *monitor)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL
         && gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)), surface) == monitor;
}

/* A window manager need not do as it is asked. The console shows nothing before it is where it was sent. */
static gboolean
on_check (gpointer data)
{
  DemPresentation *self = data;
  gboolean is_there = self->speaker_on == NULL || is_on (self->console, self->speaker_on);

  if (is_there)
    dem_console_window_set_shown (get_console (self), TRUE);
  else
    gtk_window_fullscreen_on_monitor (self->console, self->speaker_on);
  if (self->audience_on != NULL && !is_on (self->audience, self->audience_on))
    {
      gtk_window_unfullscreen (self->audience);
      gtk_window_fullscreen_on_monitor (self->audience, self->audience_on);
      is_there = FALSE;
    }
  if (!is_there && ++self->n_checks < MOST_CHECKS)
    return G_SOURCE_CONTINUE;
  self->check = 0;
  return G_SOURCE_REMOVE;
}

static void
check_soon (DemPresentation *self)
{
  self->n_checks = 0;
  if (self->check == 0)
    self->check = g_timeout_add (CHECK_TIME, on_check, self);
}

static void
describe_audience (DemPresentation *self, GdkMonitor *audience)
{
  g_autofree char *words = dem_screens_describe (audience);
  GdkRectangle size;

  gdk_monitor_get_geometry (audience, &size);
  dem_console_window_set_audience (get_console (self), words, size.width / (double) MAX (size.height, 1));
}

/* The console goes before anything else moves, and comes last: it never stands where the audience looks. */
static void
place_windows (DemPresentation *self)
{
  g_autoptr (GdkMonitor) speaker = NULL, audience = NULL;
  GtkWidget *near = self->speaker_on != NULL ? NULL : GTK_WIDGET (gtk_application_get_active_window (self->application));

  dem_screens_choose (gtk_widget_get_display (GTK_WIDGET (self->audience)), near, self->swapped, &speaker, &audience);
  if (audience == NULL || (speaker == self->speaker_on && audience == self->audience_on))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->console), FALSE);
  if (audience != self->audience_on)
    put_window (self->audience, audience);
  describe_audience (self, audience);
  dem_talk_set_private_screen (self->talk, speaker != NULL);
  g_set_object (&self->speaker_on, speaker);
  g_set_object (&self->audience_on, audience);
  dem_console_window_set_shown (get_console (self), speaker == NULL);
  if (speaker != NULL)
    put_window (self->console, speaker);
  else
    gtk_window_unfullscreen (self->console);
  check_soon (self);
}

static gboolean
on_placement (gpointer data)
{
  DemPresentation *self = data;

  self->placement = 0;
  place_windows (self);
  return G_SOURCE_REMOVE;
}

/* Window managers push the windows of a screen that is gone onto the one that is left. */
static void
on_screens_changed (GListModel *monitors, guint position, guint removed, guint added, DemPresentation *self)
{
  g_assert (DEM_IS_PRESENTATION (self));

  if (removed > 0)
    gtk_widget_set_visible (GTK_WIDGET (self->console), FALSE);
  if (removed > 0)
    g_clear_object (&self->speaker_on);
  if (self->placement == 0)
    self->placement = g_timeout_add (SCREENS_SETTLE, on_placement, self);
}

static void
on_swap (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DemPresentation *self = data;

  self->swapped = !self->swapped;
  place_windows (self);
}

static void
on_dark (GSimpleAction *action, GVariant *value, gpointer data)
{
  DemPresentation *self = data;
  gboolean dark = g_variant_get_boolean (value);

  g_simple_action_set_state (action, value);
  dem_slide_view_set_dark (dem_slide_frame_get_slide (self->frame), dark);
  dem_slide_view_set_dark (dem_slide_frame_get_slide (dem_console_window_get_frame (get_console (self))), dark);
  dem_slide_view_set_dark (dem_console_window_get_next (get_console (self)), dark);
}

/* One screen: the console is a window over the slide, for who asks for it. */
static void
toggle_console (DemPresentation *self)
{
  if (!has_console (self) && self->speaker_on != NULL)
    {
      dem_console_window_set_shown (get_console (self), FALSE);
      put_window (self->console, self->speaker_on);
      check_soon (self);
    }
  else if (!has_console (self))
    gtk_window_present (self->console);
  else if (self->speaker_on == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->console), FALSE);
}

/* ---- Keys ---- */

static gboolean
is_typing (GtkWindow *window)
{
  GtkWidget *keyboard = gtk_window_get_focus (window);

  return GTK_IS_TEXT (keyboard) || GTK_IS_TEXT_VIEW (keyboard);
}

static GtkWindow *
get_window (GtkEventController *keys)
{
  return GTK_WINDOW (gtk_event_controller_get_widget (keys));
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, DemPresentation *self)
{
  const char *name = gdk_keyval_name (keyval);
  DemTalkKey key;

  g_assert (DEM_IS_PRESENTATION (self));

  if (name == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (is_typing (get_window (GTK_EVENT_CONTROLLER (keys))) && keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_c || keyval == GDK_KEY_C)
    {
      toggle_console (self);
      return GDK_EVENT_STOP;
    }
  key = dem_talk_find_key (self->talk, name);
  return key != DEM_TALK_KEY_NONE && dem_talk_press (self->talk, key, g_get_monotonic_time ());
}

static void
on_key_released (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, DemPresentation *self)
{
  const char *name = gdk_keyval_name (keyval);
  DemTalkKey key = name != NULL ? dem_talk_key_from_name (name) : DEM_TALK_KEY_NONE;

  g_assert (DEM_IS_PRESENTATION (self));

  if (key != DEM_TALK_KEY_NONE)
    dem_talk_release (self->talk, key);
}

static void
listen_to_keys (DemPresentation *self, GtkWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (on_key_released), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

/* ---- The windows ---- */

/* Whoever closes the slide has ended the talk; the console can come back. */
static gboolean
on_close_audience (DemPresentation *self)
{
  dem_talk_end (self->talk);
  return GDK_EVENT_STOP;
}

static gboolean
on_close_console (DemPresentation *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->console), FALSE);
  return GDK_EVENT_STOP;
}

static void
make_audience (DemPresentation *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->audience = GTK_WINDOW (gtk_application_window_new (self->application));
  self->frame = DEM_SLIDE_FRAME (dem_slide_frame_new (self->talk, self->audience_evaluator, TRUE));
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "hint");
  gtk_widget_set_halign (GTK_WIDGET (self->hint), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->hint), GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->hint), 24);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->frame));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->hint));
  gtk_window_set_child (self->audience, overlay);
  gtk_window_set_title (self->audience, dem_briefing_get_title (self->briefing));
  gtk_window_set_default_size (self->audience, 960, 540);
  gtk_widget_add_css_class (GTK_WIDGET (self->audience), "audience");
  g_signal_connect_object (self->audience, "close-request", G_CALLBACK (on_close_audience), self, G_CONNECT_SWAPPED);
}

static void
make_console (DemPresentation *self)
{
  self->console = GTK_WINDOW (dem_console_window_new (self->application, self->talk, self->evaluator));
  g_signal_connect_object (self->console, "close-request", G_CALLBACK (on_close_console), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dem_slide_frame_get_slide (dem_console_window_get_frame (get_console (self))), "moved",
                           G_CALLBACK (on_moved), self, 0);
}

static void
add_actions (DemPresentation *self)
{
  static const GActionEntry entries[] = {
    { .name = "swap", .activate = on_swap },
    { .name = "dark", .state = "true", .change_state = on_dark },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->console), "present", G_ACTION_GROUP (group));
}

static void
begin (DemPresentation *self)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());

  make_audience (self);
  make_console (self);
  add_actions (self);
  listen_to_frame (self, self->frame);
  listen_to_frame (self, dem_console_window_get_frame (get_console (self)));
  listen_to_keys (self, self->audience);
  listen_to_keys (self, self->console);
  g_signal_connect_object (self->talk, "changed", G_CALLBACK (on_talk_changed), self, 0);
  g_signal_connect_object (self->talk, "refused", G_CALLBACK (on_refused), self, 0);
  g_signal_connect_object (self->talk, "ended", G_CALLBACK (on_ended), self, 0);
  g_signal_connect_object (self->asked, "changed", G_CALLBACK (on_asked), self, 0);
  g_signal_connect_object (dem_talk_get_focus (self->talk), "changed", G_CALLBACK (on_focus_changed), self, 0);
  g_signal_connect_object (dem_talk_get_audience_focus (self->talk), "changed", G_CALLBACK (on_focus_changed), self, 0);
  g_signal_connect_object (dem_talk_get_audience_focus (self->talk), "changed",
                           G_CALLBACK (on_audience_focus_changed), self, 0);
  if (self->notebook != NULL)
    g_signal_connect_object (self->notebook, "changed", G_CALLBACK (evaluate_both), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (on_screens_changed), self, 0);
  evaluate_both (self);
  place_windows (self);
  self->inhibition
      = gtk_application_inhibit (self->application, self->audience, GTK_APPLICATION_INHIBIT_IDLE, _ ("Presenting"));
}

/* ---- The object ---- */

static void
dem_presentation_dispose (GObject *object)
{
  DemPresentation *self = DEM_PRESENTATION (object);

  if (!self->is_over && self->talk != NULL)
    {
      self->is_over = TRUE;
      close_windows (self);
    }
  g_clear_object (&self->talk);
  g_clear_object (&self->briefing);
  g_clear_object (&self->notebook);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->audience_evaluator);
  g_clear_object (&self->asked);
  g_clear_object (&self->application);
  g_clear_object (&self->speaker_on);
  g_clear_object (&self->audience_on);
  G_OBJECT_CLASS (dem_presentation_parent_class)->dispose (object);
}

static void
dem_presentation_class_init (DemPresentationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_presentation_dispose;
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
dem_presentation_init (DemPresentation *self)
{
  self->evaluator = dem_evaluator_new ();
  self->audience_evaluator = dem_evaluator_new ();
  self->asked = dem_focus_new ();
}

DemPresentation *
dem_presentation_new (GtkWindow *parent, DemDossier *dossier, DemNotebook *notebook, guint position)
{
  DemPresentation *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && gtk_window_get_application (parent) != NULL, NULL);
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  self = g_object_new (DEM_TYPE_PRESENTATION, NULL);
  self->application = g_object_ref (gtk_window_get_application (parent));
  g_set_object (&self->notebook, notebook);
  self->briefing = dem_briefing_new (dossier, notebook, FALSE);
  self->talk = dem_talk_new (self->briefing, position, g_get_monotonic_time ());
  begin (self);
  return self;
}

void
dem_presentation_set_dossier (DemPresentation *self, DemDossier *dossier)
{
  g_return_if_fail (DEM_IS_PRESENTATION (self));

  dem_briefing_set_dossier (self->briefing, dossier);
}

void
dem_presentation_present (DemPresentation *self)
{
  g_return_if_fail (DEM_IS_PRESENTATION (self));

  gtk_window_present (self->audience);
  if (has_console (self))
    gtk_window_present (self->console);
}

void
dem_presentation_end (DemPresentation *self)
{
  g_return_if_fail (DEM_IS_PRESENTATION (self));

  if (!self->is_over)
    dem_talk_end (self->talk);
}

DemTalk *
dem_presentation_get_talk (DemPresentation *self)
{
  g_return_val_if_fail (DEM_IS_PRESENTATION (self), NULL);

  return self->talk;
}

GtkWindow *
dem_presentation_get_audience (DemPresentation *self)
{
  g_return_val_if_fail (DEM_IS_PRESENTATION (self), NULL);

  return self->audience;
}

GtkWindow *
dem_presentation_get_console (DemPresentation *self)
{
  g_return_val_if_fail (DEM_IS_PRESENTATION (self), NULL);

  return self->console;
}
