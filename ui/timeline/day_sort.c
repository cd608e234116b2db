/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/day_sort.h"

#include <string.h>

#define BYTES 8

/* Adding half of all numbers puts the negative ones first. */
static inline guint
get_byte (DemDay day, guint byte)
{
  return (((guint64) day + (G_GUINT64_CONSTANT (1) << 63)) >> (8 * byte)) & 0xff;
}

/* Where the days with each value of a byte begin; FALSE when all have the same. */
static gboolean
find_heads (const DemDay *days, guint n, guint byte, guint *heads)
{
  guint at = 0;

  memset (heads, 0, 256 * sizeof *heads);
  for (guint i = 0; i < n; i++)
    heads[get_byte (days[i], byte)]++;
  if (heads[get_byte (days[0], byte)] == n)
    return FALSE;
  for (guint i = 0; i < 256; i++)
    {
      guint count = heads[i];

      heads[i] = at;
      at += count;
    }
  return TRUE;
}

void
dem_days_sort (DemDay *days, guint n)
{
  g_autofree DemDay *scratch = g_new (DemDay, n + 1);
  DemDay *from = days, *to = scratch;
  guint heads[256];

  for (guint byte = 0; byte < BYTES && n > 0; byte++)
    {
      DemDay *other = from;

      if (!find_heads (from, n, byte, heads))
        continue;
      for (guint i = 0; i < n; i++)
        to[heads[get_byte (from[i], byte)]++] = from[i];
      from = to;
      to = other;
    }
  if (from == scratch)
    memcpy (days, scratch, n * sizeof *days);
}

void
dem_days_sort_places (DemDay *days, guint32 *places, guint n)
{
  g_autofree DemDay *scratch_days = g_new (DemDay, n + 1);
  g_autofree guint32 *scratch_places = g_new (guint32, n + 1);
  DemDay *from_days = days, *to_days = scratch_days;
  guint32 *from = places, *to = scratch_places;
  guint heads[256];

  for (guint byte = 0; byte < BYTES && n > 0; byte++)
    {
      DemDay *other_days = from_days;
      guint32 *other = from;

      if (!find_heads (from_days, n, byte, heads))
        continue;
      for (guint i = 0; i < n; i++)
        {
          guint at = heads[get_byte (from_days[i], byte)]++;

          to_days[at] = from_days[i];
          to[at] = from[i];
        }
      from_days = to_days;
      to_days = other_days;
      from = to;
      to = other;
    }
  if (from == scratch_places)
    memcpy (places, scratch_places, n * sizeof *places);
}
