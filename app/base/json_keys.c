/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/json_keys.h"

#include <string.h>

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer tape)
{
  guint key_a = *(const guint *) a;
  guint key_b = *(const guint *) b;
  int order = dem_json_tape_compare_strings (tape, key_a, key_b);

  return order != 0 ? order : (key_a > key_b) - (key_a < key_b);
}

/* The first key that repeats an earlier one, among many: sorted, equal ones are neighbours. */
static guint
repeated_of_many (const DemJsonTape *tape, guint *keys, guint n)
{
  guint repeated = DEM_JSON_NO_TOKEN;

  g_qsort_with_data (keys, (int) n, sizeof *keys, compare_keys, (gpointer) tape);
  for (guint i = 1; i < n; i++)
    if (dem_json_tape_compare_strings (tape, keys[i - 1], keys[i]) == 0)
      repeated = MIN (repeated, keys[i]);
  return repeated;
}

static inline gboolean
same_key (const DemJsonTape *tape, guint a, guint b)
{
  const DemJsonToken *key_a = &tape->tokens[a];
  const DemJsonToken *key_b = &tape->tokens[b];

  if (key_a->escaped || key_b->escaped)
    return dem_json_tape_compare_strings (tape, a, b) == 0;
  return key_a->extent == key_b->extent
         && memcmp (tape->text + key_a->offset, tape->text + key_b->offset, key_a->extent + 1) == 0;
}

static guint
repeated_of_few (const DemJsonTape *tape, const guint *keys, guint n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (same_key (tape, keys[i], keys[j]))
        return keys[i];
  return DEM_JSON_NO_TOKEN;
}

guint
dem_json_find_repeated_key (const DemJsonTape *tape, guint object)
{
  guint end = dem_json_tape_end (tape, object);
  guint few[24];
  guint n = 0;
  g_autofree guint *many = NULL;

  for (guint key = object + 1; key < end; key = dem_json_tape_next (tape, key + 1))
    {
      if (n < G_N_ELEMENTS (few))
        few[n] = key;
      n++;
    }
  if (n <= G_N_ELEMENTS (few))
    return repeated_of_few (tape, few, n);
  many = g_new (guint, n);
  n = 0;
  for (guint key = object + 1; key < end; key = dem_json_tape_next (tape, key + 1))
    many[n++] = key;
  return repeated_of_many (tape, many, n);
}
