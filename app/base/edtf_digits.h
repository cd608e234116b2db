/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemDigits:
 * @value: the number, digits X read as 0
 * @unknown: bit 0 set when the last digit is X, bit 1 the one before it, and so on to the fourth
 *
 * A number some of whose digits may be X; private to the EDTF reader.
 */
typedef struct
{
  int value;
  guint unknown;
} DemDigits;

/* Reads @count digits or X and moves @cursor behind them. FALSE at the first other character, the cursor upon
 * it. */
gboolean dem_digits_read (const char **cursor, int count, DemDigits *digits);

/* The largest number it may be; the smallest is its value. */
int dem_digits_largest (DemDigits digits);

/* The first number it may be, from @from on, going by @step (1 or -1) and not past @to; @to + @step if there
 * is none. */
int dem_digits_next_match (DemDigits digits, int from, int to, int step);

G_END_DECLS
