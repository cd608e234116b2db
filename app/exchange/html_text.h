/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/note.h"

G_BEGIN_DECLS

/* What a piece of HTML says without its markup: tags are left out, paragraphs and breaks become lines, the usual entities
 * their characters. (transfer full) */
char *dem_html_text (const char *html);

/* Gives a note that has no text of its own that of an HTML body, for a note that nobody else has seen yet. */
void dem_html_text_use (DemNote *note);

G_END_DECLS
