/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf.h"

G_BEGIN_DECLS

/* Words for parts of dates in the user's language, private to the formatting of dates. All return new
 * strings. */

typedef enum
{
  DEM_WORDS_SHORT,  /* for marks and lists: "Mar 2018 – May 2018" */
  DEM_WORDS_SPOKEN, /* for the ear: "March 2018 to May 2018" */
} DemWordsStyle;

/* "2018", "44 BCE" */
char *dem_words_year (gint64 year);

/* "Mar 2018"; @month from 1 */
char *dem_words_month (DemWordsStyle style, gint64 year, int month);

/* A finite period as one day, month or year; %NULL when it is none of them. */
char *dem_words_as_one (DemWordsStyle style, DemPeriod period);

/* The ends of a period as coarsely as they can be named; an end that is not finite is left %NULL. Days do not
 * mix with months and years, nor months with years if @alike or in one year. */
void dem_words_ends (DemWordsStyle style, DemPeriod period, gboolean alike, char **first, char **last);

/* "2018 – 2020", "2018 –"; an end is %NULL when open. */
char *dem_words_range (DemWordsStyle style, const char *first, const char *last);

/* "25 to 28 March 2018"; %NULL for days that are not in one month. Spoken only: what is shown keeps its dates whole. */
char *dem_words_days_of_month (DemPeriod period);

/* "between 2018 and 2020", "2018 or later"; one end may be %NULL when open. */
char *dem_words_between (const char *first, const char *last);

G_END_DECLS
