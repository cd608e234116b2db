/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/briefing/briefing.h"
#include "app/briefing/clock.h"

G_BEGIN_DECLS

/**
 * DemTalk:
 *
 * A talk as it is being given: at which stop it is, what the audience sees of it, and what keys mean. It knows no windows:
 * keys and verbs go in with the time (g_get_monotonic_time()), signals come out. It has two focuses: the speaker's, which the
 * console shows, and the audience's, which follows it unless the screen is frozen.
 *
 * Signals: `changed` (guint, DemTalkChange) once for each key or verb that changed something;
 * `refused` (guint, DemTalkRefusal) when one was refused; `ended` when the talk is over.
 */
#define DEM_TYPE_TALK (dem_talk_get_type ())
G_DECLARE_FINAL_TYPE (DemTalk, dem_talk, DEM, TALK, GObject)

typedef enum
{
  DEM_TALK_CHANGED_STOP = 1 << 0,     /* where the speaker is */
  DEM_TALK_CHANGED_AUDIENCE = 1 << 1, /* what stop or stage the audience sees */
  DEM_TALK_CHANGED_SCREEN = 1 << 2,   /* live, frozen, black, white */
  DEM_TALK_CHANGED_TOOL = 1 << 3,
  DEM_TALK_CHANGED_EXPLORE = 1 << 4,
  DEM_TALK_CHANGED_WHAT_IF = 1 << 5,
  DEM_TALK_CHANGED_DIGITS = 1 << 6,
  DEM_TALK_CHANGED_PANEL = 1 << 7, /* question from the floor, overview */
  DEM_TALK_CHANGED_ESCAPE = 1 << 8, /* pressed once: again to end */
} DemTalkChange;

typedef enum
{
  DEM_SCREEN_LIVE,
  DEM_SCREEN_FROZEN,
  DEM_SCREEN_BLACK,
  DEM_SCREEN_WHITE,
} DemTalkScreen;

/* One at a time. */
typedef enum
{
  DEM_TOOL_NONE,
  DEM_TOOL_LASER,
  DEM_TOOL_SPOTLIGHT,
  DEM_TOOL_PEN,
  DEM_TOOL_ERASER,
} DemTalkTool;

typedef enum
{
  DEM_PANEL_NONE,
  DEM_PANEL_QUESTION, /* question from the floor */
  DEM_PANEL_OVERVIEW, /* all stops as a grid */
} DemTalkPanel;

typedef enum
{
  DEM_REFUSED_NO_SUCH_STOP,
  DEM_REFUSED_NO_PRIVATE_SCREEN, /* the audience would see what is tried */
  DEM_REFUSED_NOTHING_TO_REVEAL,
} DemTalkRefusal;

typedef enum
{
  DEM_TALK_KEY_NONE,
  DEM_TALK_KEY_NEXT,
  DEM_TALK_KEY_PREVIOUS,
  DEM_TALK_KEY_FIRST,
  DEM_TALK_KEY_LAST,
  DEM_TALK_KEY_BLACK,
  DEM_TALK_KEY_WHITE,
  DEM_TALK_KEY_FREEZE,
  DEM_TALK_KEY_LASER,
  DEM_TALK_KEY_SPOTLIGHT,
  DEM_TALK_KEY_PEN,
  DEM_TALK_KEY_ERASER,
  DEM_TALK_KEY_EXPLORE,
  DEM_TALK_KEY_BACK, /* back to the stop when exploring, else to where one was before */
  DEM_TALK_KEY_WHAT_IF,
  DEM_TALK_KEY_REVEAL,
  DEM_TALK_KEY_QUESTION,
  DEM_TALK_KEY_OVERVIEW,
  DEM_TALK_KEY_ENTER,
  DEM_TALK_KEY_ESCAPE,
  DEM_TALK_KEY_START, /* F5, a clicker's too; never restarts what goes on */
  DEM_TALK_KEY_DIGIT_0,
  DEM_TALK_KEY_DIGIT_9 = DEM_TALK_KEY_DIGIT_0 + 9,
  DEM_N_TALK_KEYS,
} DemTalkKey;

/* Escape ends only when pressed again within so many microseconds, with nothing in between. */
#define DEM_TALK_ESCAPE_TIME (G_GINT64_CONSTANT (2) * G_USEC_PER_SEC)

/* A key is taken to be held, not pressed again, if it was not released and comes again within so many microseconds. */
#define DEM_TALK_REPEAT_TIME (G_GINT64_CONSTANT (1200) * 1000)

/* What a key means while presenting, by the toolkit's name of it ("Page_Down", "b", "KP_Enter"); letters in either case. */
DemTalkKey dem_talk_key_from_name (const char *name);

/* While one explores, arrows, Home, End and Space belong to the views, and so they do in the overview: NONE for these. */
DemTalkKey dem_talk_find_key (DemTalk *self, const char *name);

/* @briefing: without hidden stops */
DemTalk *dem_talk_new (DemBriefing *briefing, guint position, gint64 now);

DemBriefing *dem_talk_get_briefing (DemTalk *self); /* (transfer none) */
DemTalkClock *dem_talk_get_clock (DemTalk *self);   /* (transfer none) */

/* The speaker's and the audience's: (transfer none). */
DemFocus *dem_talk_get_focus (DemTalk *self);
DemFocus *dem_talk_get_audience_focus (DemTalk *self);

/* Whether the speaker has a screen that the audience does not see; without one nothing can be tried in private. */
void dem_talk_set_private_screen (DemTalk *self, gboolean has_one);

/* ---- Asking ---- */

guint dem_talk_get_position (DemTalk *self);
guint dem_talk_get_audience_position (DemTalk *self);

/* (nullable) (transfer none): NULL without stops, or after the last. */
DemTalkStop *dem_talk_get_stop (DemTalk *self);
DemTalkStop *dem_talk_get_audience_stop (DemTalk *self);
DemTalkStop *dem_talk_get_next (DemTalk *self);

/* What is on the stage: the stop's, or what was chosen while exploring. */
DemStageKind dem_talk_get_stage (DemTalk *self);
DemStageKind dem_talk_get_audience_stage (DemTalk *self);

DemTalkScreen dem_talk_get_screen (DemTalk *self);
DemTalkTool dem_talk_get_tool (DemTalk *self);
DemTalkPanel dem_talk_get_panel (DemTalk *self);
const char *dem_talk_get_digits (DemTalk *self); /* those typed so far; "" for none */
gboolean dem_talk_is_exploring (DemTalk *self);
gboolean dem_talk_is_audience_exploring (DemTalk *self);
gboolean dem_talk_is_trying (DemTalk *self);     /* a private what-if */
gboolean dem_talk_is_escaping (DemTalk *self, gint64 now); /* another Escape ends the talk */
gboolean dem_talk_can_go_back (DemTalk *self);

/* Was there already. */
gboolean dem_talk_was_at (DemTalk *self, guint position);

/* "Stop 5 of 11, The thaw", "Screen frozen", … what a screen reader says of a change; NULL for nothing. (transfer full) */
char *dem_talk_dup_words (DemTalk *self, DemTalkChange changes);

/* Why something was refused. Static. */
const char *dem_talk_refusal_get_words (DemTalkRefusal refusal);

/* ---- Keys ---- */

/* TRUE when the key means something here, even if it changes nothing. While an entry has the keyboard only Escape comes here.
 */
gboolean dem_talk_press (DemTalk *self, DemTalkKey key, gint64 now);
void dem_talk_release (DemTalk *self, DemTalkKey key);

/* ---- Verbs ---- */

void dem_talk_go (DemTalk *self, guint position, gint64 now);
void dem_talk_next (DemTalk *self, gint64 now);
void dem_talk_previous (DemTalk *self, gint64 now);
void dem_talk_back (DemTalk *self, gint64 now);

/* The screen asked for, or live again when it is that already. */
void dem_talk_toggle_screen (DemTalk *self, DemTalkScreen screen);
void dem_talk_toggle_tool (DemTalk *self, DemTalkTool tool);
void dem_talk_set_panel (DemTalk *self, DemTalkPanel panel);

/* Leaves the script: whatever the speaker looks at, the audience sees unless frozen. Going to a stop, or returning, ends it. */
void dem_talk_explore (DemTalk *self);
void dem_talk_set_stage (DemTalk *self, DemStageKind stage); /* explores */
void dem_talk_look_at (DemTalk *self, DemRef ref);           /* explores; closes the question */
void dem_talk_return (DemTalk *self);

/* Freezes the screen so that something can be tried in the speaker's focus; forgets it; shows it. */
void dem_talk_try (DemTalk *self);
void dem_talk_forget_trial (DemTalk *self);
void dem_talk_reveal (DemTalk *self);

void dem_talk_end (DemTalk *self);

G_END_DECLS
