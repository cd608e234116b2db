/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * dem_fold_text:
 * @text: UTF-8
 *
 * A text as it is searched: in small letters and without accents, each run of blanks one blank. "Élysée  Straße" becomes
 * "elysee strasse". Compatibility forms (ligatures, wide letters) count as what they stand for; marks that make another
 * letter of it in scripts without case are kept. (transfer full)
 */
char *dem_fold_text (const char *text);

/* Appends the same to a string. */
void dem_fold_append (GString *folded, const char *text);

/* The words of what somebody types to search, folded. (transfer full) */
char **dem_fold_words (const char *query);

/* Whether a folded text has all words in it, anywhere. No words are in every text. */
gboolean dem_fold_has_words (const char *folded, const char *const *words);

G_END_DECLS
