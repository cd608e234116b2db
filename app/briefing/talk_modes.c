/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/briefing/talk_private.h"

/* ---- Screen ---- */

static void
set_screen (DemTalk *self, DemTalkScreen screen)
{
  if (self->screen == screen)
    return;
  dem_talk_begin (self);
  /* What is tried in private never comes to light by the way. */
  if (screen != DEM_SCREEN_FROZEN)
    dem_talk_forget_trial (self);
  self->screen = screen;
  self->changes |= DEM_TALK_CHANGED_SCREEN;
  dem_talk_sync (self);
  dem_talk_commit (self);
}

void
dem_talk_toggle_screen (DemTalk *self, DemTalkScreen screen)
{
  g_return_if_fail (DEM_IS_TALK (self));

  set_screen (self, self->screen == screen ? DEM_SCREEN_LIVE : screen);
}

void
dem_talk_set_private_screen (DemTalk *self, gboolean has_one)
{
  g_return_if_fail (DEM_IS_TALK (self));

  dem_talk_begin (self);
  self->has_private_screen = has_one;
  if (!has_one)
    dem_talk_forget_trial (self);
  dem_talk_commit (self);
}

/* ---- Tools and panels ---- */

void
dem_talk_toggle_tool (DemTalk *self, DemTalkTool tool)
{
  g_return_if_fail (DEM_IS_TALK (self));

  dem_talk_begin (self);
  self->tool = self->tool == tool ? DEM_TOOL_NONE : tool;
  self->changes |= DEM_TALK_CHANGED_TOOL;
  dem_talk_commit (self);
}

static void
drop_tool (DemTalk *self)
{
  if (self->tool != DEM_TOOL_NONE)
    dem_talk_toggle_tool (self, self->tool);
}

void
dem_talk_set_panel (DemTalk *self, DemTalkPanel panel)
{
  g_return_if_fail (DEM_IS_TALK (self));

  if (self->panel == panel)
    return;
  dem_talk_begin (self);
  self->panel = panel;
  self->changes |= DEM_TALK_CHANGED_PANEL;
  dem_talk_commit (self);
}

/* ---- Off the script ---- */

static void
save (DemTalk *self)
{
  dem_focus_copy_from (self->saved, self->focus);
  self->saved_stage = self->stage;
}

static void
restore (DemTalk *self)
{
  self->stage = self->saved_stage;
  dem_focus_copy_from (self->focus, self->saved);
}

void
dem_talk_explore (DemTalk *self)
{
  g_return_if_fail (DEM_IS_TALK (self));

  if (self->exploring)
    return;
  dem_talk_begin (self);
  dem_talk_forget_trial (self);
  drop_tool (self);
  save (self);
  self->exploring = TRUE;
  self->changes |= DEM_TALK_CHANGED_EXPLORE;
  dem_talk_sync (self);
  dem_talk_commit (self);
}

void
dem_talk_set_stage (DemTalk *self, DemStageKind stage)
{
  g_return_if_fail (DEM_IS_TALK (self));

  if (self->stage == stage)
    return;
  dem_talk_begin (self);
  dem_talk_explore (self);
  self->stage = stage;
  self->changes |= DEM_TALK_CHANGED_EXPLORE;
  dem_talk_sync (self);
  dem_talk_commit (self);
}

/* Steps of an argument and claims are seen in the argument, all else on the stage that is there, but not in the argument. */
static DemStageKind
choose_stage (DemTalk *self, DemRef ref)
{
  if (ref.kind == DEM_KIND_CLAIM || ref.kind == DEM_KIND_INFERENCE)
    return DEM_STAGE_ARGUMENT;
  if (self->stage == DEM_STAGE_ARGUMENT && (ref.kind == DEM_KIND_ACTOR || ref.kind == DEM_KIND_PAIR
                                            || ref.kind == DEM_KIND_RELATION || ref.kind == DEM_KIND_PLACE))
    return DEM_STAGE_MAP;
  return self->stage;
}

void
dem_talk_look_at (DemTalk *self, DemRef ref)
{
  g_return_if_fail (DEM_IS_TALK (self));

  dem_talk_begin (self);
  dem_talk_explore (self);
  dem_talk_set_panel (self, DEM_PANEL_NONE);
  dem_talk_set_stage (self, choose_stage (self, ref));
  dem_focus_select (self->focus, ref);
  dem_talk_commit (self);
}

void
dem_talk_return (DemTalk *self)
{
  g_return_if_fail (DEM_IS_TALK (self));

  if (!self->exploring)
    return;
  dem_talk_begin (self);
  self->exploring = FALSE;
  self->changes |= DEM_TALK_CHANGED_EXPLORE;
  restore (self);
  dem_talk_sync (self);
  dem_talk_commit (self);
}

/* ---- What if ---- */

void
dem_talk_try (DemTalk *self)
{
  g_return_if_fail (DEM_IS_TALK (self));

  if (self->trying)
    return;
  if (!self->has_private_screen)
    {
      dem_talk_refuse (self, DEM_REFUSED_NO_PRIVATE_SCREEN);
      return;
    }
  dem_talk_begin (self);
  dem_talk_return (self);
  drop_tool (self);
  set_screen (self, DEM_SCREEN_FROZEN);
  save (self);
  self->trying = TRUE;
  self->changes |= DEM_TALK_CHANGED_WHAT_IF;
  dem_talk_commit (self);
}

void
dem_talk_forget_trial (DemTalk *self)
{
  g_return_if_fail (DEM_IS_TALK (self));

  if (!self->trying)
    return;
  dem_talk_begin (self);
  self->trying = FALSE;
  self->changes |= DEM_TALK_CHANGED_WHAT_IF;
  restore (self);
  dem_talk_commit (self);
}

void
dem_talk_reveal (DemTalk *self)
{
  g_return_if_fail (DEM_IS_TALK (self));

  if (!self->trying)
    {
      dem_talk_refuse (self, DEM_REFUSED_NOTHING_TO_REVEAL);
      return;
    }
  dem_talk_begin (self);
  self->trying = FALSE;
  self->screen = DEM_SCREEN_LIVE;
  self->changes |= DEM_TALK_CHANGED_WHAT_IF | DEM_TALK_CHANGED_SCREEN;
  dem_talk_sync (self);
  dem_talk_commit (self);
}
