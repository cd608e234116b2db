/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemScheme:
 *
 * A kind of reasoning and the critical questions to be asked of a step that uses it. Names follow Walton, Reed and
 * Macagno, "Argumentation Schemes" (2008); the questions are in our own words. Static and immutable.
 */
typedef struct _DemScheme DemScheme;

/**
 * dem_scheme_find:
 * @name: (nullable): as a dossier writes it
 *
 * The scheme with a name. "Argument from Expert Opinion", "appeal to expert opinions" and "expert-opinion" are the same,
 * and so are names with a letter or two mistaken. Returns: (nullable): %NULL for a kind of reasoning that is not known
 */
const DemScheme *dem_scheme_find (const char *name);

/* The schemes that are known, in the order of the table; @index must be in range. */
guint dem_scheme_count (void);
const DemScheme *dem_scheme_get (guint index);

/* Its usual name, untranslated as dossiers write it, and translated for people. */
const char *dem_scheme_get_name (const DemScheme *scheme);
const char *dem_scheme_get_title (const DemScheme *scheme);

/* Its questions, translated, from 0; at least two. Their order is kept from version to version, since answers are kept by
 * number. */
guint dem_scheme_get_n_questions (const DemScheme *scheme);
const char *dem_scheme_get_question (const DemScheme *scheme, guint index);

G_END_DECLS
