/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/edtf_digits.h"

gboolean
dem_digits_read (const char **cursor, int count, DemDigits *digits)
{
  *digits = (DemDigits){ 0, 0 };
  for (int i = 0; i < count; i++, (*cursor)++)
    {
      char c = **cursor;
      if (c != 'X' && !g_ascii_isdigit (c))
        return FALSE;
      digits->value = digits->value * 10 + (c == 'X' ? 0 : c - '0');
      digits->unknown = digits->unknown << 1 | (c == 'X');
    }
  return TRUE;
}

static gboolean
matches (DemDigits digits, int number)
{
  for (int place = 1, i = 0; place <= 1000; place *= 10, i++)
    if ((digits.unknown >> i & 1) == 0 && number / place % 10 != digits.value / place % 10)
      return FALSE;
  return TRUE;
}

int
dem_digits_largest (DemDigits digits)
{
  int number = digits.value;
  for (int place = 1, i = 0; place <= 1000; place *= 10, i++)
    if (digits.unknown >> i & 1)
      number += 9 * place;
  return number;
}

int
dem_digits_next_match (DemDigits digits, int from, int to, int step)
{
  if (digits.unknown == 0) /* nearly always */
    return (digits.value - from) * step >= 0 && (to - digits.value) * step >= 0 ? digits.value : to + step;
  int number = from;
  while (number != to + step && !matches (digits, number))
    number += step;
  return number;
}
