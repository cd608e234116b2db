/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/dossier/reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Claims, the inferences between them, and the scenarios that fix them. */

#define KINDS_OF_ABOUT (DEM_KINDS (ACTOR) | DEM_KINDS (PAIR) | DEM_KINDS (RELATION) | DEM_KINDS (EVENT))

void
dem_read_claim (DemReader *reader, DemClaim *claim)
{
  static const char *const kinds[]
      = { "thesis", "claim", "fact", "proposal", "forecast", "objection", "assumption", NULL };
  guint token = reader->entry.token;

  dem_read_item (reader, &claim->item);
  claim->text = dem_reader_needed_text (reader, token, "text", claim->item.id);
  claim->kind = dem_reader_needed_choice (reader, token, "kind", kinds, DEM_CLAIM_CLAIM);
  claim->by = dem_reader_index (reader, token, "by", DEM_KIND_ACTOR);
  claim->about = dem_reader_refs (reader, token, "about", KINDS_OF_ABOUT, &claim->n_about);
  claim->credence = dem_reader_number (reader, token, "credence", 0, 1, NAN);
}

/* --- inferences --- */

guint32
dem_reader_inference_kind (DemReader *reader, guint token)
{
  static const char *const kinds[] = { "supports", "attacks", "undercuts", NULL };

  return dem_reader_needed_choice (reader, token, "kind", kinds, DEM_NO_INDEX);
}

/* A condition in time. What can't be read stays in it as a date that is not known, so that the condition is
 * undecided rather than met. */
static DemNeed
read_need (DemReader *reader, guint token)
{
  DemNeed need = { DEM_REF_NONE, DEM_EDTF_UNDATED };
  guint item;

  if (!dem_reader_check_type (reader, token, DEM_JSON_OBJECT))
    return need;
  item = dem_json_tape_find (reader->tape, token, "item");
  if (item != DEM_JSON_NO_TOKEN)
    need.item = dem_reader_ref_at (reader, item, DEM_KINDS_DATED);
  else if (dem_json_tape_find (reader->tape, token, "date") != DEM_JSON_NO_TOKEN)
    need.date = dem_reader_date (reader, token, "date");
  else
    dem_reader_warn (reader, token, "missing-member",
                     _ ("Either “item” or “date” has to stand here. Add one."));
  return need;
}

static const DemNeed *
read_needs (DemReader *reader, guint needs, const char *name, guint max, guint32 *n)
{
  const DemJsonTape *tape = reader->tape;
  guint array = dem_reader_get (reader, needs, name, DEM_JSON_ARRAY);
  guint count = array != DEM_JSON_NO_TOKEN ? dem_json_tape_count (tape, array) : 0;
  DemNeed *read;
  guint token = array + 1;

  *n = 0;
  if (array == DEM_JSON_NO_TOKEN)
    return NULL;
  if (count < 2 || count > max)
    {
      dem_reader_warn (
          reader, array, "wrong-number-of-moments",
          _ ("“before” compares two or more moments, “during” just two. This condition is left out."));
      return NULL;
    }
  read = dem_arena_new_array (reader->arena, DemNeed, count);
  for (; *n < count; token = dem_json_tape_next (tape, token))
    read[(*n)++] = read_need (reader, token);
  return read;
}

void
dem_read_inference (DemReader *reader, DemInference *inference)
{
  guint token = reader->entry.token;
  guint needs;

  dem_read_item (reader, &inference->item);
  inference->kind = dem_reader_inference_kind (reader, token);
  inference->from = dem_reader_indices (reader, token, "from", DEM_KIND_CLAIM, &inference->n_from);
  inference->to = dem_reader_ref_at (reader, dem_json_tape_find (reader->tape, token, "to"),
                                     DEM_KINDS (CLAIM) | DEM_KINDS (INFERENCE));
  inference->scheme = dem_reader_word (reader, token, "scheme");
  inference->weight = dem_reader_number (reader, token, "weight", 0, 1, 1);
  needs = dem_reader_get (reader, token, "needs", DEM_JSON_OBJECT);
  if (needs == DEM_JSON_NO_TOKEN)
    return;
  inference->before = read_needs (reader, needs, "before", G_MAXUINT, &inference->n_before);
  inference->during = read_needs (reader, needs, "during", 2, &inference->n_during);
}

/* --- scenarios --- */

static void
read_assumptions (DemReader *reader, guint token, DemScenario *scenario)
{
  const DemJsonTape *tape = reader->tape;
  guint object = dem_reader_get (reader, token, "assume", DEM_JSON_OBJECT);
  guint end = object != DEM_JSON_NO_TOKEN ? dem_json_tape_end (tape, object) : 0;
  DemAssumption *assume;
  guint count = 0;

  for (guint name = object + 1; name < end; name = dem_json_tape_next (tape, name + 1))
    count++;
  scenario->assume = assume = dem_arena_new_array (reader->arena, DemAssumption, count);
  for (guint name = object + 1; name < end; name = dem_json_tape_next (tape, name + 1))
    {
      DemRef claim = dem_reader_ref_at (reader, name, DEM_KINDS (CLAIM));

      if (dem_ref_is_none (claim) || !dem_reader_check_type (reader, name + 1, DEM_JSON_NUMBER))
        continue;
      assume[scenario->n_assume++]
          = (DemAssumption){ claim.index, dem_reader_number_at (reader, name + 1, 0, 1) };
    }
}

void
dem_read_scenario (DemReader *reader, DemScenario *scenario)
{
  guint token = reader->entry.token;

  dem_read_item (reader, &scenario->item);
  scenario->title = dem_reader_needed_text (reader, token, "title", scenario->item.id);
  read_assumptions (reader, token, scenario);
}
