/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/briefing/talk.h"
#include "ui/briefing/slide_frame.h"

G_BEGIN_DECLS

/**
 * DemConsoleWindow:
 *
 * What the speaker has at the desk: a copy of what the audience sees, or of what they will see when the screen is live again;
 * the next stop, all stops, time, notes, and questions that may be asked. Never for the audience's eyes.
 *
 * Actions: `console.next`, `console.previous`, `console.black`, `console.white`, `console.freeze`, `console.laser`,
 * `console.spotlight`, `console.pen`, `console.eraser`, `console.explore`, `console.what-if`, `console.reveal`,
 * `console.question`, `console.end`, `console.larger`, `console.smaller`; `present.swap` and `present.dark` are the
 * presentation's.
 *
 * CSS: class `console`.
 */
#define DEM_TYPE_CONSOLE_WINDOW (dem_console_window_get_type ())
G_DECLARE_FINAL_TYPE (DemConsoleWindow, dem_console_window, DEM, CONSOLE_WINDOW, AdwApplicationWindow)

/* @evaluator: of the speaker's focus */
GtkWidget *dem_console_window_new (GtkApplication *application, DemTalk *talk, DemEvaluator *evaluator);

DemSlideFrame *dem_console_window_get_frame (DemConsoleWindow *self);

/* The slide that comes next: its colours are set with the others. */
DemSlideView *dem_console_window_get_next (DemConsoleWindow *self);

/* Where questions from the floor are typed. */
GtkWidget *dem_console_window_get_question_button (DemConsoleWindow *self);

/* What the audience looks at: "Audience on HDMI-1, 1920 × 1080", and its width by its height. */
void dem_console_window_set_audience (DemConsoleWindow *self, const char *words, double aspect);

/* Whether there is anything to be seen in it: not while it may still stand before the audience. */
void dem_console_window_set_shown (DemConsoleWindow *self, gboolean shown);

/* A word to the speaker, until the next (NULL: none). */
void dem_console_window_set_hint (DemConsoleWindow *self, const char *hint);

G_END_DECLS
