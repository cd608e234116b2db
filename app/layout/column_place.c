/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/layout/column_place.h"

/* Neighbours that move as one. */
typedef struct
{
  guint end; /* one past its last */
  double weight;
  double wish; /* of its first, as if all distances were the least */
} Pool;

void
dem_column_place (DemColumnPlace *places, guint n)
{
  g_autofree Pool *pools = g_new (Pool, n + 1);
  guint n_pools = 0, next = 0;
  double offset = 0;

  for (guint i = 0; i < n; i++)
    {
      Pool pool = { i + 1, places[i].weight, 0 };

      offset += i > 0 ? places[i].distance : 0;
      pool.wish = places[i].wish - offset;
      for (; n_pools > 0 && pools[n_pools - 1].wish > pool.wish; n_pools--)
        {
          const Pool *before = &pools[n_pools - 1];
          double weight = before->weight + pool.weight;

          pool.wish = (before->wish * before->weight + pool.wish * pool.weight) / weight;
          pool.weight = weight;
        }
      pools[n_pools++] = pool;
    }
  offset = 0;
  for (guint i = 0; i < n; i++)
    {
      offset += i > 0 ? places[i].distance : 0;
      if (i == pools[next].end)
        next++;
      places[i].y = pools[next].wish + offset;
    }
}
