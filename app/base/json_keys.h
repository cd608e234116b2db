/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/json_tape.h"

G_BEGIN_DECLS

/* The first name in an object that repeats an earlier one, escapes decoded; DEM_JSON_NO_TOKEN when all
 * differ. Time grows with n log n, whatever the names are. */
guint dem_json_find_repeated_key (const DemJsonTape *tape, guint object);

G_END_DECLS
