/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/item_index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two actors become a pair by being written as one, by a relation, or by being referred to as a+b. */

/* Registers a pair of two actors unless it is known. */
guint32
dem_item_index_add_pair (DemReader *reader, DemItemIndex *index, guint32 a, guint32 b, DemEntry entry)
{
  DemDossier *dossier = reader->dossier;
  guint32 pair = dem_dossier_find_pair (dossier, a, b);
  gint64 *key;

  if (pair != DEM_NO_INDEX)
    return pair;
  key = dem_arena_new_array (reader->arena, gint64, 1);
  *key = dem_pair_key (a, b);
  pair = index->entries[DEM_KIND_PAIR]->len;
  g_array_append_val (index->entries[DEM_KIND_PAIR], entry);
  g_hash_table_insert (dossier->pairs, key, GUINT_TO_POINTER (pair + 1));
  return pair;
}

void
dem_item_index_add_written_pair (DemReader *reader, DemItemIndex *index, DemKind kind, DemEntry entry)
{
  const DemJsonTape *tape = reader->tape;
  guint between;
  DemRef a, b;
  guint n_pairs = index->entries[kind]->len;
  guint32 pair;

  dem_reader_begin (reader, kind, entry);
  if (!dem_reader_check_type (reader, entry.token, DEM_JSON_OBJECT))
    return;
  between = dem_reader_get (reader, entry.token, "between", DEM_JSON_ARRAY);
  if (between == DEM_JSON_NO_TOKEN || dem_json_tape_count (tape, between) != 2)
    {
      dem_reader_warn (reader, between == DEM_JSON_NO_TOKEN ? entry.token : between, "not-two-actors",
                       _ ("“between” has to list two actors, so the pair is left out. Name both."));
      return;
    }
  a = dem_reader_ref_at (reader, between + 1, DEM_KINDS (ACTOR));
  b = dem_reader_ref_at (reader, dem_json_tape_next (tape, between + 1), DEM_KINDS (ACTOR));
  if (!dem_are_two_actors (reader, between, a, b))
    return;
  pair = dem_item_index_add_pair (reader, index, a.index, b.index, entry);
  if (pair < n_pairs)
    dem_reader_warn (reader, entry.token, "repeated-pair",
                     _ ("This pair is written further up already and is left out here. Join the two."));
  else if (dem_json_tape_find (tape, entry.token, "id") != DEM_JSON_NO_TOKEN)
    dem_item_index_register (reader, kind, entry.token, pair);
}

/* A reference such as a+b to two actors makes them a pair; what is wrong with it is told when it is read. */
static void
add_referred_pair (DemReader *reader, DemItemIndex *index, guint token)
{
  const char *id;
  const char *plus;
  g_autofree char *first = NULL;
  DemRef a, b;

  if (dem_json_tape_type (reader->tape, token) != DEM_JSON_STRING)
    return;
  id = dem_reader_peek_string (reader, token);
  plus = strchr (id, '+');
  if (plus == NULL)
    return;
  first = g_strndup (id, (gsize) (plus - id));
  a = dem_dossier_find (reader->dossier, first);
  b = dem_dossier_find (reader->dossier, plus + 1);
  if (a.kind == DEM_KIND_ACTOR && b.kind == DEM_KIND_ACTOR && a.index != b.index)
    dem_item_index_add_pair (reader, index, a.index, b.index, (DemEntry){ NULL, 0, 0 });
}

static void
add_referred_pairs (DemReader *reader, DemItemIndex *index, guint object, const char *name)
{
  const DemJsonTape *tape = reader->tape;
  guint array = dem_json_tape_find (tape, object, name);

  if (array == DEM_JSON_NO_TOKEN || dem_json_tape_type (tape, array) != DEM_JSON_ARRAY)
    return;
  for (guint token = array + 1; token < dem_json_tape_end (tape, array);
       token = dem_json_tape_next (tape, token))
    add_referred_pair (reader, index, token);
}

void
dem_item_index_add_referred_pairs (DemReader *reader, DemItemIndex *index)
{
  GArray *claims = index->entries[DEM_KIND_CLAIM];
  GArray *stops = index->entries[DEM_KIND_STOP];

  for (guint i = 0; i < claims->len; i++)
    add_referred_pairs (reader, index, g_array_index (claims, DemEntry, i).token, "about");
  for (guint i = 0; i < stops->len; i++)
    {
      guint stop = g_array_index (stops, DemEntry, i).token;
      guint camera = dem_json_tape_find (reader->tape, stop, "camera");

      add_referred_pairs (reader, index, stop, "select");
      if (camera != DEM_JSON_NO_TOKEN && dem_json_tape_type (reader->tape, camera) == DEM_JSON_OBJECT)
        add_referred_pairs (reader, index, camera, "fit");
    }
}

/* Names each pair by its actors' ids, the smaller first. */
void
dem_item_index_fill_pairs (DemReader *reader, DemItemIndex *index)
{
  DemDossier *dossier = reader->dossier;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, dossier->pairs);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint32 i = GPOINTER_TO_UINT (value) - 1;
      DemPair *pair = (DemPair *) dem_dossier_item_at (dossier, DEM_KIND_PAIR, i);
      guint64 actors = (guint64) * (gint64 *) key;
      const char *id_a = dem_dossier_actor (dossier, (guint32) (actors >> 32))->item.id;
      const char *id_b = dem_dossier_actor (dossier, (guint32) actors)->item.id;
      gboolean in_order = strcmp (id_a, id_b) < 0;
      g_autofree char *id = g_strconcat (in_order ? id_a : id_b, "+", in_order ? id_b : id_a, NULL);

      pair->a = (guint32) (in_order ? actors >> 32 : actors);
      pair->b = (guint32) (in_order ? actors : actors >> 32);
      pair->item.id = dem_arena_copy (reader->arena, id, strlen (id));
      g_array_index (index->entries[DEM_KIND_PAIR], DemEntry, i).id = pair->item.id;
    }
}
