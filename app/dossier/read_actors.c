/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Places, actors, and what two actors are to each other. */

void
dem_read_place (DemReader *reader, DemPlace *place)
{
  guint token = reader->entry.token;

  dem_read_item (reader, &place->item);
  place->name = dem_reader_needed_text (reader, token, "name", place->item.id);
  place->country = dem_reader_country (reader, token, "country");
  place->latitude = dem_reader_number (reader, token, "lat", -90, 90, 0);
  place->longitude = dem_reader_number (reader, token, "lon", -180, 180, 0);
}

static gboolean
is_wikidata_id (const char *id)
{
  if (id[0] != 'Q' || id[1] < '1' || id[1] > '9')
    return FALSE;
  for (id++; *id != '\0'; id++)
    if (!g_ascii_isdigit (*id))
      return FALSE;
  return TRUE;
}

static const char *
read_wikidata (DemReader *reader, guint token)
{
  const char *id = dem_reader_text (reader, token, "wikidata");

  if (id == NULL || is_wikidata_id (id))
    return id;
  dem_reader_warn (reader, dem_json_tape_find (reader->tape, token, "wikidata"), "bad-wikidata",
                   _ ("An item of Wikidata is written as Q and a number, such as Q804. Correct it."));
  return NULL;
}

void
dem_read_actor (DemReader *reader, DemActor *actor)
{
  static const char *const kinds[] = { "state", "person", "organisation", "group", NULL };
  guint token = reader->entry.token;

  dem_read_item (reader, &actor->item);
  actor->name = dem_reader_needed_text (reader, token, "name", actor->item.id);
  actor->aliases = dem_reader_words (reader, token, "aliases", &actor->n_aliases);
  actor->kind = dem_reader_needed_choice (reader, token, "kind", kinds, DEM_ACTOR_GROUP);
  actor->place = dem_reader_index (reader, token, "place", DEM_KIND_PLACE);
  actor->country = dem_reader_country (reader, token, "country");
  actor->part_of = dem_reader_index (reader, token, "part_of", DEM_KIND_ACTOR);
  actor->when = dem_reader_date (reader, token, "when");
  actor->when_text = dem_reader_text (reader, token, "when_text");
  actor->territory = dem_reader_countries (reader, token, "territory", &actor->n_territory);
  actor->wikidata = read_wikidata (reader, token);
  actor->url = dem_reader_link (reader, token, "url");
}

/* The two actors and the id are there already. */
void
dem_read_pair (DemReader *reader, DemPair *pair)
{
  dem_read_item (reader, &pair->item);
}

void
dem_read_relation (DemReader *reader, DemRelation *relation)
{
  guint token = reader->entry.token;

  dem_read_item (reader, &relation->item);
  relation->from = dem_reader_index (reader, token, "from", DEM_KIND_ACTOR);
  relation->to = dem_reader_index (reader, token, "to", DEM_KIND_ACTOR);
  relation->pair = dem_dossier_find_pair (reader->dossier, relation->from, relation->to);
  relation->kind = dem_reader_word (reader, token, "kind");
  if (relation->kind == NULL)
    relation->kind = dem_reader_needed_text (reader, token, "kind", "relation");
  relation->directed = dem_reader_boolean (reader, token, "directed");
  relation->stance = dem_reader_number (reader, token, "stance", -1, 1, NAN);
  relation->strength = dem_reader_number (reader, token, "strength", 0, 1, NAN);
  relation->when = dem_reader_date (reader, token, "when");
  relation->when_text = dem_reader_text (reader, token, "when_text");
  relation->events = dem_reader_indices (reader, token, "events", DEM_KIND_EVENT, &relation->n_events);
}
