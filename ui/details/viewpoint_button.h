/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/details/details.h"

G_BEGIN_DECLS

/* Adds a toggle, "What M. Flournoy holds: 3 claims", that lets an actor's claims stand out everywhere. */
void dem_details_add_viewpoint_button (const DemDetails *details, guint32 actor);

G_END_DECLS
