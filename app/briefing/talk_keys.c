/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/briefing/talk_private.h"

#include <string.h>

#define MAX_DIGITS 4

/* ---- Names ---- */

static const struct
{
  const char *name;
  DemTalkKey key;
} names[] = {
  { "Page_Down", DEM_TALK_KEY_NEXT },      { "KP_Page_Down", DEM_TALK_KEY_NEXT },
  { "Right", DEM_TALK_KEY_NEXT },          { "KP_Right", DEM_TALK_KEY_NEXT },
  { "Down", DEM_TALK_KEY_NEXT },           { "KP_Down", DEM_TALK_KEY_NEXT },
  { "space", DEM_TALK_KEY_NEXT },          { "Page_Up", DEM_TALK_KEY_PREVIOUS },
  { "KP_Page_Up", DEM_TALK_KEY_PREVIOUS }, { "Left", DEM_TALK_KEY_PREVIOUS },
  { "KP_Left", DEM_TALK_KEY_PREVIOUS },    { "Up", DEM_TALK_KEY_PREVIOUS },
  { "KP_Up", DEM_TALK_KEY_PREVIOUS },      { "Home", DEM_TALK_KEY_FIRST },
  { "KP_Home", DEM_TALK_KEY_FIRST },       { "End", DEM_TALK_KEY_LAST },
  { "KP_End", DEM_TALK_KEY_LAST },         { "b", DEM_TALK_KEY_BLACK },
  { "period", DEM_TALK_KEY_BLACK },        { "w", DEM_TALK_KEY_WHITE },
  { "f", DEM_TALK_KEY_FREEZE },            { "l", DEM_TALK_KEY_LASER },
  { "s", DEM_TALK_KEY_SPOTLIGHT },         { "p", DEM_TALK_KEY_PEN },
  { "e", DEM_TALK_KEY_ERASER },            { "x", DEM_TALK_KEY_EXPLORE },
  { "BackSpace", DEM_TALK_KEY_BACK },      { "i", DEM_TALK_KEY_WHAT_IF },
  { "r", DEM_TALK_KEY_REVEAL },            { "slash", DEM_TALK_KEY_QUESTION },
  { "KP_Divide", DEM_TALK_KEY_QUESTION },  { "Tab", DEM_TALK_KEY_OVERVIEW },
  { "o", DEM_TALK_KEY_OVERVIEW },          { "Return", DEM_TALK_KEY_ENTER },
  { "KP_Enter", DEM_TALK_KEY_ENTER },      { "Escape", DEM_TALK_KEY_ESCAPE },
  { "F5", DEM_TALK_KEY_START },
};

DemTalkKey
dem_talk_key_from_name (const char *name)
{
  const char *digit;

  g_return_val_if_fail (name != NULL, DEM_TALK_KEY_NONE);

  digit = g_str_has_prefix (name, "KP_") ? name + 3 : name;
  if (g_ascii_isdigit (*digit) && digit[1] == '\0')
    return DEM_TALK_KEY_DIGIT_0 + (DemTalkKey) g_ascii_digit_value (*digit);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name)
        || (strlen (name) == 1 && names[i].name[1] == '\0' && g_ascii_tolower (*name) == *names[i].name))
      return names[i].key;
  return DEM_TALK_KEY_NONE;
}

DemTalkKey
dem_talk_find_key (DemTalk *self, const char *name)
{
  DemTalkKey key = dem_talk_key_from_name (name);
  gboolean of_clicker = strstr (name, "Page_") != NULL;

  g_return_val_if_fail (DEM_IS_TALK (self), DEM_TALK_KEY_NONE);

  if ((self->exploring || self->panel == DEM_PANEL_OVERVIEW) && !of_clicker
      && key >= DEM_TALK_KEY_NEXT && key <= DEM_TALK_KEY_LAST)
    return DEM_TALK_KEY_NONE;
  return key;
}

/* ---- Digits ---- */

static void
clear_digits (DemTalk *self)
{
  if (self->digits->len == 0)
    return;
  g_string_truncate (self->digits, 0);
  self->changes |= DEM_TALK_CHANGED_DIGITS;
}

static gboolean
type_digit (DemTalk *self, guint digit)
{
  if (self->digits->len < MAX_DIGITS)
    {
      g_string_append_printf (self->digits, "%u", digit);
      self->changes |= DEM_TALK_CHANGED_DIGITS;
    }
  return TRUE;
}

static gboolean
enter (DemTalk *self, gint64 now)
{
  guint64 number = g_ascii_strtoull (self->digits->str, NULL, 10);

  if (self->digits->len == 0)
    return FALSE;
  clear_digits (self);
  dem_talk_go (self, number > 0 ? (guint) number - 1 : DEM_NO_INDEX, now);
  return TRUE;
}

/* ---- Escape ---- */

gboolean
dem_talk_is_escaping (DemTalk *self, gint64 now)
{
  g_return_val_if_fail (DEM_IS_TALK (self), FALSE);

  return self->escape_time != 0 && now - self->escape_time <= DEM_TALK_ESCAPE_TIME;
}

/* What was opened last goes first. */
static gboolean
leave_something (DemTalk *self)
{
  if (self->digits->len > 0)
    clear_digits (self);
  else if (self->panel != DEM_PANEL_NONE)
    dem_talk_set_panel (self, DEM_PANEL_NONE);
  else if (self->tool != DEM_TOOL_NONE)
    dem_talk_toggle_tool (self, self->tool);
  else if (self->exploring)
    dem_talk_return (self);
  else if (self->trying)
    dem_talk_forget_trial (self);
  else if (self->screen == DEM_SCREEN_BLACK || self->screen == DEM_SCREEN_WHITE)
    dem_talk_toggle_screen (self, self->screen);
  else
    return FALSE;
  return TRUE;
}

static void
set_escape_time (DemTalk *self, gint64 time)
{
  if (self->escape_time == time)
    return;
  self->escape_time = time;
  self->changes |= DEM_TALK_CHANGED_ESCAPE;
}

static gboolean
escape (DemTalk *self, gint64 now)
{
  if (leave_something (self))
    set_escape_time (self, 0);
  else if (dem_talk_is_escaping (self, now))
    dem_talk_end (self);
  else
    set_escape_time (self, MAX (now, 1));
  return TRUE;
}

/* ---- The others ---- */

/* On a dark screen the next stop would go by unseen: the first press only shows what is there. */
static gboolean
step (DemTalk *self, DemTalkKey key, gint64 now)
{
  guint n = dem_briefing_count (self->briefing);

  if (self->screen == DEM_SCREEN_BLACK || self->screen == DEM_SCREEN_WHITE)
    dem_talk_toggle_screen (self, self->screen);
  else if (self->exploring)
    dem_talk_return (self);
  else if (key == DEM_TALK_KEY_NEXT)
    dem_talk_next (self, now);
  else if (key == DEM_TALK_KEY_PREVIOUS)
    dem_talk_previous (self, now);
  else if (n > 0)
    dem_talk_go (self, key == DEM_TALK_KEY_FIRST ? 0 : n - 1, now);
  return TRUE;
}

static void
toggle_panel (DemTalk *self, DemTalkPanel panel)
{
  dem_talk_set_panel (self, self->panel == panel ? DEM_PANEL_NONE : panel);
}

static gboolean
act (DemTalk *self, DemTalkKey key, gint64 now)
{
  if (key >= DEM_TALK_KEY_DIGIT_0)
    return type_digit (self, key - DEM_TALK_KEY_DIGIT_0);
  if (key == DEM_TALK_KEY_ENTER)
    return enter (self, now);
  if (key == DEM_TALK_KEY_ESCAPE)
    return escape (self, now);
  clear_digits (self);
  if (key >= DEM_TALK_KEY_NEXT && key <= DEM_TALK_KEY_LAST)
    return step (self, key, now);
  if (key >= DEM_TALK_KEY_BLACK && key <= DEM_TALK_KEY_FREEZE)
    dem_talk_toggle_screen (self, (const DemTalkScreen[]){ DEM_SCREEN_BLACK, DEM_SCREEN_WHITE,
                                                           DEM_SCREEN_FROZEN }[key - DEM_TALK_KEY_BLACK]);
  else if (key >= DEM_TALK_KEY_LASER && key <= DEM_TALK_KEY_ERASER)
    dem_talk_toggle_tool (self, DEM_TOOL_LASER + (key - DEM_TALK_KEY_LASER));
  else if (key == DEM_TALK_KEY_EXPLORE)
    self->exploring ? dem_talk_return (self) : dem_talk_explore (self);
  else if (key == DEM_TALK_KEY_BACK)
    self->exploring ? dem_talk_return (self) : dem_talk_back (self, now);
  else if (key == DEM_TALK_KEY_WHAT_IF)
    self->trying ? dem_talk_forget_trial (self) : dem_talk_try (self);
  else if (key == DEM_TALK_KEY_REVEAL)
    dem_talk_reveal (self);
  else if (key == DEM_TALK_KEY_QUESTION || key == DEM_TALK_KEY_OVERVIEW)
    toggle_panel (self, key == DEM_TALK_KEY_QUESTION ? DEM_PANEL_QUESTION : DEM_PANEL_OVERVIEW);
  return TRUE;
}

/* A key that is held, or a clicker that rattles, counts once. */
static gboolean
is_repeated (DemTalk *self, DemTalkKey key, gint64 now)
{
  gint64 before = self->pressed[key];

  self->pressed[key] = MAX (now, 1);
  return before != 0 && now - before < DEM_TALK_REPEAT_TIME;
}

gboolean
dem_talk_press (DemTalk *self, DemTalkKey key, gint64 now)
{
  gboolean is_ours;

  g_return_val_if_fail (DEM_IS_TALK (self), FALSE);
  g_return_val_if_fail (key < DEM_N_TALK_KEYS, FALSE);

  if (key == DEM_TALK_KEY_NONE || self->is_over)
    return FALSE;
  if (is_repeated (self, key, now))
    return TRUE;
  dem_talk_begin (self);
  if (key != DEM_TALK_KEY_ESCAPE)
    set_escape_time (self, 0);
  is_ours = act (self, key, now);
  dem_talk_commit (self);
  return is_ours;
}

void
dem_talk_release (DemTalk *self, DemTalkKey key)
{
  g_return_if_fail (DEM_IS_TALK (self));
  g_return_if_fail (key < DEM_N_TALK_KEYS);

  self->pressed[key] = 0;
}
