/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/briefing/talk_private.h"

enum
{
  CHANGED,
  REFUSED,
  ENDED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemTalk, dem_talk, G_TYPE_OBJECT)

/* ---- Telling ---- */

void
dem_talk_begin (DemTalk *self)
{
  self->depth++;
}

void
dem_talk_commit (DemTalk *self)
{
  guint changes = self->changes;

  if (--self->depth > 0 || changes == 0)
    return;
  self->changes = 0;
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
dem_talk_refuse (DemTalk *self, DemTalkRefusal refusal)
{
  g_signal_emit (self, signals[REFUSED], 0, (guint) refusal);
}

void
dem_talk_end (DemTalk *self)
{
  g_return_if_fail (DEM_IS_TALK (self));

  if (self->is_over)
    return;
  self->is_over = TRUE;
  g_signal_emit (self, signals[ENDED], 0);
}

/* ---- What the audience sees ---- */

void
dem_talk_sync (DemTalk *self)
{
  if (self->screen == DEM_SCREEN_FROZEN)
    return;
  dem_focus_copy_from (self->audience_focus, self->focus);
  if (g_strcmp0 (self->audience_id, self->id) != 0 || self->audience_stage != self->stage
      || self->audience_exploring != self->exploring)
    self->changes |= DEM_TALK_CHANGED_AUDIENCE;
  g_free (self->audience_id);
  self->audience_id = g_strdup (self->id);
  self->audience_stage = self->stage;
  self->audience_exploring = self->exploring;
}

static void
on_focus_changed (DemTalk *self)
{
  dem_talk_begin (self);
  dem_talk_sync (self);
  dem_talk_commit (self);
}

/* ---- Going ---- */

guint
dem_talk_get_position (DemTalk *self)
{
  guint position;

  g_return_val_if_fail (DEM_IS_TALK (self), 0);

  position = self->id != NULL ? dem_briefing_find (self->briefing, self->id) : DEM_NO_INDEX;
  return position != DEM_NO_INDEX ? position : 0;
}

/* Looks at the stop as the script has it. */
void
dem_talk_show (DemTalk *self)
{
  DemTalkStop *stop = dem_talk_get_stop (self);

  if (stop == NULL)
    return;
  if (self->stage != dem_talk_stop_get_view (stop)->stage)
    self->changes |= DEM_TALK_CHANGED_EXPLORE;
  self->stage = dem_talk_stop_get_view (stop)->stage;
  dem_talk_stop_apply (stop, self->focus);
  dem_talk_sync (self);
}

void
dem_talk_leave_modes (DemTalk *self)
{
  if (self->exploring)
    self->changes |= DEM_TALK_CHANGED_EXPLORE;
  if (self->trying)
    self->changes |= DEM_TALK_CHANGED_WHAT_IF;
  if (self->panel != DEM_PANEL_NONE)
    self->changes |= DEM_TALK_CHANGED_PANEL;
  self->exploring = self->trying = FALSE;
  self->panel = DEM_PANEL_NONE;
}

/* Goes there without remembering whence. */
static void
move_to (DemTalk *self, DemTalkStop *stop, guint position, gint64 now)
{
  g_free (self->id);
  self->id = g_strdup (dem_talk_stop_get_id (stop));
  g_hash_table_add (self->visited, g_strdup (self->id));
  dem_talk_leave_modes (self);
  dem_talk_clock_go (self->clock, position, now);
  self->changes |= DEM_TALK_CHANGED_STOP;
  dem_talk_show (self);
}

void
dem_talk_go (DemTalk *self, guint position, gint64 now)
{
  DemTalkStop *stop;

  g_return_if_fail (DEM_IS_TALK (self));

  stop = dem_briefing_get (self->briefing, position);
  if (stop == NULL)
    {
      dem_talk_refuse (self, DEM_REFUSED_NO_SUCH_STOP);
      return;
    }
  dem_talk_begin (self);
  if (g_strcmp0 (self->id, dem_talk_stop_get_id (stop)) != 0)
    {
      if (self->id != NULL)
        g_ptr_array_add (self->history, g_strdup (self->id));
      move_to (self, stop, position, now);
    }
  else
    {
      dem_talk_return (self);
      dem_talk_set_panel (self, DEM_PANEL_NONE);
    }
  dem_talk_commit (self);
}

/* Neither end of the talk is a way out of it. */
void
dem_talk_next (DemTalk *self, gint64 now)
{
  guint position = dem_talk_get_position (self);

  if (position + 1 < dem_briefing_count (self->briefing))
    dem_talk_go (self, position + 1, now);
}

void
dem_talk_previous (DemTalk *self, gint64 now)
{
  guint position = dem_talk_get_position (self);

  if (position > 0)
    dem_talk_go (self, position - 1, now);
}

gboolean
dem_talk_can_go_back (DemTalk *self)
{
  g_return_val_if_fail (DEM_IS_TALK (self), FALSE);

  return self->history->len > 0;
}

void
dem_talk_back (DemTalk *self, gint64 now)
{
  g_return_if_fail (DEM_IS_TALK (self));

  while (self->history->len > 0)
    {
      g_autofree char *id = g_ptr_array_steal_index (self->history, self->history->len - 1);
      guint position = dem_briefing_find (self->briefing, id);

      if (position == DEM_NO_INDEX || g_strcmp0 (id, self->id) == 0)
        continue;
      dem_talk_begin (self);
      move_to (self, dem_briefing_get (self->briefing, position), position, now);
      dem_talk_commit (self);
      return;
    }
}

/* ---- Asking ---- */

DemBriefing *
dem_talk_get_briefing (DemTalk *self)
{
  return self->briefing;
}

DemTalkClock *
dem_talk_get_clock (DemTalk *self)
{
  return self->clock;
}

DemFocus *
dem_talk_get_focus (DemTalk *self)
{
  return self->focus;
}

DemFocus *
dem_talk_get_audience_focus (DemTalk *self)
{
  return self->audience_focus;
}

guint
dem_talk_get_audience_position (DemTalk *self)
{
  guint position = self->audience_id != NULL ? dem_briefing_find (self->briefing, self->audience_id) : DEM_NO_INDEX;

  return position != DEM_NO_INDEX ? position : dem_talk_get_position (self);
}

DemTalkStop *
dem_talk_get_stop (DemTalk *self)
{
  return dem_briefing_get (self->briefing, dem_talk_get_position (self));
}

DemTalkStop *
dem_talk_get_audience_stop (DemTalk *self)
{
  return dem_briefing_get (self->briefing, dem_talk_get_audience_position (self));
}

DemTalkStop *
dem_talk_get_next (DemTalk *self)
{
  return dem_briefing_get (self->briefing, dem_talk_get_position (self) + 1);
}

DemStageKind
dem_talk_get_stage (DemTalk *self)
{
  return self->stage;
}

DemStageKind
dem_talk_get_audience_stage (DemTalk *self)
{
  return self->audience_stage;
}

DemTalkScreen
dem_talk_get_screen (DemTalk *self)
{
  return self->screen;
}

DemTalkTool
dem_talk_get_tool (DemTalk *self)
{
  return self->tool;
}

DemTalkPanel
dem_talk_get_panel (DemTalk *self)
{
  return self->panel;
}

const char *
dem_talk_get_digits (DemTalk *self)
{
  return self->digits->str;
}

gboolean
dem_talk_is_exploring (DemTalk *self)
{
  return self->exploring;
}

gboolean
dem_talk_is_audience_exploring (DemTalk *self)
{
  return self->audience_exploring;
}

gboolean
dem_talk_is_trying (DemTalk *self)
{
  return self->trying;
}

gboolean
dem_talk_was_at (DemTalk *self, guint position)
{
  DemTalkStop *stop = dem_briefing_get (self->briefing, position);

  return stop != NULL && g_hash_table_contains (self->visited, dem_talk_stop_get_id (stop));
}

/* ---- The briefing changes while it is presented ---- */

static void
plan (DemTalk *self)
{
  guint n = dem_briefing_count (self->briefing);
  g_autofree double *minutes = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    minutes[i] = dem_talk_stop_get_minutes (dem_briefing_get (self->briefing, i));
  dem_talk_clock_set_plan (self->clock, minutes, n,
                           dem_dossier_get_briefing_minutes (dem_briefing_get_dossier (self->briefing)));
}

static void
follow_dossier (DemTalk *self)
{
  DemDossier *dossier = dem_briefing_get_dossier (self->briefing);

  if (dem_focus_get_dossier (self->focus) == dossier)
    return;
  dem_focus_swap (self->saved, dossier);
  dem_focus_swap (self->audience_focus, dossier);
  dem_focus_swap (self->focus, dossier);
}

/* The place is kept by its id; if it is gone, by its number. */
static void
on_items_changed (DemTalk *self)
{
  DemTalkStop *stop;

  dem_talk_begin (self);
  follow_dossier (self);
  plan (self);
  if (self->id == NULL || dem_briefing_find (self->briefing, self->id) == DEM_NO_INDEX)
    {
      guint n = dem_briefing_count (self->briefing);

      g_clear_pointer (&self->id, g_free);
      stop = n > 0 ? dem_briefing_get (self->briefing, MIN (self->position, n - 1)) : NULL;
      self->id = stop != NULL ? g_strdup (dem_talk_stop_get_id (stop)) : NULL;
    }
  self->position = dem_talk_get_position (self);
  self->changes |= DEM_TALK_CHANGED_STOP | DEM_TALK_CHANGED_AUDIENCE;
  if (!self->exploring && !self->trying)
    dem_talk_show (self);
  dem_talk_commit (self);
}

static void
on_self_changed (DemTalk *self)
{
  self->position = dem_talk_get_position (self);
}

/* ---- Life ---- */

static void
dem_talk_finalize (GObject *object)
{
  DemTalk *self = DEM_TALK (object);

  g_clear_object (&self->briefing);
  g_clear_object (&self->focus);
  g_clear_object (&self->audience_focus);
  g_clear_object (&self->saved);
  dem_talk_clock_free (self->clock);
  g_hash_table_unref (self->visited);
  g_ptr_array_unref (self->history);
  g_string_free (self->digits, TRUE);
  g_free (self->id);
  g_free (self->audience_id);
  G_OBJECT_CLASS (dem_talk_parent_class)->finalize (object);
}

static void
dem_talk_class_init (DemTalkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_talk_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", DEM_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[REFUSED]
      = g_signal_new ("refused", DEM_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[ENDED]
      = g_signal_new ("ended", DEM_TYPE_TALK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dem_talk_init (DemTalk *self)
{
  self->focus = dem_focus_new ();
  self->audience_focus = dem_focus_new ();
  self->saved = dem_focus_new ();
  self->clock = dem_talk_clock_new ();
  self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->history = g_ptr_array_new_with_free_func (g_free);
  self->digits = g_string_new (NULL);
}

DemTalk *
dem_talk_new (DemBriefing *briefing, guint position, gint64 now)
{
  DemTalk *self;
  DemDossier *dossier;
  DemTalkStop *stop;

  g_return_val_if_fail (DEM_IS_BRIEFING (briefing), NULL);

  self = g_object_new (DEM_TYPE_TALK, NULL);
  self->briefing = g_object_ref (briefing);
  dossier = dem_briefing_get_dossier (briefing);
  dem_focus_open (self->focus, dossier);
  dem_focus_open (self->audience_focus, dossier);
  dem_focus_open (self->saved, dossier);
  plan (self);
  stop = dem_briefing_get (briefing, position);
  if (stop == NULL)
    stop = dem_briefing_get (briefing, position = 0);
  if (stop != NULL)
    {
      /* Where it begins is no move, so the clock does not start. */
      dem_talk_clock_go (self->clock, position, now);
      dem_talk_clock_reset (self->clock);
      self->depth++;
      move_to (self, stop, position, now);
      self->depth--;
      self->changes = 0;
    }
  self->position = dem_talk_get_position (self);
  g_signal_connect_object (self->focus, "changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (briefing, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "changed", G_CALLBACK (on_self_changed), self, G_CONNECT_SWAPPED);
  return self;
}
