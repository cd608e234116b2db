/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemPassage:
 * @chars: the characters in small letters, each run of blanks one blank, quotation marks and dashes in their plain forms
 * @at: where each stands in the text, in characters; one more for the end
 * @n: how many
 *
 * A text as passages are looked for in it.
 */
typedef struct
{
  gunichar *chars;
  guint32 *at;
  guint n;
} DemPassage;

/* @text: UTF-8. (transfer full) */
DemPassage *dem_passage_new (const char *text);
void dem_passage_free (DemPassage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemPassage, dem_passage_free)

/* The next place, from @from on, where @words stand in a text; G_MAXUINT when there is none. */
guint dem_passage_find (const DemPassage *self, const DemPassage *words, guint from);

/**
 * dem_passage_find_like:
 * @most: the most letters that may differ
 * @start: (out): where it begins
 * @end: (out): behind it
 *
 * The place that is most like @words, by the letters that have to be changed, added or left out (Sellers, "The theory and
 * computation of evolutionary distances", 1980). Time grows with the product of both lengths.
 *
 * Returns: how many letters differ; G_MAXUINT for more than @most everywhere
 */
guint dem_passage_find_like (const DemPassage *self, const DemPassage *words, guint most, guint *start, guint *end);

/* How alike the @n_a characters at @a and the @n_b at @b are, from 0 to 1. */
double dem_passage_compare (const gunichar *a, guint n_a, const gunichar *b, guint n_b);

G_END_DECLS
