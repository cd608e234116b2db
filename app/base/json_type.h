/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/json_tape.h"

G_BEGIN_DECLS

/* A sentence for a person who wrote one type where another is expected, with the remedy; true stands for both truth
 * values. Translated; static. */
const char *dem_json_explain_type (DemJsonType expected, DemJsonType found);

G_END_DECLS
