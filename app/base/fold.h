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

/**
 * dem_fold_find:
 * @text: UTF-8, as written
 * @word: a folded word
 * @start: (out): the first byte of what it stands for in @text
 * @end: (out): the byte behind it
 *
 * Where a word that was found in a folded text is in the text itself, so that it can be shown: first at the beginning of
 * a word, else anywhere. FALSE when it is not in it.
 */
gboolean dem_fold_find (const char *text, const char *word, gsize *start, gsize *end);

G_END_DECLS
