/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/details/details.h"

G_BEGIN_DECLS

/* The widget name of the toggle, by which a page that is made again finds it. */
#define DEM_DETAILS_PERSPECTIVE_BUTTON "dem-perspective"

/* A toggle that shows how others stand to an actor, wherever actors are shown: "China’s relations". */
void dem_details_add_perspective_button (const DemDetails *details, guint32 actor);

/* Who stood how at the moment, worst first, and what changed in the period. */
void dem_details_add_perspective (const DemDetails *details, guint32 actor);

/* The page of a perspective while nothing is selected. */
void dem_details_build_perspective (const DemDetails *details, guint32 actor);

G_END_DECLS
