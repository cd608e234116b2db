/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * Dossiers of many actors, for tests and benchmarks: a tenth are states with places all over the world, as crowded as
 * real ones; the others belong to one of them, and every twentieth has a place of its own nearby. The same numbers
 * give the same dossier everywhere.
 */

static inline double
crowd_share (GRand *rand)
{
  return g_rand_double (rand);
}

static inline void
append_crowd_place (GString *json, GRand *rand, guint index, double near_latitude, double near_longitude)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  /* Half the world lives between China and Europe. */
  gboolean crowded = crowd_share (rand) < 0.5;
  double north = crowded ? 20 + 38 * crowd_share (rand) : -45 + 105 * crowd_share (rand);
  double east = crowded ? -8 + 130 * crowd_share (rand) : -175 + 350 * crowd_share (rand);

  if (near_latitude < 90)
    {
      north = near_latitude + 4 * (crowd_share (rand) - 0.5);
      east = near_longitude + 4 * (crowd_share (rand) - 0.5);
    }
  g_ascii_formatd (latitude, sizeof latitude, "%.3f", north);
  g_ascii_formatd (longitude, sizeof longitude, "%.3f", CLAMP (east, -179, 179));
  g_string_append_printf (json, "%s{\"id\": \"p%u\", \"name\": \"Town %u\", \"lat\": %s, \"lon\": %s}", index > 0 ? "," : "",
                          index, index, latitude, longitude);
}

/* As bytes of a dossier with so many actors and relations. (transfer full) */
static inline GBytes *
make_crowd (guint n_actors, guint n_relations, guint32 seed)
{
  static const char *const kinds[] = { "person", "organisation", "group" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_states = MAX (n_actors / 10, 2);
  GString *json = g_string_new ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:crowd\", \"title\": \"Crowd\","
                                "\"today\": \"2020-01-01\", \"places\": [");

  for (guint i = 0; i < n_states; i++)
    append_crowd_place (json, rand, i, 99, 0);
  for (guint i = n_states; i < n_actors / 20 + n_states; i++)
    append_crowd_place (json, rand, i, -40 + 100 * crowd_share (rand), -175 + 350 * crowd_share (rand));
  g_string_append (json, "], \"actors\": [");
  for (guint i = 0; i < n_actors; i++)
    {
      gboolean is_state = i < n_states;
      g_string_append_printf (json, "%s{\"id\": \"a%u\", \"name\": \"%s %u\", \"kind\": \"%s\"", i > 0 ? "," : "", i,
                              is_state ? "State" : "Somebody", i, is_state ? "state" : kinds[i % 3]);
      if (is_state)
        g_string_append_printf (json, ", \"place\": \"p%u\"}", i);
      else if (i % 20 == 0)
        g_string_append_printf (json, ", \"place\": \"p%u\"}", n_states + i / 20 % (n_actors / 20));
      else
        g_string_append_printf (json, ", \"part_of\": \"a%u\"}",
                                (guint) (n_states * crowd_share (rand) * crowd_share (rand)));
    }
  g_string_append (json, "], \"relations\": [");
  for (guint i = 0; i < n_relations; i++)
    {
      /* Two thirds are between states, and some states have far more than others. */
      guint among = i % 3 == 0 ? n_actors : n_states;
      guint from = (guint) (among * crowd_share (rand) * crowd_share (rand));
      guint to = (guint) (among * crowd_share (rand));
      int stance = g_rand_int_range (rand, -10, 11);

      g_string_append_printf (json,
                              "%s{\"id\": \"r%u\", \"from\": \"a%u\", \"to\": \"a%u\", \"kind\": \"diplomacy\", "
                              "\"label\": \"Phase %u\", \"when\": \"%d/..\", \"stance\": %s%d.%d}",
                              i > 0 ? "," : "", i, from, from == to ? (to + 1) % among : to, i % 40,
                              g_rand_int_range (rand, 1950, 2019), stance < 0 ? "-" : "", ABS (stance) / 10,
                              ABS (stance) % 10);
    }
  g_string_append (json, "]}");
  return g_string_free_to_bytes (json);
}
