/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a kind of event is called, in the user's language; a word that is not known is shown as it was written, with a
 * capital. (transfer full) */
char *dem_event_kind_dup_word (const char *kind);

G_END_DECLS
