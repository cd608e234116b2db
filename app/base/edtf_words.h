/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/base/edtf.h"

G_BEGIN_DECLS

/* Words for parts of dates in the user's language, private to the formatting of dates. All return new
 * strings. */

/* "2018", "44 BCE" */
char *dem_words_year (gint64 year);

/* "Mar 2018"; @month from 1 */
char *dem_words_month (gint64 year, int month);

/* A finite period as one day, month or year; %NULL when it is none of them. */
char *dem_words_as_one (DemPeriod period);

/* The ends of a period as coarsely as they can be named; an end that is not finite is left %NULL. Days do not
 * mix with months and years, nor months with years if @alike or in one year. */
void dem_words_ends (DemPeriod period, gboolean alike, char **first, char **last);

/* "2018 – 2020", "2018 –"; an end is %NULL when open. */
char *dem_words_range (const char *first, const char *last);

/* "between 2018 and 2020", "2018 or later"; one end may be %NULL when open. */
char *dem_words_between (const char *first, const char *last);

G_END_DECLS
