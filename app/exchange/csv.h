/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Comma-separated values, RFC 4180: UTF-8 without a mark at its beginning, lines end in CR LF, fields with commas, quotes or
 * ends of lines stand in quotes, and a quote in a field is doubled.
 *
 * Spreadsheets take a cell that begins with = + - @ for a formula, even one from a file. A text that does gets an
 * apostrophe in front, which spreadsheets know as "what follows is text"; so that it can be taken off again without doubt,
 * a text that begins with apostrophes and then such a character gets one more. Numbers are never touched.
 */

/* Adds a field of text. (nullable): an empty field */
void dem_csv_add_text (GString *csv, const char *text);

/* Adds a number with four decimals, whatever the locale; an empty field for NAN. */
void dem_csv_add_number (GString *csv, double number);

void dem_csv_end_line (GString *csv);

/* Adds a field of tab-separated text, as it is copied from one table to another: tabs and ends of lines become blanks, and a
 * formula is guarded as above. Lines end with dem_tsv_end_line(). */
void dem_tsv_add_text (GString *tsv, const char *text);
void dem_tsv_end_line (GString *tsv);

/* Whether a spreadsheet might take a text for a formula. */
gboolean dem_csv_is_formula (const char *text);

G_END_DECLS
