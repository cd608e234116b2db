/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/map/map_time.h"

G_BEGIN_DECLS

/* What a screen reader says: "North Korea, state, strained with the United States"; "China – North Korea,
 * friendly since March 2018, before strained". (transfer full) */
char *dem_map_words_describe (const DemMapTime *time, DemRef ref);

/* What a tooltip says: an actor with kind and dates, a pair with its phases in the period, a line each.
 * (transfer full) */
char *dem_map_words_tell (const DemMapTime *time, DemRef ref);

/* Several actors, a line each. (transfer full) */
char *dem_map_words_list (const DemMapTime *time, const guint32 *actors, guint n);

G_END_DECLS
