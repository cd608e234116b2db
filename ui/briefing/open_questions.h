/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/briefing/talk.h"

G_BEGIN_DECLS

/**
 * DemOpenQuestions:
 *
 * The critical questions of the steps of the argument that what is shown has to do with, and what the reader has noted for an
 * answer: somebody in the room may ask them.
 */
#define DEM_TYPE_OPEN_QUESTIONS (dem_open_questions_get_type ())
G_DECLARE_FINAL_TYPE (DemOpenQuestions, dem_open_questions, DEM, OPEN_QUESTIONS, GtkWidget)

GtkWidget *dem_open_questions_new (DemTalk *talk);

G_END_DECLS
