/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/briefing/talk.h"

G_BEGIN_DECLS

/* What the files of a talk share: talk.c goes from stop to stop, talk_modes.c has screen, tools and what leaves the script,
 * talk_keys.c what keys mean, talk_words.c what is said. */
struct _DemTalk
{
  GObject parent_instance;

  DemBriefing *briefing;
  DemTalkClock *clock;
  DemFocus *focus, *audience_focus;
  DemFocus *saved; /* what was looked at before exploring or trying */
  char *id, *audience_id; /* of stops; NULL without any */
  guint position;         /* of the stop when it was last there */
  DemStageKind stage, audience_stage, saved_stage;
  DemTalkScreen screen;
  DemTalkTool tool;
  DemTalkPanel panel;
  gboolean exploring, audience_exploring, trying;
  gboolean has_private_screen;
  gboolean is_over;
  GHashTable *visited; /* ids */
  GPtrArray *history;  /* ids, latest last */
  GString *digits;
  gint64 pressed[DEM_N_TALK_KEYS]; /* when a key came last that was not released; 0 for never */
  gint64 escape_time;              /* when Escape was pressed that did nothing else; 0 for never */
  guint changes, depth;
};

/* Changes between the two are told at once. */
void dem_talk_begin (DemTalk *self);
void dem_talk_commit (DemTalk *self);

void dem_talk_refuse (DemTalk *self, DemTalkRefusal refusal);

/* Shows the audience what the speaker sees, unless it is frozen. */
void dem_talk_sync (DemTalk *self);

/* Looks at the stop as the script has it. */
void dem_talk_show (DemTalk *self);

/* Leaves whatever is no stop, without looking elsewhere. */
void dem_talk_leave_modes (DemTalk *self);

G_END_DECLS
