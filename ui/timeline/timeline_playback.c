/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the view plays time: buttons, keys, the clock, and the line that says what changed. */

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/timeline/timeline_view_private.h"
#include "ui/timeline/timeline_words.h"

#define LONGEST_FRAME 0.1        /* seconds: after a pause of the program time must not leap */
#define STEP_SECONDS 1.2         /* from change to change at speed 1, where nothing may move */
#define SPOKEN_EVERY G_USEC_PER_SEC /* or a screen reader would never finish a sentence */

static gboolean
can_play (DemTimelineView *self)
{
  return self->index != NULL;
}

/* ---- What changed ---- */

static double
get_weight (DemTimelineView *self, DemRef ref)
{
  DemRelevance *relevance = dem_focus_get_relevance (dem_timeline_view_get_focus (self));
  double weight = ref.kind == DEM_KIND_EVENT      ? dem_dossier_event (self->index->dossier, ref.index)->importance
                  : ref.kind == DEM_KIND_RELATION ? 1
                                                  : 0.3; /* something ended */

  if (dem_relevance_has_selection (relevance) && dem_relevance_contains (relevance, ref))
    weight += 2;
  return weight;
}

/* The one that is told when there are several: what has to do with the selection, then how pairs stand, then events. */
static guint
find_main (DemTimelineView *self, GArray *changes)
{
  guint best = 0;

  for (guint i = 1; i < changes->len; i++)
    if (get_weight (self, g_array_index (changes, DemChange, i).ref)
        > get_weight (self, g_array_index (changes, DemChange, best).ref))
      best = i;
  return best;
}

static void
say (DemTimelineView *self, DemDay after, DemDay until)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (DemChange));
  g_autofree char *text = NULL;
  gint64 now = g_get_monotonic_time ();
  guint main;

  if (dem_timeline_view_get_changes (self) != NULL)
    dem_changes_collect (self->player.changes, after, until, changes);
  if (changes->len == 0)
    return;
  main = find_main (self, changes);
  text = dem_timeline_format_changes (self->index->dossier, changes, main);
  self->player.said = g_array_index (changes, DemChange, main).ref;
  gtk_label_set_text (self->said_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->said), TRUE);
  if (now - self->player.last_spoken < SPOKEN_EVERY)
    return;
  self->player.last_spoken = now;
  dem_canvas_set_cursor (DEM_CANVAS (self), self->player.said);
}

static void
on_said_clicked (GtkButton *button, DemTimelineView *self)
{
  if (!dem_ref_is_none (self->player.said))
    dem_focus_select (dem_timeline_view_get_focus (self), self->player.said);
}

static void
forget_said (DemTimelineView *self)
{
  self->player.said = DEM_REF_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self->said), FALSE);
}

/* ---- The clock ---- */

static void
show (DemTimelineView *self, DemDay before)
{
  DemTimelinePlayer *player = &self->player;

  player->is_showing = TRUE;
  dem_playback_show (&player->playback, dem_timeline_view_get_focus (self));
  player->is_showing = FALSE;
  say (self, before, player->playback.playhead);
}

static void
stop_clock (DemTimelineView *self)
{
  if (self->player.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->player.tick);
  g_clear_handle_id (&self->player.timeout, g_source_remove);
  self->player.tick = 0;
}

static void
update_play_button (DemTimelineView *self)
{
  gboolean playing = self->player.is_playing;
  const char *label = playing ? _ ("Pause") : _ ("Play");

  gtk_button_set_icon_name (self->play,
                            playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
dem_timeline_view_pause (DemTimelineView *self)
{
  stop_clock (self);
  self->player.awaited = 0;
  if (!self->player.is_playing)
    return;
  self->player.is_playing = FALSE;
  update_play_button (self);
}

/* A day that a pixel passes is soon enough: everything that follows the period is made anew each time. */
static double
get_smallest_step (DemTimelineView *self)
{
  return MAX (1, dem_timeline_camera_length (&self->camera) / MAX (self->layout.right - self->layout.left, 1));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);
  DemTimelinePlayer *player = &self->player;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = player->last_frame == 0 ? 0 : (double) (now - player->last_frame) / G_USEC_PER_SEC;
  DemDay before = player->playback.playhead;
  DemPlayback moved;

  player->last_frame = now;
  player->playhead += MIN (seconds, LONGEST_FRAME) * dem_playback_get_pace (&player->playback, player->speed / 100.0);
  moved = dem_playback_move (player->playback, (DemDay) floor (player->playhead));
  if (moved.playhead == before
      || (!dem_playback_is_at_end (&moved) && (double) (moved.playhead - before) < get_smallest_step (self)))
    return G_SOURCE_CONTINUE;
  player->playback = moved;
  show (self, before);
  if (player->is_playing && dem_playback_is_at_end (&moved))
    dem_timeline_view_pause (self);
  return G_SOURCE_CONTINUE;
}

static gboolean step_change (DemTimelineView *self, int direction);

static gboolean
on_timeout (gpointer data)
{
  DemTimelineView *self = data;

  if (step_change (self, 1) && !dem_playback_is_at_end (&self->player.playback))
    return G_SOURCE_CONTINUE;
  self->player.timeout = 0;
  dem_timeline_view_pause (self);
  return G_SOURCE_REMOVE;
}

static void
start_clock (DemTimelineView *self)
{
  DemTimelinePlayer *player = &self->player;

  stop_clock (self);
  player->last_frame = 0;
  if (adw_get_enable_animations (GTK_WIDGET (self)))
    player->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  else
    player->timeout = g_timeout_add ((guint) (100 * 1000 * STEP_SECONDS / player->speed), on_timeout, self);
}

static void
play (DemTimelineView *self)
{
  DemTimelinePlayer *player = &self->player;

  if (!can_play (self))
    return;
  player->playback = dem_playback_begin (dem_timeline_view_get_focus (self), player->mode);
  player->playhead = (double) player->playback.playhead;
  player->is_playing = TRUE;
  player->last_spoken = 0;
  update_play_button (self);
  start_clock (self);
  if (player->timeout != 0)
    step_change (self, 1);
}

/* Goes to where something changes, as soon as that is known; FALSE when there is nothing that way. */
static gboolean
step_change (DemTimelineView *self, int direction)
{
  DemTimelinePlayer *player = &self->player;
  DemPlayback playback;
  DemDay before;

  if (!can_play (self))
    return FALSE;
  player->awaited = dem_timeline_view_get_changes (self) == NULL ? direction : 0;
  if (player->awaited != 0)
    return TRUE;
  if (!dem_playback_step (dem_timeline_view_get_focus (self), player->mode, player->changes, direction, &playback))
    return FALSE;
  before = playback.playhead - 1;
  player->playback = playback;
  player->playhead = (double) playback.playhead;
  player->last_spoken = 0;
  show (self, before);
  return TRUE;
}

void
dem_timeline_view_changes_made (DemTimelineView *self)
{
  if (self->player.awaited != 0)
    step_change (self, self->player.awaited);
}

/* ---- What the view passes on ---- */

/* Whoever else changes what is looked at takes over. */
void
dem_timeline_view_follow_playback (DemTimelineView *self, DemFocusChange what)
{
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO))
    {
      dem_timeline_view_clear_changes (self);
      forget_said (self);
    }
  if (self->player.is_showing
      || !(what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO | DEM_FOCUS_PERIOD | DEM_FOCUS_VIEW)))
    return;
  dem_timeline_view_pause (self);
  forget_said (self);
}

void
dem_timeline_view_set_speed (DemTimelineView *self, int percent)
{
  g_autofree char *label = NULL;

  self->player.speed = percent;
  /* Translators: a speed, as on a recorder: twice as fast */
  label = percent < 100 ? g_strdup (_ ("½×")) : g_strdup_printf (_ ("%d×"), percent / 100);
  gtk_menu_button_set_label (self->speed, label);
  if (self->player.timeout != 0)
    start_clock (self);
}

void
dem_timeline_view_set_playback_mode (DemTimelineView *self, int mode)
{
  self->player.mode = mode;
  self->player.playback = dem_playback_set_mode (self->player.playback, mode);
}

static void
on_play (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);

  if (self->player.is_playing)
    dem_timeline_view_pause (self);
  else
    play (self);
}

static void
on_change (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemTimelineView *self = DEM_TIMELINE_VIEW (widget);

  dem_timeline_view_pause (self);
  step_change (self, g_variant_get_int32 (parameter));
}

void
dem_timeline_view_install_playback (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.play", NULL, on_play);
  gtk_widget_class_install_action (widget_class, "timeline.change", "i", on_change);
  gtk_widget_class_install_property_action (widget_class, "timeline.speed", "speed");
  gtk_widget_class_install_property_action (widget_class, "timeline.playback-mode", "playback-mode");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK, "timeline.change", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_period, GDK_CONTROL_MASK, "timeline.change", "i", 1);
}

/* Space selects in other pictures. A controller of the widget's own comes before those of its class; buttons in the bar
 * have had the key before. */
static void
add_space (DemTimelineView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_space, 0), gtk_named_action_new ("timeline.play")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
dem_timeline_view_init_playback (DemTimelineView *self)
{
  self->player.said = DEM_REF_NONE;
  dem_timeline_view_set_speed (self, self->player.speed);
  add_space (self);
  g_signal_connect_object (self->said, "clicked", G_CALLBACK (on_said_clicked), self, 0);
}

void
dem_timeline_view_clear_playback (DemTimelineView *self)
{
  stop_clock (self);
  self->player.is_playing = FALSE;
  dem_timeline_view_clear_changes (self);
}
