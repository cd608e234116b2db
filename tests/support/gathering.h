/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * Gathering: a generated dossier.
 * @n_states: the first of the actors, each with a place of its own
 * @n_actors: all of them; whoever is no state belongs to one, evenly
 * @n_relations: between random actors, one in eight between states
 * @alone: nobody belongs to anybody, and nobody is a state
 */
typedef struct
{
  guint n_states;
  guint n_actors;
  guint n_relations;
  gboolean alone;
} Gathering;

static inline void
gathering_add_places (GString *json, const Gathering *gathering)
{
  g_string_append (json, "\"places\":[");
  for (guint i = 0; i < gathering->n_states; i++)
    g_string_append_printf (json, "%s{\"id\":\"p%u\",\"name\":\"Place %u\",\"lat\":%d,\"lon\":%d}",
                            i > 0 ? "," : "", i, i, (int) (i * 37 % 120) - 55, (int) (i * 83 % 340) - 170);
  g_string_append (json, "],");
}

static inline void
gathering_add_actors (GString *json, const Gathering *gathering)
{
  static const char *const kinds[] = { "person", "person", "person", "organisation", "group" };

  g_string_append (json, "\"actors\":[");
  for (guint i = 0; i < gathering->n_actors; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"a%u\",", i > 0 ? "," : "", i);
      if (i < gathering->n_states && !gathering->alone)
        g_string_append_printf (json, "\"name\":\"Republic %u\",\"kind\":\"state\",\"place\":\"p%u\"}", i, i);
      else if (gathering->alone || gathering->n_states == 0)
        g_string_append_printf (json, "\"name\":\"Somebody %u\",\"kind\":\"%s\"}", i, kinds[i % 5]);
      else
        g_string_append_printf (json, "\"name\":\"Somebody %u\",\"kind\":\"%s\",\"part_of\":\"a%u\"}", i, kinds[i % 5],
                                i % gathering->n_states);
    }
  g_string_append (json, "],");
}

static inline void
gathering_add_relations (GString *json, const Gathering *gathering)
{
  GRand *random = g_rand_new_with_seed (1);

  g_string_append (json, "\"relations\":[");
  for (guint i = 0; i < gathering->n_relations; i++)
    {
      guint most = i % 8 == 0 && gathering->n_states > 1 ? gathering->n_states : gathering->n_actors;
      guint a = (guint) g_rand_int_range (random, 0, (gint32) most);
      guint b = (a + 1 + (guint) g_rand_int_range (random, 0, (gint32) most - 1)) % most;
      g_string_append_printf (json,
                              "%s{\"id\":\"r%u\",\"from\":\"a%u\",\"to\":\"a%u\",\"kind\":\"diplomacy\",\"label\":\"Talks "
                              "%u\",\"stance\":%s%u.%u,\"when\":\"%u/..\",\"basis\":\"background\"}",
                              i > 0 ? "," : "", i, a, b, i, i % 2 ? "-" : "", i % 11 == 0, i % 11 == 0 ? 0 : i % 10,
                              1950 + i % 60);
    }
  g_string_append (json, "]");
  g_rand_free (random);
}

/* The dossier's text. (transfer full) */
static inline char *
gathering_write (const Gathering *gathering)
{
  GString *json = g_string_new ("{\"format\":\"demarche-dossier\",\"version\":1,\"id\":\"urn:gathering\",\"title\":\"Gathering\","
                                "\"language\":\"en\",\"today\":\"2020-06-01\",");

  gathering_add_places (json, gathering);
  gathering_add_actors (json, gathering);
  gathering_add_relations (json, gathering);
  g_string_append (json, "}");
  return g_string_free (json, FALSE);
}
